"""A few check boxes of which any may be ticked."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from diary.ui import theme
from diary.ui.widgets.check_row import CheckRow
from diary.ui.widgets.flow_layout import FlowLayout

GAP = 16

Key = TypeVar("Key", bound=StrEnum)


class Ticks(QWidget, Generic[Key]):
    """`columns` puts the boxes into a grid read downwards; 0 lets them flow."""

    changed = Signal()

    def __init__(self, names: Mapping[Key, str], ticked: frozenset[Key], columns: int = 0) -> None:
        super().__init__()
        self._boxes = {key: CheckRow(name) for key, name in names.items()}
        for key, box in self._boxes.items():
            box.setChecked(key in ticked)
            box.toggled.connect(self.changed)
        if columns:
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

    def _put_in_grid(self, columns: int) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        rows = -(-len(self._boxes) // columns)
        for place, box in enumerate(self._boxes.values()):
            column, row = divmod(place, rows)
            grid.addWidget(box, row, column)
