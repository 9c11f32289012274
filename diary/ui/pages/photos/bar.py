"""What stands over the gallery: which photos to show, what the captions' marks mean, the order."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from diary.domain.photo import View, view_name
from diary.ui.pages.photos.arranging import ALL, Wish
from diary.ui.widgets.marker import Marker, Series
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.select import Select
from diary.ui.widgets.text import label
from diary.words import translate

BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
GAP = 12
MOST_ITEMS = 16


class GalleryBar(QWidget):
    """One line, or two or three where the window has no room for one."""

    wished = Signal()
    """The patient chose to see other photos, or another order."""

    def __init__(self) -> None:
        super().__init__()
        self.views = Segmented(
            self.tr("View"),
            [(ALL, self.tr("All views")), *((view, view_name(view)) for view in View)],
        )
        self.views.set_value(ALL)
        self._when = Select()
        self._when.setAccessibleName(self.tr("Dates"))
        self._when.setMaxVisibleItems(MOST_ITEMS)
        self._when.addItem(self.tr("All dates"), ALL)
        self._order = Select()
        self._order.addItems([self.tr("Newest first"), self.tr("Oldest first")])
        self._order.setAccessibleName(self.tr("Order"))
        self.views.chosen.connect(self.wished)
        self._when.activated.connect(self.wished)
        self._order.activated.connect(self.wished)
        self._marks, self._choices = _make_marks(), self._make_choices()
        right = QWidget()
        self._right_row = QBoxLayout(BESIDE, right)
        self._right_row.setContentsMargins(0, 0, 0, 0)
        self._right_row.setSpacing(GAP)
        self._right_row.addWidget(self._marks, 0, Qt.AlignmentFlag.AlignRight)
        self._right_row.addWidget(self._choices, 0, Qt.AlignmentFlag.AlignRight)
        self._row = QBoxLayout(BESIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.views, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addWidget(right, 0, Qt.AlignmentFlag.AlignRight)

    @property
    def wish(self) -> Wish:
        chosen = self.views.value
        view = None if chosen in (None, ALL) else View(chosen)
        return Wish(view, self._when.currentData() or ALL, self._order.currentIndex() == 1)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """The times to choose from; the chosen one stays if it is still among them."""
        if choices == [(self._when.itemData(n), self._when.itemText(n)) for n in self._numbers()]:
            return
        chosen = self._when.currentData()
        self._when.clear()
        for key, words in choices:
            self._when.addItem(words, key)
        self._when.setCurrentIndex(max(self._when.findData(chosen), 0))

    def show_all(self) -> None:
        """Take back what narrows the gallery down."""
        self.views.set_value(ALL)
        self._when.setCurrentIndex(0)
        self.wished.emit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of its parts: a line must be able to become three."""
        parts = (self.views, self._marks, self._choices)
        width = max(part.minimumSizeHint().width() for part in parts)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        right = self._marks.sizeHint().width() + GAP + self._choices.sizeHint().width()
        needed = self.views.sizeHint().width() + GAP + right
        self._row.setDirection(BESIDE if needed <= self.width() else BELOW)
        self._right_row.setDirection(BESIDE if right <= self.width() else BELOW)

    def _numbers(self) -> range:
        return range(self._when.count())

    def _make_choices(self) -> QWidget:
        choices = QWidget()
        row = QHBoxLayout(choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._when)
        row.addWidget(self._order)
        return choices


def _make_marks() -> QWidget:
    marks = QWidget()
    row = QHBoxLayout(marks)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for series, words in (
        (Series.ACNE, translate("GalleryBar", "acne")),
        (Series.DRYNESS, translate("GalleryBar", "dryness, mean of four")),
    ):
        if row.count():
            row.addSpacing(GAP - 6)
        row.addWidget(Marker(series))
        row.addWidget(label(words, "caption"))
    return marks
