"""Short facts side by side: a caption above, the fact beneath."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from diary.ui import theme
from diary.ui.widgets.text import label

NARROWEST = 148
"""Logical pixels at 100 % text in which a fact stands on one line."""


class Facts(QWidget):
    """As many columns as there is room for."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = [_Fact() for _ in range(count)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 8, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._abreast = 0
        self._place(count)

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        for shown, (caption, value) in zip(self._facts, facts, strict=True):
            shown.say(caption, value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() // theme.current().px(NARROWEST)
        self._place(min(max(room, 1), len(self._facts)))

    def _place(self, abreast: int) -> None:
        if abreast == self._abreast:
            return
        self._abreast = abreast
        for index, fact in enumerate(self._facts):
            self._grid.addWidget(fact, *divmod(index, abreast))
            self._grid.setColumnStretch(index, 1 if index < abreast else 0)


class _Fact(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._caption = label("", "caption", wrap=True)
        self._value = label("", "strong", wrap=True)
        self._value.setAlignment(Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self._caption)
        rows.addWidget(self._value, 1)

    def say(self, caption: str, value: str) -> None:
        self._caption.setText(caption)
        self._value.setText(value)
