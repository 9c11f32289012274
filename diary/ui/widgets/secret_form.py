"""The passphrase or the recovery code, asked for where something else than the diary opens."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.errors import DiaryError, WrongPassphrase, WrongRecoveryCode
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.field import Field
from diary.ui.widgets.password_field import PasswordField


class SecretForm(QWidget):
    """One of two fields; what is typed is forgotten by `clear`."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.passphrase_field = PasswordField(self.tr("Passphrase"))
        self.code_field = Field(self.tr("Recovery code"), placeholder=self.tr("8 groups"))
        self.other = Button("", Kind.TEXT)
        self._by_code = False
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.passphrase_field)
        rows.addWidget(self.code_field)
        row = QHBoxLayout()
        row.addWidget(self.other)
        row.addStretch(1)
        rows.addLayout(row)
        self.other.clicked.connect(self._swap)
        for field in (self.passphrase_field, self.code_field):
            field.edit.returnPressed.connect(self.entered)
        self._show()

    @property
    def passphrase(self) -> str | None:
        return None if self._by_code else self.passphrase_field.text()

    @property
    def recovery_code(self) -> str | None:
        return self.code_field.text() if self._by_code else None

    @property
    def is_empty(self) -> bool:
        return not (self.code_field if self._by_code else self.passphrase_field).text()

    def take_focus(self) -> None:
        (self.code_field if self._by_code else self.passphrase_field).setFocus()

    def offer_code(self, *, offered: bool) -> None:
        """Whether there is a recovery code to be asked for."""
        self.other.setVisible(offered)

    def clear(self) -> None:
        for field in (self.passphrase_field, self.code_field):
            field.edit.clear()
            field.clear_error()
        self.passphrase_field.hide_text()

    def refuse(self, error: DiaryError) -> bool:
        """Show a wrong secret at its field; whether it was one."""
        if isinstance(error, WrongPassphrase | WrongRecoveryCode):
            (self.code_field if self._by_code else self.passphrase_field).set_error(str(error))
            self.take_focus()
            return True
        return False

    @Slot()
    def _swap(self) -> None:
        self._by_code = not self._by_code
        self.clear()
        self._show()
        self.take_focus()

    def _show(self) -> None:
        self.passphrase_field.setVisible(not self._by_code)
        self.code_field.setVisible(self._by_code)
        self.other.setText(
            self.tr("Use the passphrase") if self._by_code else self.tr("Use the recovery code")
        )
