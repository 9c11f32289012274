"""Text fields whose words are recorded while they are typed."""

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from diary.ui.widgets.line_edit import LineEdit

PAUSE_MS = 300
"""After the last key; with the write itself an answer is on disk within 400 ms."""

UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class TypedLine(LineEdit):
    """One line. Esc restores what was last recorded."""

    typed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.commit_pending)
        self.textEdited.connect(self._pause.start)
        self.committed.connect(self.commit_pending)

    def show_text(self, text: str) -> None:
        """Show what is recorded, unless the patient is typing."""
        if not self._pause.isActive():
            self.set_saved(text)

    def forget(self) -> None:
        """Empty the field without recording anything."""
        self._pause.stop()
        self.set_saved("")

    @Slot()
    def commit_pending(self) -> None:
        self._pause.stop()
        if self.text() != self._saved:
            self.set_saved(self.text())
            self.typed.emit(self.text())

    def event(self, event: QEvent) -> bool:
        return _leaves_undo_to_the_page(event) or super().event(event)


class TypedNote(QPlainTextEdit):
    """Several lines; Tab moves on."""

    typed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._recorded = ""
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.commit_pending)
        self.textChanged.connect(self._wait)

    def show_text(self, text: str) -> None:
        """Show what is recorded, unless the patient is typing."""
        if self._pause.isActive():
            return
        self._recorded = text
        if self.toPlainText() != text:
            self.setPlainText(text)
            self._recorded = self.toPlainText()  # without signs that Qt cannot show
            self._pause.stop()

    @Slot()
    def commit_pending(self) -> None:
        text = self.toPlainText()
        self._pause.stop()
        if text != self._recorded:
            self._recorded = text
            self.typed.emit(text)

    def event(self, event: QEvent) -> bool:
        return _leaves_undo_to_the_page(event) or super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit_pending()

    @Slot()
    def _wait(self) -> None:
        if self.toPlainText() != self._recorded:
            self._pause.start()


def _leaves_undo_to_the_page(event: QEvent) -> bool:
    """Whether Qt was kept from giving Ctrl+Z to the field: the diary's undo covers its words."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not any(event.matches(keys) for keys in UNDO_KEYS):
        return False
    event.ignore()
    return True
