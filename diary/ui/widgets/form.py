"""Rows of a form: the one place that names a control for the eye and for the ear."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from diary.ui import icons
from diary.ui.widgets.text import label

GAP_IN_ROW = 6


class FormRow(QWidget):
    """A label above its control, a hint beneath it, and in place of the hint a problem."""

    def __init__(
        self, title: str, control: QWidget, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._hint_text = hint
        self._title = label(title, "control", wrap=True)
        self._title.setBuddy(control)
        self._note = label("", "caption")
        self._hint = label(hint, "caption", wrap=True)
        self._error = _Problem()
        control.setAccessibleName(title)
        self._lay_out()
        self.clear_error()

    def set_note(self, note: str) -> None:
        """A word at the end of the label's line, such as "optional"."""
        self._note.setText(note)

    def set_large(self) -> None:
        """The size of first run and lock."""
        self.control.setProperty("large", "true")

    def set_error(self, sentence: str) -> None:
        """Say what is wrong and how to put it right."""
        self._show(sentence)

    def clear_error(self) -> None:
        self._show("")

    @property
    def error(self) -> str:
        return self._error.text()

    def _show(self, error: str) -> None:
        self._error.say(error)
        self._hint.setText(self._hint_text)
        self._hint.setVisible(bool(self._hint_text) and not error)
        self.control.setAccessibleDescription(error or self._hint_text)
        self.control.setProperty("error", "true" if error else "false")
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP_IN_ROW)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._note)
        rows.addLayout(head)
        for widget in (self.control, self._error, self._hint):
            rows.addWidget(widget)


class _Problem(QWidget):
    """An icon and a sentence in the colour of errors."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        icons.put(self._icon, "error", "danger", 16)
        self._sentence = label("", "error", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)

    def say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))

    def text(self) -> str:
        return self._sentence.text()
