"""One choice out of a list that opens."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox

from diary.ui import icons


class Select(QComboBox):
    """A combo box with the arrow of our icons."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        icons.paint_at_end(self, "chevron-down")
