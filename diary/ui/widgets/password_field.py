"""A passphrase: hidden, with an eye to show it and a word about Caps Lock."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from diary.ui import icons
from diary.ui.widgets.button import IconButton
from diary.ui.widgets.field import Field
from diary.ui.widgets.text import label


class PasswordField(Field):
    """Nothing of what is typed is completed, remembered or offered to the clipboard."""

    def __init__(self, title: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, hint=hint, parent=parent)
        self._eye = IconButton("eye", self.tr("Show what is typed"))
        self._eye.setCursor(Qt.CursorShape.ArrowCursor)
        self._eye.clicked.connect(self._toggle)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.set_trailing(self._eye)
        self.edit.installEventFilter(self)
        self._caps_lock = _caps_lock_row(self.tr("Caps Lock is on"))
        self._caps_lock.hide()
        rows = self.layout()
        assert rows is not None  # noqa: S101 - FormRow made it
        rows.addWidget(self._caps_lock)

    def hide_text(self) -> None:
        """Turn what is typed into dots again."""
        if self.edit.echoMode() is not QLineEdit.EchoMode.Password:
            self._toggle()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._notice_caps_lock(event)
        return False

    @Slot()
    def _toggle(self) -> None:
        hidden = self.edit.echoMode() is QLineEdit.EchoMode.Password
        mode = QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        icons.put(self._eye, "eye-off" if hidden else "eye")
        self._eye.set_name(
            self.tr("Hide what is typed") if hidden else self.tr("Show what is typed")
        )

    def _notice_caps_lock(self, event: QKeyEvent) -> None:
        """Qt does not tell the key's state; a letter's case and Shift do."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps_lock.hide()
        elif letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps_lock.setVisible(letter.isupper() != shift)


def _caps_lock_row(text: str) -> QWidget:
    shown = QWidget()
    picture = QLabel()
    icons.put(picture, "caps-lock", size=16)
    words = label(text, "caption")
    row = QHBoxLayout(shown)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(picture)
    row.addWidget(words, 1)
    return shown
