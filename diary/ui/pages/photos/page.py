"""The Photos page."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMetaObject, QMimeData, QObject, Qt, QTimer, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.draft import Draft
from diary.domain.photo import Photo, View
from diary.journal import Journal
from diary.ui import camera, incoming, theme
from diary.ui.choosing import choose_files, choose_folder
from diary.ui.covering import Covering
from diary.ui.dialogs.camera import open_camera
from diary.ui.dialogs.timelapse import TimeLapseDialog
from diary.ui.importing import Importer, in_diary_already, looking_for_pictures
from diary.ui.pages.page import PADDING, Page
from diary.ui.pages.photos import acts
from diary.ui.pages.photos.gallery import Gallery
from diary.ui.pages.photos.more import MoreMenu
from diary.ui.pages.photos.shown import Shown, read
from diary.ui.pages.photos.trash import TrashList
from diary.ui.pages.photos.viewer import Viewer
from diary.ui.phone_part import PhonePart
from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.empty_page import EmptyPage
from diary.ui.widgets.flow_layout import FlowLayout
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.photo_tile import dropped_files
from diary.ui.widgets.progress_row import ProgressRow

LOW = 360
"""Logical pixels at 100 % text under the head: with less, the bar scrolls with the photos."""

BUTTONS = 2
"""Shares of the head's width beside the one of the title."""

HEAD_SHARE = BUTTONS / (BUTTONS + 1)

BAR = 1
"""The place of the gallery's bar among the rows over the photos."""

REFRESH_MS = 300
"""How long changes are gathered before the gallery is built again: an import makes many."""


class PhotosPage(Page):
    """The gallery, one photo of it large, or the deleted photos."""

    right_padding = 0

    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("Photos"))
        self._read()  # goes on while the page is made
        self._fresh = True
        self._shown: Shown | None = None
        self.importer = Importer(session, self)
        self._phone = PhonePart(session, self, self.importer, tell_trouble=True)
        self._add = Button(self.tr("Add photos…"), icon="image-plus")
        self._progress = ProgressRow()
        self._notices = QVBoxLayout()
        covering = Covering(session, self)
        self._gallery = Gallery(session, covering)
        self._viewer = Viewer(session, covering)
        self._trash = TrashList(session, covering)
        self._more = MoreMenu()
        self._empty = self._make_empty_page()
        self._content = QWidget()
        """All but the gallery, which reaches to the right edge of the page."""
        self._content_rows = QVBoxLayout(self._content)
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The gallery has no padding to spare for the page's scroll bar; what is over it has."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            bar = self.scroll_area.verticalScrollBar()
            taken = bar.sizeHint().width() if event.type() == QEvent.Type.Show else 0
            self._content_rows.setContentsMargins(0, 0, max(PADDING - taken, 0), 0)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def enter(self) -> None:
        if not self._fresh:
            self._read()
        self._fresh = False
        self._gallery.bar.views.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select all photos also from what stands over them."""
        if event.matches(QKeySequence.StandardKey.SelectAll) and self._gallery.grid.isVisible():
            self._gallery.grid.select_all()
            self._gallery.take_focus()
        else:
            super().keyPressEvent(event)

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
        self._take(incoming.pasted())

    @Slot()
    def _choose_files(self) -> None:
        choose_files(self, self.tr("Add photos"), self._take_chosen)

    @Slot(list)
    def _take_chosen(self, names: list[str]) -> None:
        self._add_files([Path(name) for name in names])

    @Slot()
    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("Add the pictures in a folder"), self._take_folder)

    @Slot(str)
    def _take_folder(self, name: str) -> None:
        self._add_files([Path(name)])

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

    def _chosen_view(self) -> View | None:
        return self._gallery.wish.view

    @Slot()
    def _read(self) -> None:
        self.session.ask(read, self._fill, self)

    def _fill(self, shown: Shown) -> None:
        self._shown = shown
        self.set_subtitle(shown.words)
        self._trash.set_deleted(shown.deleted)
        if not shown.deleted:
            self._trash.hide()
        self._gallery.fill(shown)
        self._show_parts()
        if self._viewer.isVisibleTo(self) and not self._viewer.open(
            self._gallery.row() or shown.entries[::-1], self._viewer.photo_id
        ):
            self._close_viewer()

    def _show_parts(self) -> None:
        """The gallery or the empty page, unless a photo or the deleted ones are looked at."""
        if self._shown is None:
            return
        viewing = self._viewer.isVisibleTo(self) or self._trash.isVisibleTo(self)
        empty = not self._shown.entries
        self.body.setStretchFactor(self._content, 1 if viewing else 0)
        self.body.setStretch(self.body.count() - 1, 1 if empty and not viewing else 0)
        self._more.offer(
            folder=not viewing and not empty,
            panels=not viewing and not empty,
            timelapse=not viewing and self._shown.makes_timelapse,
            camera=not viewing and camera.can_be_used(),
            deleted=not viewing and bool(self._shown.deleted),
            phone=self._phone.button.isHidden(),
        )
        self._gallery.setVisible(not viewing and not empty)
        self._gallery.bar.setVisible(not viewing and not empty)
        self._empty.setVisible(empty and not viewing)

    @Slot()
    def _fit(self) -> None:
        """Fewer buttons in a narrow head, and a bar that scrolls away in a low window."""
        low = self.scroll_area.height() < theme.current().px(LOW)
        if low != self._gallery.is_low:
            if not low:
                self._content_rows.insertWidget(BAR, self._gallery.bar)
            self._gallery.set_low(low=low)
        buttons = (self._more, self._phone.button, self._add)
        needed = sum(button.sizeHint().width() + 8 for button in buttons)
        narrow = needed > self.width() * HEAD_SHARE - PADDING
        if narrow != self._phone.button.isHidden():
            self._phone.button.setHidden(narrow)
            self._show_parts()

    @Slot(str)
    def _open(self, photo_id: str) -> None:
        self._viewer.show()
        self._viewer.open(self._gallery.row(), photo_id)
        self._show_parts()
        self._viewer.setFocus()

    @Slot()
    def _bring_dates_into_sight(self) -> None:
        """Once they are laid out."""
        queued = Qt.ConnectionType.QueuedConnection
        QMetaObject.invokeMethod(self, "_scroll_to_dates", queued)

    @Slot()
    def _scroll_to_dates(self) -> None:
        self.scroll_area.ensureWidgetVisible(self._gallery.dates)

    @Slot()
    def _open_camera(self) -> None:
        open_camera(self.session, self, self._chosen_view() or View.FRONT)

    @Slot()
    def _make_timelapse(self) -> None:
        self.session.ask(_photos, self._offer_timelapse, self)

    def _offer_timelapse(self, photos: list[Photo]) -> None:
        TimeLapseDialog(self.session, self, photos, self._chosen_view()).open()

    @Slot()
    def _close_viewer(self) -> None:
        seen = self._viewer.photo_id
        self._viewer.hide()
        self._show_parts()
        if self._gallery.isVisibleTo(self):
            self._gallery.grid.go_to(seen)
            self._gallery.take_focus()

    @Slot(str)
    def _compare(self, photo_id: str) -> None:
        """With the first photo of its view; Compare itself says so if there is no other."""
        self.session.ask(partial(_with_first, photo_id=photo_id), self._tell_pair, self)

    def _tell_pair(self, pair: tuple[Photo, Photo]) -> None:
        self.compare_asked.emit(*pair)

    @Slot()
    def _open_panels(self) -> None:
        self.open_page.emit("panels")

    @Slot()
    def _open_trash(self) -> None:
        self._trash.show()
        self._show_parts()

    @Slot()
    def _close_trash(self) -> None:
        self._trash.hide()
        self._show_parts()
        if self._empty.isVisibleTo(self):
            self._empty.setFocus()
        else:
            self._gallery.bar.views.take_focus()

    @Slot(str, str)
    def _ask_to_remove(self, photo_id: str, spoken: str) -> None:
        acts.ask_to_delete(self, self.session, [photo_id], spoken)

    @Slot(int)
    def _show_search(self, found: int) -> None:
        self._progress.set_progress(looking_for_pictures(found), 0, 0)
        self._progress.show()
        self._add.setEnabled(False)

    @Slot(int, str)
    def _show_begun(self, total: int, name: str) -> None:
        self._show_progress(0, total, name)

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

    @Slot(str)
    def _tell_noted(self, sentence: str) -> None:
        self._notices.addWidget(Notice(Tone.INFO, sentence))

    def _make_empty_page(self) -> EmptyPage:
        add = Button(self.tr("Add photos…"), Kind.PRIMARY, "image-plus")
        add.clicked.connect(self._choose_files)
        folder = Button(self.tr("Add a folder…"), icon="folder-open")
        folder.clicked.connect(self._choose_folder)
        return EmptyPage(
            "photos",
            self.tr("No photos yet"),
            self.tr("A front photo today gives you something to compare with later."),
            [add, folder],
        )

    def _lay_out(self) -> None:
        buttons = FlowLayout(at_end=True)
        for button in (self._more, self._phone.button, self._add):
            buttons.addWidget(button)
        self.head.addLayout(buttons, BUTTONS)
        rows = self._content_rows
        rows.setContentsMargins(0, 0, PADDING, 0)
        rows.setSpacing(16)
        rows.addWidget(self._phone.notice)
        rows.addWidget(self._gallery.bar)
        rows.addWidget(self._progress)
        rows.addLayout(self._notices)
        rows.addWidget(self._empty)
        rows.addWidget(self._viewer, 1)
        rows.addWidget(self._trash, 1)
        self.body.addWidget(self._content)
        self.body.addWidget(self._gallery, 1)
        self.body.addStretch(0)
        for hidden in (
            self._progress,
            self._viewer,
            self._trash,
            self._more,
            self._empty,
            self._gallery.bar,
            self._gallery,
        ):
            hidden.hide()

    def _connect(self) -> None:
        self._add.clicked.connect(self._choose_files)
        self._gallery.opened.connect(self._open)
        self._gallery.compare_asked.connect(self.compare_asked)
        self._gallery.date_asked.connect(self._bring_dates_into_sight)
        self._viewer.closed.connect(self._close_viewer)
        self._more.folder_asked.connect(self._choose_folder)
        self._more.deleted_asked.connect(self._open_trash)
        self._more.phone_asked.connect(self._phone.explain)
        self._more.panels_asked.connect(self._open_panels)
        self._more.camera_asked.connect(self._open_camera)
        self._more.timelapse_asked.connect(self._make_timelapse)
        self._trash.closed.connect(self._close_trash)
        self._viewer.remove_requested.connect(self._ask_to_remove)
        self._viewer.marks_requested.connect(self.marks_asked)
        self._viewer.compare_requested.connect(self._compare)
        self._progress.cancelled.connect(self.importer.cancel)
        self.importer.searching.connect(self._show_search)
        self.importer.begun.connect(self._show_begun)
        self.importer.progress.connect(self._show_progress)
        self.importer.finished.connect(self._finish)
        self.importer.skipped.connect(self._tell_skipped)
        self.importer.refused.connect(self._tell_refused)
        self.importer.noted.connect(self._tell_noted)
        theme.current().changed.connect(self._fit)
        self._refresh.timeout.connect(self._read)
        self.session.photos_changed.connect(self._refresh.start)
        self.session.course_changed.connect(self._refresh.start)
        self.session.day_changed.connect(self._refresh.start)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self._paste)


def _photos(journal: Journal) -> list[Photo]:
    return journal.photos.all()[::-1]


def _with_first(journal: Journal, photo_id: str) -> tuple[Photo, Photo]:
    photo = journal.photos.get(photo_id)
    first = next(one for one in journal.album.entries() if one.view is photo.view)
    return journal.photos.get(first.photo_id), photo


def _clear(rows: QVBoxLayout) -> None:
    while (item := rows.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.deleteLater()
