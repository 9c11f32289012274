"""A line of text that remembers what was saved."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

INSET = 8


class LineEdit(QLineEdit):
    """Esc restores the saved text; a unit or a button may stand inside, at the end."""

    committed = Signal(str)
    """The text, when Enter or leaving ends a change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = ""
        self._trailing: QWidget | None = None
        self.editingFinished.connect(self._commit)

    def set_saved(self, text: str) -> None:
        """Show `text` and restore it on Esc from now on."""
        self._saved = text
        if text != self.text():
            self.setText(text)

    def set_trailing(self, widget: QWidget) -> None:
        widget.setParent(self)
        self._trailing = widget
        self._place_trailing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._trailing is not None and self._trailing.hasFocus():
            event.ignore()  # typed at the button inside, which passes on what it does not know
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._saved:
            self.setText(self._saved)
            self.textEdited.emit(self._saved)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_trailing()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place_trailing()

    @Slot()
    def _commit(self) -> None:
        if self.text() != self._saved:
            self.committed.emit(self.text())

    def _place_trailing(self) -> None:
        if self._trailing is None:
            return
        size = self._trailing.sizeHint()
        self._trailing.resize(size)
        top = (self.height() - size.height()) // 2
        self._trailing.move(self.width() - size.width() - INSET, top)
        self.setTextMargins(0, 0, size.width(), 0)
