"""A card of text fields that are saved when they are left."""

from PySide6.QtCore import Signal, Slot

from diary.ui.widgets.card import Card
from diary.ui.widgets.field import Field
from diary.ui.widgets.text import label


class WordsCard(Card):
    """Emits `entered` once something typed is to be saved."""

    entered = Signal()

    def __init__(self, title: str, hint: str) -> None:
        super().__init__(title)
        self._fields: list[Field] = []
        self.add(label(hint, "caption", wrap=True))

    def add_field(self, field: Field) -> None:
        self._fields.append(field)
        self.add(field)
        field.committed.connect(self._enter)

    def show_text(self, field: Field, saved: str) -> None:
        """Show what is saved, but never over what is being typed."""
        if not field.edit.isModified():
            field.set_text(saved)

    def settle(self) -> None:
        """What is typed has been handed over for saving."""
        for field in self._fields:
            field.set_text(field.text())
            field.edit.setModified(False)

    @Slot()
    def _enter(self) -> None:
        self.entered.emit()
