"""The day's photos, one tile for each view; files and pictures can be dropped anywhere on it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QVBoxLayout

from diary.domain.draft import Draft
from diary.domain.photo import Photo, View, view_name
from diary.journal import Added, Journal, Outcome
from diary.ui import camera, incoming, messages
from diary.ui.choosing import choose_files
from diary.ui.covering import Covering, covered_name
from diary.ui.dialogs.camera import open_camera
from diary.ui.importing import Importer, in_diary_already
from diary.ui.local import clock_time, long_date, middle_date, short_date
from diary.ui.pages.today.shown import Shown
from diary.ui.pages.today.tile_grid import DropHint, TileGrid
from diary.ui.pages.today.today_card import TodayCard
from diary.ui.phone_part import PhonePart
from diary.ui.pictures import thumbnail
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.photo_tile import PhotoTile, dropped_files
from diary.ui.widgets.text import label

SHOWN_NOTICES = 3
"""Sentences kept in sight; a folder of broken files must not push the tiles away."""


class PhotosCard(TodayCard):
    photo_opened = Signal(object)
    """The `Photo` of a filled tile."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: Shown | None = None
        self._photos: dict[View, Photo] = {}
        self._expected: set[View] = set()
        self._asked_for: View | None = None
        self.importer = Importer(session, self)
        self.phone = PhonePart(session, self, self.importer, tell_trouble=False)
        self._covering = Covering(session, self)
        self._images: dict[str, QImage] = {}
        """Thumbnails of the photos on the tiles, by their ids."""
        self._tiles = {view: self._make_tile(view) for view in View}
        self._more: dict[PhotoTile, Photo] = {}
        self._hint = DropHint()
        self._grid = TileGrid((*self._tiles.values(), self._hint))
        self._notices = QVBoxLayout()
        self._camera = Button(self.tr("Camera"), icon="camera")
        self._choose = Button(self.tr("Choose files…"), icon="folder-open")
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)

    def fill(self, shown: Shown) -> None:
        if self._shown and self._shown.day.on != shown.day.on:
            self._clear_notices()
        self._shown = shown
        self._camera.setVisible(shown.is_today and camera.can_be_used())
        self.set_title(self.tr("Today’s photos") if shown.is_today else self.tr("Photos"))
        added = self.tr("%n added", "", len(shown.photos))
        self.set_caption(added if shown.photos else "")
        newest = {photo.view: photo for photo in shown.photos}
        ids = {photo.id for photo in shown.photos}
        self._images = {one: image for one, image in self._images.items() if one in ids}
        self._show_photos(newest)
        self._show_more([one for one in shown.photos if one != newest[one.view]])

    def paste(self) -> None:
        """Add the pictures on the clipboard."""
        self._take(incoming.pasted())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if incoming.has_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take(event.mimeData())

    @Slot()
    def _choose_files(self) -> None:
        self._ask_for_files(None)

    @Slot()
    def _open_camera(self) -> None:
        """For the first view that has no photo yet."""
        without = (view for view in View if view not in self._photos)
        open_camera(self._session, self, next(without, View.FRONT))

    @Slot()
    def _choose_for_tile(self) -> None:
        self._ask_for_files(self._sending_view())

    @Slot(list)
    def _take_on_tile(self, paths: list[Path]) -> None:
        self._add_files(paths, self._sending_view())

    @Slot()
    def _open(self) -> None:
        self.photo_opened.emit(self._sending_photo())

    @Slot()
    def _uncover(self) -> None:
        self._covering.uncover(self._sending_photo().id)

    @Slot()
    def _cover(self) -> None:
        """Paint again each tile with its cover or without."""
        for photo in self._photos.values():
            self._fill(self._tiles[photo.view], photo)
        for tile, photo in self._more.items():
            self._fill(tile, photo)

    @Slot()
    def _ask_to_delete(self) -> None:
        photo = self._sending_photo()
        messages.confirm(
            self,
            self.tr("Delete this photo?"),
            self.tr("Delete"),
            partial(self._delete, photo),
            details=self.tr("Undo brings it back."),
        )

    def _sending_view(self) -> View:
        return cast("PhotoTile", self.sender()).view

    def _sending_photo(self) -> Photo:
        tile = cast("PhotoTile", self.sender())
        return self._more.get(tile) or self._photos[tile.view]

    def _delete(self, photo: Photo) -> None:
        self._session.push(
            self.tr("{view} photo deleted").format(view=view_name(photo.view)),
            partial(_delete, photo_id=photo.id),
            partial(_restore, photo_id=photo.id),
            changed=self._session.photos_changed.emit,
        )

    def _ask_for_files(self, view: View | None) -> None:
        self._asked_for = view
        choose_files(self, self.tr("Choose photos"), self._take_chosen)

    @Slot(list)
    def _take_chosen(self, names: list[str]) -> None:
        self._add_files([Path(name) for name in names], self._asked_for)

    def _take(self, data: QMimeData) -> None:
        paths = dropped_files(data)
        if paths:
            self._add_files(paths, None)
        elif self._shown and (picture := incoming.picture(data)):
            content, ending = picture
            name = self.tr("Pasted picture") + f".{ending}"
            view = self._next_view()
            self._expect(view)
            self.importer.add_bytes(content, name, view, self._shown.day.on)

    def _add_files(self, paths: Sequence[Path], view: View | None) -> None:
        if self._shown and paths:
            self._clear_notices()
            first = view or (self._next_view() if len(paths) == 1 else None)
            self._expect(first)
            views = [first] + [None] * (len(paths) - 1)
            self.importer.add_files(paths, views, self._shown.day.on)

    def _next_view(self) -> View:
        """Where a single photo goes: the first empty tile, or the front."""
        return next((view for view in View if view not in self._photos), View.FRONT)

    def _expect(self, view: View | None) -> None:
        """Say on the tile that its picture is being read."""
        if view and view not in self._photos:
            self._tiles[view].set_importing(0)
            self._expected.add(view)

    def _show_photos(self, photos: dict[View, Photo]) -> None:
        before, self._photos = self._photos, photos
        for view, tile in self._tiles.items():
            photo = photos.get(view)
            if photo is None and view not in self._expected:
                tile.set_empty()
            elif photo and photo != before.get(view):
                self._session.ask(partial(thumbnail, photo=photo), partial(self._show, photo), self)

    def _show_more(self, photos: list[Photo]) -> None:
        """Give each photo beyond the newest of its view a tile after the five."""
        if photos == list(self._more.values()):
            return
        for tile in self._more:
            tile.deleteLater()
        self._more = {self._make_tile(photo.view): photo for photo in photos}
        self._grid.set_tiles((*self._tiles.values(), *self._more, self._hint))
        for tile, photo in self._more.items():
            ask, show = partial(thumbnail, photo=photo), partial(self._show_on, tile, photo)
            self._session.ask(ask, show, tile)

    def _show(self, photo: Photo, image: QImage) -> None:
        if self._photos.get(photo.view) == photo:
            self._show_on(self._tiles[photo.view], photo, image)

    def _show_on(self, tile: PhotoTile, photo: Photo, image: QImage) -> None:
        self._images[photo.id] = image
        self._fill(tile, photo)

    def _fill(self, tile: PhotoTile, photo: Photo) -> None:
        image = self._images.get(photo.id)
        if image is None:
            return
        if image.isNull():
            tile.set_error(tile.tr("The photo’s file is damaged"))
            return
        at = clock_time(photo.taken.at) if photo.taken.at else ""
        day = long_date(photo.taken.on)
        spoken = ", ".join(filter(None, (view_name(photo.view), day, at)))
        if self._covering.covers(photo.id):
            tile.set_covered(short_date(photo.taken.on), covered_name(spoken))
        else:
            tile.set_photo(QPixmap.fromImage(image), at, spoken)

    @Slot(object)
    def _tell_where(self, added: Added) -> None:
        """Say it when a photo is not where the patient dropped it."""
        taken = added.photo.taken
        if added.outcome is Outcome.KNOWN or not self._shown or taken.on == self._shown.day.on:
            return
        words = self.tr("{name} was taken on {day} and was added there.")
        self._notify(Tone.INFO, words.format(name=added.photo.file_name, day=middle_date(taken.on)))

    @Slot(list)
    def _tell_skipped(self, drafts: list[Draft]) -> None:
        self._notify(Tone.INFO, in_diary_already(drafts))

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        for view in self._expected:
            if view not in self._photos:
                self._tiles[view].set_importing(done / total)

    @Slot()
    def _expect_nothing(self) -> None:
        self._expected.clear()
        self._show_photos(self._photos)

    @Slot(str)
    def _tell_refused(self, sentence: str) -> None:
        self._notify(Tone.ERROR, sentence)

    @Slot(str)
    def _tell_noted(self, sentence: str) -> None:
        self._notify(Tone.INFO, sentence)

    def _notify(self, tone: Tone, sentence: str) -> None:
        self._notices.addWidget(Notice(tone, sentence))
        while self._notices.count() > SHOWN_NOTICES:
            self._drop_notice()

    def _clear_notices(self) -> None:
        while self._notices.count():
            self._drop_notice()

    def _drop_notice(self) -> None:
        item = self._notices.takeAt(0)
        notice = item.widget() if item else None
        if notice:
            notice.deleteLater()

    def _lay_out(self) -> None:
        formats = self.tr("iPhone HEIC, JPEG, PNG and more. Copies are kept in your diary.")
        self.add(self._grid)
        self.add(self._notices)
        self.body.addStretch(1)
        self.add(self._camera)
        self.add(self.phone.button)
        self.add(self._choose)
        self.add(label(formats, "caption", wrap=True))

    def _connect(self) -> None:
        self._camera.clicked.connect(self._open_camera)
        self._choose.clicked.connect(self._choose_files)
        self._covering.changed.connect(self._cover)
        self.importer.added.connect(self._tell_where)
        self.importer.skipped.connect(self._tell_skipped)
        self.importer.refused.connect(self._tell_refused)
        self.importer.noted.connect(self._tell_noted)
        self.importer.progress.connect(self._show_progress)
        self.importer.finished.connect(self._expect_nothing)

    def _make_tile(self, view: View) -> PhotoTile:
        tile = PhotoTile(view)
        tile.files_dropped.connect(self._take_on_tile)
        tile.choose_requested.connect(self._choose_for_tile)
        tile.opened.connect(self._open)
        tile.uncover_requested.connect(self._uncover)
        tile.remove_requested.connect(self._ask_to_delete)
        return tile


def _delete(journal: Journal, photo_id: str) -> None:
    journal.photos.delete(photo_id)


def _restore(journal: Journal, photo_id: str) -> None:
    journal.photos.restore(photo_id)
