"""Something that happened today or did not: a word that can be switched on."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from diary.ui import icons
from diary.ui.widgets.weight import widened


class Chip(QPushButton):
    """Off: plain. On: tick, outline, semibold. `toggled` tells of both, `clicked` of the patient.

    `icon` stands before the word of a chip that opens something, such as "Other…".
    """

    def __init__(
        self, text: str, *, icon: str = "", checkable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        if icon:
            icons.put(self, icon, size=16)
        self.toggled.connect(self._show_tick)

    def sizeHint(self) -> QSize:
        return widened(self, super().sizeHint())

    minimumSizeHint = sizeHint

    @Slot(bool)
    def _show_tick(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:
            icons.put(self, "check", "accent_text", 16)
        else:
            icons.take_off(self)
