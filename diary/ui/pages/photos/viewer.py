"""One photo, large, with its view and date to correct."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QDate, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.album import Entry
from diary.domain.photo import DateSource, Photo, Taken, View, source_name, view_name
from diary.journal import Journal
from diary.ui.covering import Covering, covered_name, paint_cover
from diary.ui.dialogs.copy_out import CopyOutDialog
from diary.ui.local import clock_time, long_date
from diary.ui.pages.photos import acts
from diary.ui.pages.photos.canvas import Canvas
from diary.ui.pages.photos.sharpener import Sharpener
from diary.ui.pages.photos.shown import day_words, spoken
from diary.ui.pages.photos.zoom_bar import ZoomBar
from diary.ui.pictures import preview
from diary.ui.session import Session
from diary.ui.widgets.button import ENTER_KEYS, Button, IconButton, Kind
from diary.ui.widgets.date_field import DateEdit
from diary.ui.widgets.flow_layout import FlowLayout
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.text import label
from diary.words import translate

ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}

PAN_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
MOST_LINES = 2
"""Of words between the buttons over the photo."""

PAN = 0.15
"""Of the shorter side of the place, for each press."""


class Seen(NamedTuple):
    """A photo as it was read, with its picture of window size; a null one if it is damaged."""

    photo: Photo
    picture: QImage
    day_number: int
    today: date


class Viewer(QWidget):
    """Shows one of a row of photos, newest first; the keys go to its neighbours."""

    closed = Signal()
    remove_requested = Signal(str, str)
    """The id of the photo, and its spoken name."""
    compare_requested = Signal(str)
    """The id of a photo to be seen beside another."""
    marks_requested = Signal(object)
    """The `Photo` on which spots are to be marked."""

    def __init__(self, session: Session, covering: Covering) -> None:
        super().__init__()
        self._session = session
        self._covering = covering
        self._entries: Sequence[Entry] = ()
        self._at = 0
        self._seen: Seen | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.canvas = Canvas()
        self._zoom = ZoomBar(self.canvas)
        self._sharpener = Sharpener(session, self.canvas, self)
        self._words = label("", "subtitle", wrap=True)
        self._top, self._under_top = QHBoxLayout(), QVBoxLayout()
        self._back = Button(self.tr("Back to all photos"), Kind.TEXT, "chevron-left")
        self._earlier = IconButton("chevron-left", self.tr("Earlier photo"))
        self._later = IconButton("chevron-right", self.tr("Later photo"))
        self._compare = Button(self.tr("Compare…"))
        self._view = Segmented(self.tr("View"), [(view, view_name(view)) for view in View])
        self._date = DateEdit()
        self._date.setAccessibleName(self.tr("Date of the photo"))
        self._date.setDisplayFormat(self.tr("d MMM yyyy"))
        self._lay_out()
        self._connect()

    @property
    def photo_id(self) -> str:
        return self._entries[self._at].photo_id

    @property
    def said(self) -> str:
        """What stands over the photo."""
        return self._words.text()

    def open(self, entries: Sequence[Entry], photo_id: str) -> bool:
        """Show a photo of `entries`, newest first; False if it is not among them."""
        found = next((n for n, one in enumerate(entries) if one.photo_id == photo_id), None)
        if found is not None:
            same = bool(self._entries) and self.photo_id == photo_id
            self._entries, self._at = entries, found
            self._read(anew=not same)
        return found is not None

    def commit_pending(self) -> None:
        """Write a date that was typed."""
        on: date = self._date.date().toPython()  # type: ignore[assignment]
        if self._seen and on != self._seen.photo.taken.on:
            taken = Taken(on, None, None, DateSource.TYPED)
            self._seen = self._seen._replace(photo=replace(self._seen.photo, taken=taken))
            acts.set_date(self._session, [self._entries[self._at]], on)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep no picture in memory that nobody sees."""
        super().hideEvent(event)
        self._seen = None
        self._sharpener.follow(None)
        self.canvas.show_photo(QSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in ENTER_KEYS:
            self._uncover()
        elif key in PAN_KEYS and self.canvas.can_pan:
            right, down = PAN_KEYS[key]
            self.canvas.pan(right * PAN, down * PAN)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_PageUp}:
            self._go_earlier()
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_PageDown}:
            self._go_later()
        elif key in ZOOM_KEYS:
            self.canvas.zoom_by(ZOOM_KEYS[key])
        elif key == Qt.Key.Key_0:
            self.canvas.fit()
        elif key == Qt.Key.Key_1:
            self.canvas.zoom_to(1.0)
        elif key == Qt.Key.Key_Delete:
            self._remove()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._back.clicked.connect(self.closed)
        save_copy = Button(self.tr("Save a copy…"), icon="image-down")
        save_copy.clicked.connect(self._save_copy)
        mark = Button(self.tr("Mark spots"))
        mark.clicked.connect(self._ask_to_mark)
        remove = Button(self.tr("Delete…"), Kind.DELETE)
        remove.clicked.connect(self._remove)
        top = self._top
        top.setSpacing(8)
        top.addWidget(self._back)
        top.addWidget(self._words, 1)
        top.addStretch(0)
        top.addWidget(self._compare)
        top.addWidget(self._earlier)
        top.addWidget(self._later)
        bottom = FlowLayout()
        for widget in (self._view, self._date, self._zoom, mark, save_copy, remove):
            bottom.addWidget(widget)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addLayout(top)
        rows.addLayout(self._under_top)
        rows.addWidget(self.canvas, 1)
        rows.addLayout(bottom)

    def _place_words(self) -> None:
        """Between the buttons, or under them where they would break into many short lines."""
        buttons = (self._back, self._compare, self._earlier, self._later)
        taken = sum(button.sizeHint().width() + self._top.spacing() for button in buttons)
        words = self._words.fontMetrics().horizontalAdvance(self._words.text())
        beside = words <= MOST_LINES * (self.width() - taken)
        if beside == (self._top.indexOf(self._words) < 0):
            (self._under_top if beside else self._top).removeWidget(self._words)
            if beside:
                self._top.insertWidget(1, self._words, 1)
            else:
                self._under_top.addWidget(self._words)

    def _connect(self) -> None:
        self._earlier.clicked.connect(self._go_earlier)
        self._later.clicked.connect(self._go_later)
        self._compare.clicked.connect(self._ask_to_compare)
        self._view.chosen.connect(self._choose_view)
        self._date.editingFinished.connect(self.commit_pending)
        self.canvas.clicked.connect(self._uncover)
        self._sharpener.damaged.connect(self._say_damaged)
        self._covering.changed.connect(self._cover)

    def _read(self, *, anew: bool) -> None:
        if anew:
            self._seen = None
            self._sharpener.follow(None)
            self.canvas.show_photo(QSize())
            self._words.setText("")
            self._view.set_value(self._entries[self._at].view)
        self._earlier.setEnabled(self._at + 1 < len(self._entries))
        self._later.setEnabled(self._at > 0)
        self._session.ask(partial(_see, photo_id=self.photo_id), self._show, self)

    def _show(self, seen: Seen) -> None:
        photo = seen.photo
        if photo.id != self.photo_id or not self.isVisible():
            return
        before, self._seen = self._seen, seen
        self._words.setText(_description(seen))
        self._place_words()
        self._view.set_value(photo.view)
        self._date.setMaximumDate(QDate(seen.today))
        self._date.set_saved(QDate(photo.taken.on))
        if before is None:
            self.canvas.show_photo(QSize(photo.width, photo.height))
            self.canvas.add_image(seen.picture)
            self._sharpener.follow(photo)
        if seen.picture.isNull():
            self._say_damaged()
        self._cover()

    @Slot()
    def _say_damaged(self) -> None:
        if self._seen is not None:
            damaged = self.tr("Its file is damaged. A backup brings it back: see Settings.")
            self._words.setText(f"{_description(self._seen)}. {damaged}")

    @Slot()
    def _cover(self) -> None:
        if self._seen is None:
            return
        photo = self._seen.photo
        covered = self._covering.covers(photo.id)
        name = spoken(self._entries[self._at], self._seen.day_number)
        self.setAccessibleName(covered_name(name) if covered else name)
        self.canvas.setAccessibleName(self.accessibleName())
        self.canvas.setToolTip(self.tr("Click to uncover") if covered else "")
        self._zoom.setEnabled(not covered)
        self.canvas.set_cover(partial(_paint_cover, photo) if covered else None)

    @Slot()
    def _uncover(self) -> None:
        if self._seen is not None:
            self._covering.uncover(self._seen.photo.id)

    @Slot()
    def _go_earlier(self) -> None:
        self._go(+1)

    @Slot()
    def _go_later(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        if 0 <= self._at + by < len(self._entries):
            self.commit_pending()
            self._at += by
            self._read(anew=True)

    @Slot(object)
    def _choose_view(self, key: str) -> None:
        acts.set_view(self._session, [self._entries[self._at]], View(key))

    @Slot()
    def _save_copy(self) -> None:
        self._session.ask(partial(_photo, photo_id=self.photo_id), self._offer_copy, self)

    def _offer_copy(self, photo: Photo) -> None:
        CopyOutDialog(self._session, self, photo).open()

    @Slot()
    def _ask_to_compare(self) -> None:
        self.compare_requested.emit(self.photo_id)

    @Slot()
    def _ask_to_mark(self) -> None:
        work = partial(_photo, photo_id=self.photo_id)
        self._session.ask(work, self.marks_requested.emit, self)

    @Slot()
    def _remove(self) -> None:
        self.remove_requested.emit(self.photo_id, self.accessibleName())


def _see(journal: Journal, photo_id: str) -> Seen:
    photo = journal.photos.get(photo_id)
    day = journal.course.get().day_number(photo.taken.on)
    return Seen(photo, preview(journal, photo), day, journal.today())


def _description(seen: Seen) -> str:
    taken = seen.photo.taken
    when = long_date(taken.on) + (f", {clock_time(taken.at)}" if taken.at else "")
    pattern = translate("Photos", "{view} · {when} · {day} · date {source}")
    return pattern.format(
        view=view_name(seen.photo.view),
        when=when,
        day=day_words(seen.day_number),
        source=source_name(taken.source),
    )


def _paint_cover(photo: Photo, painter: QPainter, box: QRectF) -> None:
    words = f"{view_name(photo.view)}, {long_date(photo.taken.on)}"
    paint_cover(painter, box, photo.view, words)


def _photo(journal: Journal, photo_id: str) -> Photo:
    return journal.photos.get(photo_id)
