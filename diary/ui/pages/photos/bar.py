"""What stands over the gallery: the view to show, what the captions' marks mean, the order."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from diary.ui.widgets.marker import Marker, Series
from diary.ui.widgets.select import Select
from diary.ui.widgets.text import label

BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
GAP = 12


class GalleryBar(QWidget):
    """One line, or two where the window has no room for one."""

    sorted_anew = Signal()

    def __init__(self, views: QWidget) -> None:
        super().__init__()
        self._views = views
        self._order = Select()
        self._order.addItems([self.tr("Newest first"), self.tr("Oldest first")])
        self._order.setAccessibleName(self.tr("Order"))
        self._order.activated.connect(self.sorted_anew)
        self._right = self._make_right()
        self._row = QBoxLayout(BESIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(views, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addWidget(self._right, 0, Qt.AlignmentFlag.AlignRight)

    @property
    def oldest_first(self) -> bool:
        return self._order.currentIndex() == 1

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of its two parts: a line must be able to become two."""
        size = super().minimumSizeHint()
        parts = (self._views.minimumSizeHint().width(), self._right.minimumSizeHint().width())
        return QSize(max(parts), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self._views.sizeHint().width() + GAP + self._right.sizeHint().width()
        self._row.setDirection(BESIDE if needed <= self.width() else BELOW)

    def _make_right(self) -> QWidget:
        right = QWidget()
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for series, words in (
            (Series.ACNE, self.tr("acne")),
            (Series.DRYNESS, self.tr("dryness, mean of four")),
        ):
            row.addWidget(Marker(series))
            row.addWidget(label(words, "caption"))
            row.addSpacing(GAP - 6)
        row.addWidget(self._order)
        return right
