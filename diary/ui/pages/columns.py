"""Cards in columns that join when the window is narrow or its text is large."""

from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.ui import theme

THREE_FROM, TWO_FROM = 1180, 840
"""Logical pixels of the window at 100 % text; the page shares it with the rail."""

GAP = 16


def lanes_for(window_width: int, columns: int) -> int:
    """How many columns stand side by side."""
    scale = theme.current().text_scale
    room = 3 if window_width >= THREE_FROM * scale else 2 if window_width >= TWO_FROM * scale else 1
    return min(room, columns)


class _Placed(NamedTuple):
    widget: QWidget
    stretch: int


class Columns(QWidget):
    """Each column's cards from top to bottom; the last columns move under their left neighbour.

    `weights` are the columns' shares of the width. Columns end together while all stand side by
    side.
    """

    def __init__(self, *weights: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights = weights
        self._columns: list[list[_Placed]] = [[] for _ in weights]
        self._lanes = [QVBoxLayout() for _ in weights]
        self._shown = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for lane in self._lanes:
            lane.setSpacing(GAP)
            row.addLayout(lane)
        theme.current().changed.connect(self._reflow)

    def add(self, column: int, widget: QWidget, stretch: int = 0) -> None:
        """Put a card at the end of a column; `stretch` lets it take the height that is left."""
        self._columns[column].append(_Placed(widget, stretch))
        self._place()

    def take_back(self) -> None:
        """Put cards that were shown elsewhere for a while into their places again."""
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        if lanes_for(self.window().width(), len(self._columns)) != self._shown:
            self._place()

    def _place(self) -> None:
        self._shown = lanes_for(self.window().width(), len(self._columns))
        for lane in self._lanes:
            self._empty(lane)
        self._set_widths()
        for index, column in enumerate(self._columns):
            lane = self._lanes[min(index, self._shown - 1)]
            for widget, stretch in column:
                lane.addWidget(widget, stretch if self._shown == len(self._columns) else 0)
        for lane in self._lanes[: self._shown]:
            if not any(lane.stretch(index) for index in range(lane.count())):
                lane.addStretch(1)

    def _empty(self, lane: QVBoxLayout) -> None:
        """`takeAt` alone would leave an item behind that keeps a card's old height for ever."""
        for column in self._columns:
            for placed in column:
                lane.removeWidget(placed.widget)
        while lane.takeAt(0):
            pass

    def _set_widths(self) -> None:
        row = self.layout()
        assert isinstance(row, QHBoxLayout)  # noqa: S101 - it was made in __init__
        last = self._shown - 1
        for index, weight in enumerate(self._weights):
            joined = sum(self._weights[last:]) if index == last else weight
            row.setStretch(index, joined if index <= last else 0)
