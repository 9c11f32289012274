"""A chip that opens a field for the patient's own word."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from diary.ui import theme
from diary.ui.widgets import focus_ring
from diary.ui.widgets.chip import Chip

FIELD_WIDTH = 220
MOST_LETTERS = 40
"""A word or two; longer ones belong into the notes."""


class OtherWord(QWidget):
    added = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._chip = Chip(self.tr("Other…"), icon="plus", checkable=False)
        self._chip.clicked.connect(self._ask)
        self._field = QLineEdit(maxLength=MOST_LETTERS)
        self._field.setPlaceholderText(self.tr("Your own word, then Enter"))
        self._field.setAccessibleName(self.tr("Your own word"))
        self._field.editingFinished.connect(self.commit_pending)
        self._field.setMinimumWidth(theme.current().px(FIELD_WIDTH))
        self._field.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._chip)
        row.addWidget(self._field)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab may reach."""
        return [self._chip, self._field]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._field.isVisible():
            self._field.clear()
            self._close()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _ask(self) -> None:
        self._chip.hide()
        self._field.show()
        focus_ring.focus(self._field)

    @Slot()
    def commit_pending(self) -> None:
        """A word that was typed without Enter is a word all the same."""
        word = " ".join(self._field.text().split())
        self._field.clear()
        self._close()
        if word:
            self.added.emit(word)

    def _close(self) -> None:
        had_focus = self._field.hasFocus()
        self._field.hide()
        self._chip.show()
        if had_focus:
            focus_ring.focus(self._chip)
