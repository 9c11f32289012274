"""What B is compared with, one key away."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu

from diary.domain.partner import Partner
from diary.ui.widgets.menu_button import MenuButton

KEYS = {
    Qt.Key.Key_F: Partner.FIRST,
    Qt.Key.Key_P: Partner.PREVIOUS,
    Qt.Key.Key_1: Partner.MONTH_ONE,
    Qt.Key.Key_2: Partner.MONTH_TWO,
}


class PartnerMenu(MenuButton):
    """Offers what there is; the rest is there to be read, but cannot be chosen."""

    chosen = Signal(object)
    """The `Partner` that the patient chose as A."""

    swapped = Signal()

    def __init__(self) -> None:
        menu = QMenu()
        super().__init__(self.tr("Compare with…"), menu)
        self._actions = {
            Partner.FIRST: menu.addAction(self.tr("First photo") + "\tF"),
            Partner.PREVIOUS: menu.addAction(self.tr("Previous photo") + "\tP"),
            Partner.MONTH_ONE: menu.addAction(self.tr("Month one") + "\t1"),
            Partner.MONTH_TWO: menu.addAction(self.tr("Month two") + "\t2"),
        }
        for which, action in self._actions.items():
            action.setData(which)
            action.triggered.connect(self._choose)
        menu.addSeparator()
        self._swap = menu.addAction(self.tr("Swap A and B") + "\tS")
        self._swap.triggered.connect(self.swapped)

    def offer(self, there: Mapping[Partner, bool]) -> None:
        """Which of them there are for B."""
        for which, action in self._actions.items():
            action.setEnabled(there.get(which, False))

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key chose something; with Ctrl or Alt it is meant for others."""
        which = KEYS.get(Qt.Key(event.key()))
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if which is None or not plain or not self._actions[which].isEnabled():
            return False
        self.chosen.emit(which)
        return True

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)  # noqa: S101 - only actions are connected here
        self.chosen.emit(action.data())
