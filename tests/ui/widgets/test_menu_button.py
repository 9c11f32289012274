"""A button that opens a menu."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from diary.ui.widgets.menu_button import MenuButton

Show = Callable[[QWidget], None]


def test_it_does_not_stay_lit_when_the_pointer_left_it_through_its_menu(show: Show) -> None:
    """While a menu is open Qt tells the button of no pointer, and here no menu can open."""
    menu = QMenu()
    button = MenuButton("More", menu)
    show(button)
    QCursor.setPos(button.mapToGlobal(button.rect().bottomRight() + QPoint(200, 200)))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    menu.aboutToHide.emit()
    assert not button.underMouse()
