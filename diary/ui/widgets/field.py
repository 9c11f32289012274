"""A line of text with its label, hint, unit and problem."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from diary.ui.widgets.form import FormRow
from diary.ui.widgets.line_edit import LineEdit
from diary.ui.widgets.text import label


class Field(FormRow):
    """`edited` follows the typing; `committed` comes when Enter or leaving ends a change."""

    edited = Signal(str)
    committed = Signal(str)

    def __init__(
        self,
        title: str,
        *,
        hint: str = "",
        unit: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.edit = LineEdit()
        super().__init__(title, self.edit, hint, parent)
        self.setFocusProxy(self.edit)
        self.edit.setPlaceholderText(placeholder)
        self.edit.textEdited.connect(self._follow)
        self.edit.committed.connect(self.committed)
        if unit:
            self._show_unit(unit)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, saved: str) -> None:
        """Show what is saved; Esc comes back to it."""
        self.edit.set_saved(saved)

    @Slot(str)
    def _follow(self, text: str) -> None:
        self.clear_error()
        self.edited.emit(text)

    def _show_unit(self, unit: str) -> None:
        shown = label(unit, "subtitle")
        shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.edit.set_trailing(shown)
