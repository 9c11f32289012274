"""A form that opens inside a card: Enter saves, Esc cancels, problems stand in their field."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from diary.errors import InvalidInput
from diary.ui.widgets import focus_ring
from diary.ui.widgets.button import ENTER_KEYS, Button, Kind
from diary.ui.widgets.form import FormRow
from diary.ui.widgets.text import label

T = TypeVar("T")

PADDING, GAP = 16, 12


class InlineForm(QFrame):
    """A child fills `rows` and answers `value`."""

    saved = Signal(object)
    closed = Signal()
    removed = Signal()

    def __init__(self, title: str, remove: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at_first: list[str | int] = []
        self.setProperty("surface", "sunk")
        self.setAccessibleName(title)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(GAP)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        outer.setSpacing(GAP)
        outer.addWidget(label(title, "strong", wrap=True))
        outer.addLayout(self.rows)
        outer.addLayout(self._buttons(remove))

    def begin(self) -> None:
        """What it shows now is nobody's doing yet."""
        self._at_first = self._entered()

    @property
    def begun(self) -> bool:
        """Whether something was entered that would be lost."""
        return self._entered() != self._at_first

    def value(self) -> object:
        """What was entered. Raises `InvalidInput` after saying it in the field."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def submit(self) -> None:
        try:
            value = self.value()
        except InvalidInput:
            return
        self.saved.emit(value)
        self.closed.emit()

    def _entered(self) -> list[str | int]:
        lines: list[str | int] = [field.text() for field in self.findChildren(QLineEdit)]
        lists = [field.currentIndex() for field in self.findChildren(QComboBox)]
        ticks = [button.isChecked() for button in self.findChildren(QAbstractButton)]
        return lines + lists + ticks

    @Slot()
    def _remove(self) -> None:
        self.removed.emit()
        self.closed.emit()

    def _buttons(self, remove: str) -> QHBoxLayout:
        save = Button(self.tr("Save"), Kind.PRIMARY)
        cancel = Button(self.tr("Cancel"))
        save.clicked.connect(self.submit)
        cancel.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(save)
        row.addWidget(cancel)
        row.addStretch(1)
        if remove:
            take_away = Button(remove, Kind.DELETE)
            take_away.clicked.connect(self._remove)
            row.addWidget(take_away)
        return row


class FormPlace(QVBoxLayout):
    """Where a card opens its form; one at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._form: InlineForm | None = None
        self._opener: QWidget | None = None

    def show_form(self, form: InlineForm, first: QWidget, opener: QWidget) -> None:
        """Put `form` in place of another; the focus goes to `first`, and back to `opener`."""
        self.close_form()
        self._form, self._opener = form, opener
        form.closed.connect(self.close_form)
        self.addWidget(form)
        form.begin()
        form.show()
        focus_ring.focus(first)

    def close_form(self) -> None:
        if self._form is None:
            return
        form, self._form = self._form, None
        self.removeWidget(form)
        form.hide()
        form.deleteLater()
        if self._opener is not None and self._opener.isVisible():
            self._opener.setFocus()


def checked(row: FormRow, read: Callable[[], T]) -> T:
    """What `read` makes of the row's control; a problem is said there and raised again."""
    try:
        return read()
    except InvalidInput as error:
        row.set_error(str(error))
        focus_ring.focus(row.control)
        raise
