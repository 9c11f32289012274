"""A button that opens a short menu."""

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QCursor, QPaintEvent
from PySide6.QtWidgets import QMenu

from diary.ui import icons
from diary.ui.widgets.button import Button


class MenuButton(Button):
    """With the arrow of our icons where its words end."""

    def __init__(self, text: str, menu: QMenu) -> None:
        super().__init__(text)
        menu.setParent(self, menu.windowFlags())
        self._menu = menu
        self.clicked.connect(self._open)
        menu.aboutToHide.connect(self._forget_pointer)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        icons.paint_at_end(self, "chevron-down")

    @Slot()
    def _forget_pointer(self) -> None:
        """Qt tells a button only of a pointer that leaves it while no menu is open."""
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, self._is_pointed_at())
        self.update()

    def _is_pointed_at(self) -> bool:
        return self.rect().contains(self.mapFromGlobal(QCursor.pos()))

    @Slot()
    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
