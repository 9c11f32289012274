"""One choice out of a list that opens."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox

from diary.ui import icons
from diary.ui.widgets.wheel import let_wheel_pass


class Select(QComboBox):
    """A combo box with the arrow of our icons."""

    def __init__(self) -> None:
        super().__init__()
        let_wheel_pass(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        icons.paint_at_end(self, "chevron-down")
