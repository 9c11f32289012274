"""What is selected in the gallery, and what can be done with it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from diary.domain.album import Entry
from diary.domain.course import Course
from diary.domain.photo import view_name
from diary.journal import Journal
from diary.ui import icons
from diary.ui.covering import Covering
from diary.ui.local import short_date
from diary.ui.pages.photos.shown import day_line, photo_count, spoken
from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.covered_picture import CoveredPicture
from diary.ui.widgets.text import label

SIDE = 40
GAP = 24
MOST_LINES = 3
"""Of words beside the buttons in a low window, before they stand over them."""

BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class SelectionBar(QFrame):
    """One photo, a pair to compare, or many. Hidden while nothing is selected."""

    menu_requested = Signal(QPoint)
    """Acts for the selected photos, at a place of the screen."""
    cleared = Signal()
    save_asked = Signal()
    """Copies of the selected photos; for a pair to compare it stands in the menu alone."""
    compare_asked = Signal()

    def __init__(self, session: Session, covering: Covering) -> None:
        super().__init__()
        self._session, self._covering = session, covering
        self.setProperty("surface", "chosen")
        self.setAccessibleName(self.tr("Selected photos"))
        self._pair = QWidget()
        self._pair_row = QHBoxLayout(self._pair)
        self._pair_row.setContentsMargins(0, 0, 0, 0)
        self._pair_row.setSpacing(16)
        self._words = label("", "caption", wrap=True)
        self._save = Button(self.tr("Save copies…"), Kind.TEXT)
        self._change = Button(self.tr("Change…"), Kind.TEXT)
        self._clear = Button(self.tr("Clear"), Kind.TEXT)
        self._compare = Button(self.tr("Compare"), Kind.PRIMARY, "compare")
        self._short, self._has_pair = False, False
        self._said, self._dates = "", ""
        self._rows = QBoxLayout(BESIDE, self)
        self._lay_out()
        self._save.clicked.connect(self.save_asked)
        self._change.clicked.connect(self._open_menu)
        self._clear.clicked.connect(self.cleared)
        self._compare.clicked.connect(self.compare_asked)
        self.hide()

    def set_short(self, *, short: bool) -> None:
        """One line without the pictures, which are marked among the photos anyway."""
        self._short = short
        self._acts_row.setSpacing(8 if short else GAP)
        self._pair.setVisible(self._has_pair and not short)
        self._say()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of its two parts: a line must be able to become two."""
        width = max(part.minimumSizeHint().width() for part in self._parts)
        margins = self._rows.contentsMargins()
        width += margins.left() + margins.right()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """One line, or two where there is no room for the words beside the buttons."""
        said, acts = (part.minimumSizeHint().width() for part in self._parts)
        words = self._words.fontMetrics().horizontalAdvance(self._words.text())
        pair = self._pair.minimumSizeHint().width() if self._pair.isVisibleTo(self) else 0
        if self._short:
            words //= MOST_LINES - 1  # the last line is never full
        needed = max(said, pair + GAP + words) + 8 + acts + 2 * 16
        self._rows.setDirection(BESIDE if needed <= self.width() else BELOW)

    def show_chosen(
        self, chosen: Sequence[Entry], pair: tuple[Entry, Entry] | None, course: Course
    ) -> None:
        """`chosen` in any order; `pair` has the earlier photo first."""
        if pair is not None:
            self._show_pair(pair, course)
        else:
            self._drop_pair()
            self._said, self._dates = self._about(chosen), ""
        self._has_pair = pair is not None
        self._pair.setVisible(self._has_pair and not self._short)
        self._compare.setVisible(pair is not None)
        self._save.setVisible(len(chosen) > 1 and pair is None)
        self.setVisible(bool(chosen))
        self._say()

    def _say(self) -> None:
        """In short the words name the days that the pictures stand for otherwise."""
        self._words.setText(
            f"{self._dates}, {self._said}" if self._short and self._dates else self._said
        )
        self._fit()

    def _about(self, chosen: Sequence[Entry]) -> str:
        count = self.tr("{photos} selected").format(photos=photo_count(len(chosen)))
        if len(chosen) > 2:
            return count
        if len(chosen) == 1:
            return self.tr("1 photo selected. Choose another of the same view to compare.")
        return self.tr("Choose two photos of the same view to compare.")

    def _show_pair(self, pair: tuple[Entry, Entry], course: Course) -> None:
        self._drop_pair()
        pictures = [self._add_photo(pair[0], course)]
        arrow = QLabel()
        icons.put(arrow, "arrow-right")
        self._pair_row.addWidget(arrow)
        pictures.append(self._add_photo(pair[1], course))
        ids = [entry.photo_id for entry in pair]
        self._session.ask(
            partial(_thumbnails, photo_ids=ids), partial(_show, ids, pictures), self._pair
        )
        days = (pair[1].on - pair[0].on).days
        if days == 0:
            self._said = self.tr("2 selected, of the same day")
        elif days == 1:
            self._said = self.tr("2 selected, 1 day apart")
        else:
            self._said = self.tr("2 selected, %n days apart", "", days)
        self._dates = " → ".join(short_date(entry.on) for entry in pair)

    def _add_photo(self, entry: Entry, course: Course) -> CoveredPicture:
        day = course.day_number(entry.on)
        name = spoken(entry, day)
        picture = CoveredPicture(self._covering, entry.photo_id, entry.view, name, SIDE)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(label(short_date(entry.on), "control"))
        said = f"{day_line(day)} · {view_name(entry.view).lower()}"
        words.addWidget(label(said, "caption"))
        words.addStretch(1)
        self._pair_row.addWidget(picture)
        self._pair_row.addLayout(words)
        return picture

    def _drop_pair(self) -> None:
        _empty(self._pair_row)

    def _lay_out(self) -> None:
        said, acts = QWidget(), QWidget()
        for part, widgets in (
            (said, (self._pair, self._words)),
            (acts, (self._save, self._change, self._clear, self._compare)),
        ):
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GAP)
            for widget in widgets:
                row.addWidget(widget)
            self._acts_row = row
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._rows.setContentsMargins(16, 10, 16, 10)
        self._rows.setSpacing(8)
        self._rows.addWidget(said, 1)
        self._rows.addWidget(acts, 0, Qt.AlignmentFlag.AlignRight)
        self._parts = (said, acts)

    @Slot()
    def _open_menu(self) -> None:
        self.menu_requested.emit(self._change.mapToGlobal(QPoint(0, 0)))


def _empty(row: QHBoxLayout) -> None:
    while (item := row.takeAt(0)) is not None:
        inner = item.layout()
        if isinstance(inner, QVBoxLayout):
            while (within := inner.takeAt(0)) is not None:
                _drop(within.widget())
            inner.deleteLater()
        _drop(item.widget())


def _drop(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()


def _show(
    ids: list[str], pictures: list[CoveredPicture], thumbnails: dict[str, bytes | None]
) -> None:
    for one, picture in zip(ids, pictures, strict=True):
        data = thumbnails[one]
        if data is not None:
            picture.show_image(QImage.fromData(data))


def _thumbnails(journal: Journal, photo_ids: list[str]) -> dict[str, bytes | None]:
    return journal.album.thumbnails(photo_ids)
