"""One photo, large, with its view and date to correct."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from diary.domain.photo import DateSource, Photo, Taken, View, source_name, view_name
from diary.journal import Journal
from diary.ui.dialogs.copy_out import CopyOutDialog
from diary.ui.local import clock_time, long_date, short_date
from diary.ui.pages.photos.shown import Tile, day_words
from diary.ui.pictures import preview
from diary.ui.session import Session
from diary.ui.widgets.button import Button, IconButton, Kind
from diary.ui.widgets.flow_layout import FlowLayout
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.text import label
from diary.words import translate

SMALLEST_SIDE = 240


class Picture(QWidget):
    """A picture as large as fits."""

    def __init__(self) -> None:
        super().__init__()
        self._pixmap = QPixmap()
        self.setMinimumSize(SMALLEST_SIDE, SMALLEST_SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage) -> None:
        self._pixmap = QPixmap.fromImage(image)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._pixmap.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawPixmap(left, top, size.width(), size.height(), self._pixmap)


class Viewer(QWidget):
    """Shows one tile of a row of tiles; the arrow keys go to its neighbours."""

    closed = Signal()
    remove_requested = Signal(object)
    compare_requested = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._tiles: list[Tile] = []
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._picture = Picture()
        self._words = label("", "subtitle", wrap=True)
        self._earlier = IconButton("chevron-left", self.tr("Earlier photo"))
        self._later = IconButton("chevron-right", self.tr("Later photo"))
        self._compare = Button(self.tr("Compare…"))
        self._view = Segmented(self.tr("View"), [(view, view_name(view)) for view in View])
        self._date = QDateEdit()
        self._date.setAccessibleName(self.tr("Date of the photo"))
        self._date.setCalendarPopup(True)
        self._date.setDisplayFormat(self.tr("d MMM yyyy"))
        self._lay_out()
        self._earlier.clicked.connect(self._go_earlier)
        self._later.clicked.connect(self._go_later)
        self._compare.clicked.connect(self._ask_to_compare)
        self._view.chosen.connect(self._choose_view)
        self._date.editingFinished.connect(self.commit_pending)

    @property
    def photo(self) -> Photo:
        return self._tiles[self._at].photo

    def open(self, tiles: list[Tile], photo_id: str) -> bool:
        """Show a photo of `tiles`, newest first; False if it is not among them."""
        found = [number for number, tile in enumerate(tiles) if tile.photo.id == photo_id]
        if found:
            self._tiles, self._at = tiles, found[0]
            self._show()
        return bool(found)

    def commit_pending(self) -> None:
        """Write a date that was typed."""
        on: date = self._date.date().toPython()  # type: ignore[assignment]
        if on != self.photo.taken.on:
            self._change(
                replace(self.photo, taken=Taken(on, None, None, DateSource.TYPED)),
                self.tr("photo date {date}").format(date=short_date(on)),
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_Left:
                self._go_earlier()
            case Qt.Key.Key_Right:
                self._go_later()
            case Qt.Key.Key_Delete:
                self._remove()
            case _:
                super().keyPressEvent(event)

    def _lay_out(self) -> None:
        back = Button(self.tr("Back to all photos"), Kind.TEXT, "chevron-left")
        back.clicked.connect(self.closed)
        save_copy = Button(self.tr("Save a copy…"), icon="image-down")
        save_copy.clicked.connect(self._save_copy)
        remove = Button(self.tr("Delete…"), Kind.DELETE)
        remove.clicked.connect(self._remove)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(back)
        top.addWidget(self._words, 1)
        top.addWidget(self._compare)
        top.addWidget(self._earlier)
        top.addWidget(self._later)
        bottom = FlowLayout()
        for widget in (self._view, self._date, save_copy, remove):
            bottom.addWidget(widget)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addLayout(top)
        rows.addWidget(self._picture, 1)
        rows.addLayout(bottom)

    def _show(self) -> None:
        tile, photo = self._tiles[self._at], self.photo
        self._words.setText(_description(tile))
        self._picture.setAccessibleName(tile.spoken)
        self._view.set_value(photo.view)
        self._date.setDate(QDate(photo.taken.on))
        today = self._session.journal.today()
        self._date.setMaximumDate(QDate(today))
        self._earlier.setEnabled(self._at + 1 < len(self._tiles))
        self._later.setEnabled(self._at > 0)
        self._session.ask(partial(preview, photo=photo), partial(self._show_image, tile), self)

    def _show_image(self, tile: Tile, image: QImage) -> None:
        if tile.photo.id != self.photo.id:
            return
        self._picture.show_image(image)
        if image.isNull():
            damaged = self.tr("Its file is damaged. A backup brings it back: see Settings.")
            self._words.setText(f"{_description(tile)}. {damaged}")

    def _go_earlier(self) -> None:
        self._go(+1)

    def _go_later(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        if 0 <= self._at + by < len(self._tiles):
            self._at += by
            self._show()

    def _choose_view(self, key: str) -> None:
        view = View(key)
        self._change(
            replace(self.photo, view=view),
            self.tr("photo view {view}").format(view=view_name(view)),
        )

    def _change(self, new: Photo, text: str) -> None:
        old = self.photo
        self._session.push(
            text,
            partial(_put, photo=new),
            partial(_put, photo=old),
            changed=self._session.photos_changed.emit,
        )

    def _save_copy(self) -> None:
        CopyOutDialog(self._session, self, self.photo).open()

    def _ask_to_compare(self) -> None:
        self.compare_requested.emit(self._tiles[self._at])

    def _remove(self) -> None:
        self.remove_requested.emit(self._tiles[self._at])


def _description(tile: Tile) -> str:
    taken = tile.photo.taken
    when = long_date(taken.on) + (f", {clock_time(taken.at)}" if taken.at else "")
    pattern = translate("Photos", "{view} · {when} · {day} · date {source}")
    return pattern.format(
        view=view_name(tile.photo.view),
        when=when,
        day=day_words(tile.day_number),
        source=source_name(taken.source),
    )


def _put(journal: Journal, photo: Photo) -> None:
    journal.photos.change(photo.id, view=photo.view, taken=photo.taken)
