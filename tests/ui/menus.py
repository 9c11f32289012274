"""What stands in the menus of a page."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from diary.ui.widgets.menu_button import MenuButton


def offered(inside: QWidget) -> list[str]:
    """The words of all that can be chosen from menus whose buttons are in sight."""
    return [action.text() for action in _actions(inside)]


def choose(inside: QWidget, words: str) -> None:
    """Choose from a menu."""
    (action,) = [action for action in _actions(inside) if action.text() == words]
    action.trigger()


def _actions(inside: QWidget) -> list[QAction]:
    menus = [
        button.findChild(QMenu) for button in inside.findChildren(MenuButton) if button.isVisible()
    ]
    return [
        action
        for menu in menus
        if menu is not None
        for action in menu.actions()
        if action.isVisible() and action.isEnabled() and not action.isSeparator()
    ]
