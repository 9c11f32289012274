"""The Photos page."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.draft import Draft
from diary.domain.photo import Photo, View, view_name
from diary.ui import incoming, messages
from diary.ui.choosing import choose_files
from diary.ui.dialogs.timelapse import TimeLapseDialog, views_to_show
from diary.ui.importing import Importer, in_diary_already
from diary.ui.pages.page import Page
from diary.ui.pages.photos.bar import GalleryBar
from diary.ui.pages.photos.gallery import Gallery
from diary.ui.pages.photos.shown import Shown, Tile, counted, read
from diary.ui.pages.photos.trash import TrashList
from diary.ui.pages.photos.viewer import Viewer
from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.empty_page import EmptyPage
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.photo_tile import dropped_files
from diary.ui.widgets.progress_row import ProgressRow
from diary.ui.widgets.segmented import Segmented

ALL = "all"

REFRESH_MS = 300
"""How long changes are gathered before the gallery is built again: an import makes many."""


class PhotosPage(Page):
    """The gallery, one photo of it large, or the deleted photos."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("Photos"))
        self._shown: Shown | None = None
        self.importer = Importer(session, self)
        self._add = Button(self.tr("Add photos…"), icon="image-plus")
        self._views = Segmented(
            self.tr("View"),
            [(ALL, self.tr("All views")), *((view, view_name(view)) for view in View)],
        )
        self._views.set_value(ALL)
        self._bar = GalleryBar(self._views)
        self._progress = ProgressRow()
        self._notices = QVBoxLayout()
        self._gallery = Gallery(session)
        self._viewer = Viewer(session)
        self._trash = TrashList(session)
        self._show_deleted = Button(self.tr("Deleted photos"), icon="trash")
        self._panels = Button(self.tr("Panels"), icon="table")
        self._timelapse = Button(self.tr("Time-lapse…"), icon="film")
        self._empty = self._make_empty_page()
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)

    def enter(self) -> None:
        self._read()
        self._views.take_focus()

    def commit_pending(self) -> None:
        if self._viewer.isVisibleTo(self):
            self._viewer.commit_pending()

    def unfinished(self) -> int:
        return self.importer.remaining

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if incoming.has_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._take(event.mimeData())
        event.acceptProposedAction()

    @Slot()
    def _paste(self) -> None:
        self._take(QGuiApplication.clipboard().mimeData())

    @Slot()
    def _choose_files(self) -> None:
        choose_files(self, self.tr("Add photos"), self._take_chosen)

    @Slot(list)
    def _take_chosen(self, names: list[str]) -> None:
        self._add_files([Path(name) for name in names])

    def _take(self, data: QMimeData) -> None:
        paths = dropped_files(data)
        if paths:
            self._add_files(paths)
        elif picture := incoming.picture(data):
            content, ending = picture
            self.importer.add_bytes(
                content, self.tr("Pasted picture") + f".{ending}", self._chosen_view()
            )

    def _add_files(self, paths: list[Path]) -> None:
        _clear(self._notices)
        self.importer.add_files(paths, [self._chosen_view()] * len(paths))
        if paths:
            self._show_progress(0, len(paths), paths[0].name)

    def _chosen_view(self) -> View | None:
        chosen = self._views.value
        return None if chosen in (None, ALL) else View(chosen)

    @Slot()
    def _read(self) -> None:
        self.session.ask(read, self._fill, self)

    def _fill(self, shown: Shown) -> None:
        self._shown = shown
        self.set_subtitle(counted(shown))
        self._trash.set_deleted(shown.deleted)
        if not shown.deleted:
            self._trash.hide()
        self._show_gallery()
        if self._viewer.isVisibleTo(self) and not self._viewer.open(
            list(shown.tiles), self._viewer.photo.id
        ):
            self._close_viewer()

    @Slot()
    def _show_gallery(self) -> None:
        if self._shown is None:
            return
        viewing = self._viewer.isVisibleTo(self) or self._trash.isVisibleTo(self)
        empty = not self._shown.tiles
        self._show_deleted.setVisible(bool(self._shown.deleted) and not viewing)
        self._timelapse.setVisible(bool(views_to_show(self._photos())) and not viewing)
        self._gallery.show_photos(
            self._shown, self._chosen_view(), oldest_first=self._bar.oldest_first
        )
        self._gallery.setVisible(not viewing and not empty)
        self._bar.setVisible(not viewing and not empty)
        self._empty.setVisible(empty and not viewing)

    @Slot(object)
    def _open(self, tile: Tile) -> None:
        assert self._shown is not None  # noqa: S101 - a tile was shown
        view = self._chosen_view()
        row = [one for one in self._shown.tiles if view in (None, one.photo.view)]
        self._viewer.open(row, tile.photo.id)
        self._viewer.show()
        self._show_gallery()
        self._viewer.setFocus()

    @Slot()
    def _make_timelapse(self) -> None:
        TimeLapseDialog(self.session, self, self._photos(), self._chosen_view()).open()

    def _photos(self) -> list[Photo]:
        return [tile.photo for tile in self._shown.tiles] if self._shown else []

    @Slot()
    def _close_viewer(self) -> None:
        self._viewer.hide()
        self._show_gallery()
        self._views.take_focus()

    @Slot(object)
    def _compare(self, tile: Tile) -> None:
        """With the first photo of its view; Compare itself says so if there is no other."""
        assert self._shown is not None  # noqa: S101 - a tile was shown
        view = tile.photo.view
        first = next(one for one in reversed(self._shown.tiles) if one.photo.view is view)
        self.compare_asked.emit(first.photo, tile.photo)

    @Slot()
    def _open_panels(self) -> None:
        self.open_page.emit("panels")

    @Slot()
    def _open_trash(self) -> None:
        self._trash.show()
        self._show_gallery()

    @Slot()
    def _close_trash(self) -> None:
        self._trash.hide()
        self._show_gallery()
        (self._empty if self._empty.isVisibleTo(self) else self._views).setFocus()

    @Slot(object)
    def _ask_to_remove(self, tile: Tile) -> None:
        messages.confirm(
            self,
            self.tr("Delete this photo? {photo}").format(photo=tile.spoken),
            self.tr("Delete"),
            partial(self._remove, tile.photo.id),
            details=self.tr(
                "It stays under Deleted photos for 30 days, from where it can be restored or "
                "deleted for good."
            ),
        )

    def _remove(self, photo_id: str) -> None:
        self.session.push(
            self.tr("photo deleted"),
            lambda journal: journal.photos.delete(photo_id),
            lambda journal: journal.photos.restore(photo_id),
            changed=self.session.photos_changed.emit,
        )

    @Slot(int, int, str)
    def _show_progress(self, done: int, total: int, name: str) -> None:
        words = (
            self.tr("Reading {done} of {total}")
            if self.importer.reading
            else self.tr("Adding {done} of {total}")
        )
        what = words.format(done=min(done + 1, total), total=total)
        self._progress.set_progress(what, done, total, name)
        self._progress.setVisible(done < total)
        self._add.setEnabled(done >= total)

    @Slot()
    def _finish(self) -> None:
        self._progress.hide()
        self._add.setEnabled(True)

    @Slot(list)
    def _tell_skipped(self, drafts: list[Draft]) -> None:
        self._notices.addWidget(Notice(Tone.INFO, in_diary_already(drafts)))

    @Slot(str)
    def _tell_refused(self, sentence: str) -> None:
        self._notices.addWidget(Notice(Tone.ERROR, sentence))

    def _make_empty_page(self) -> EmptyPage:
        add = Button(self.tr("Add photos…"), Kind.PRIMARY, "image-plus")
        add.clicked.connect(self._choose_files)
        return EmptyPage(
            "photos",
            self.tr("No photos yet"),
            self.tr("A front photo today gives you something to compare with later."),
            [add],
        )

    def _lay_out(self) -> None:
        self.head.addWidget(self._show_deleted)
        self.head.addWidget(self._panels)
        self.head.addWidget(self._timelapse)
        self.head.addWidget(self._add)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._progress)
        self.body.addLayout(self._notices)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._gallery)
        self.body.addWidget(self._viewer, 1)
        self.body.addWidget(self._trash, 1)
        self.body.addStretch(0)
        for hidden in (
            self._progress,
            self._viewer,
            self._trash,
            self._show_deleted,
            self._timelapse,
            self._empty,
            self._bar,
        ):
            hidden.hide()

    def _connect(self) -> None:
        self._add.clicked.connect(self._choose_files)
        self._views.chosen.connect(self._show_gallery)
        self._bar.sorted_anew.connect(self._show_gallery)
        self._gallery.opened.connect(self._open)
        self._gallery.remove_requested.connect(self._ask_to_remove)
        self._viewer.closed.connect(self._close_viewer)
        self._show_deleted.clicked.connect(self._open_trash)
        self._panels.clicked.connect(self._open_panels)
        self._timelapse.clicked.connect(self._make_timelapse)
        self._trash.closed.connect(self._close_trash)
        self._viewer.remove_requested.connect(self._ask_to_remove)
        self._viewer.compare_requested.connect(self._compare)
        self._progress.cancelled.connect(self.importer.cancel)
        self.importer.progress.connect(self._show_progress)
        self.importer.finished.connect(self._finish)
        self.importer.skipped.connect(self._tell_skipped)
        self.importer.refused.connect(self._tell_refused)
        self._refresh.timeout.connect(self._read)
        self.session.photos_changed.connect(self._refresh.start)
        self.session.course_changed.connect(self._refresh.start)
        self.session.day_changed.connect(self._refresh.start)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self._paste)


def _clear(rows: QVBoxLayout) -> None:
    while (item := rows.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.deleteLater()
