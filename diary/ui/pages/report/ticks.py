"""A few check boxes of which any may be ticked."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from diary.ui import theme
from diary.ui.widgets.check_row import CheckRow
from diary.ui.widgets.flow_layout import FlowLayout

GAP = 16

Key = TypeVar("Key", bound=StrEnum)


class Ticks(QWidget, Generic[Key]):
    """`columns` is how many a grid read downwards has where they fit; 0 lets the boxes flow."""

    changed = Signal()

    def __init__(self, names: Mapping[Key, str], ticked: frozenset[Key], columns: int = 0) -> None:
        super().__init__()
        self._boxes = {key: CheckRow(name) for key, name in names.items()}
        for key, box in self._boxes.items():
            box.setChecked(key in ticked)
            box.toggled.connect(self.changed)
        self._columns = columns
        self._shown = 0
        if columns:
            self._grid = QGridLayout(self)
            self._grid.setContentsMargins(0, 0, 0, 0)
            self._grid.setVerticalSpacing(0)
            self._put_in_grid(columns)
        else:
            flow = FlowLayout(self, theme.current().px(GAP), line_spacing=0)
            for box in self._boxes.values():
                flow.addWidget(box)

    def ticked(self) -> frozenset[Key]:
        return frozenset(key for key, box in self._boxes.items() if box.isChecked())

    def offer(self, key: Key, *, offered: bool) -> None:
        """Show or hide one box; a hidden one counts as not ticked."""
        box = self._boxes[key]
        box.setVisible(offered)
        if not offered:
            box.setChecked(False)

    def rename(self, key: Key, name: str) -> None:
        self._boxes[key].setText(name)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest box: two columns must be able to become one."""
        least = super().minimumSizeHint()
        if self._columns:
            least.setWidth(max(box.minimumSizeHint().width() for box in self._boxes.values()))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns:
            widest = max(box.sizeHint().width() for box in self._boxes.values())
            fit = (self.width() + self._grid.horizontalSpacing()) // widest
            self._put_in_grid(min(max(fit, 1), self._columns))

    def _put_in_grid(self, columns: int) -> None:
        if columns == self._shown:
            return
        self._shown = columns
        rows = -(-len(self._boxes) // columns)
        for place, box in enumerate(self._boxes.values()):
            column, row = divmod(place, rows)
            self._grid.addWidget(box, row, column)
