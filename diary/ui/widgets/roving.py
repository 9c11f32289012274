"""One Tab stop for a row of buttons; the arrow keys go from button to button."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from diary.ui.widgets import focus_ring

B = TypeVar("B", bound=QAbstractButton)

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
CLEAR_KEYS = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class Roving(Generic[B]):
    """The buttons of a row, from left to right, and which of them Tab reaches."""

    def __init__(self, buttons: Sequence[B]) -> None:
        self._buttons = buttons
        self.move(0)

    @property
    def stop(self) -> B:
        return self._buttons[self._index]

    def move(self, index: int) -> None:
        self._index = index
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def follow(self, index: int) -> None:
        """Move the Tab stop, and the focus with it if it is in the row's stop."""
        had_focus = self.stop.hasFocus()
        self.move(index)
        if had_focus and not self.stop.hasFocus():
            self.take_focus()

    def step(self, by: int) -> None:
        """Move Tab stop and focus by one button, as far as there are buttons."""
        index = self._index + by
        if 0 <= index < len(self._buttons):
            self.move(index)
            self.take_focus()

    def take_focus(self) -> None:
        focus_ring.focus(self.stop)
