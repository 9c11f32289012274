"""Light, dark, or as the system has it; remembered with the window, not in the diary."""

from PySide6.QtCore import Qt, Slot

from diary.ui import theme
from diary.ui.theme import Scheme
from diary.ui.widgets.card import Card
from diary.ui.widgets.segmented import Segmented


class LookCard(Card):
    def __init__(self) -> None:
        super().__init__(self.tr("Appearance"))
        self._scheme = Segmented(
            self.tr("Appearance"),
            (
                (Scheme.SYSTEM, self.tr("Like the system")),
                (Scheme.LIGHT, self.tr("Light")),
                (Scheme.DARK, self.tr("Dark")),
            ),
        )
        self._scheme.set_value(theme.current().scheme)
        self._scheme.chosen.connect(self._choose)
        self.body.addWidget(self._scheme, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot(object)
    def _choose(self, scheme: str) -> None:
        look = theme.current()
        look.set_look(Scheme(scheme), look.text_scale)
