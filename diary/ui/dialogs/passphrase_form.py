"""The first thing on the lock screen: the passphrase."""

from PySide6.QtCore import Signal, Slot

from diary.ui.dialogs.centred import MIDDLE, Centred
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.password_field import PasswordField


class PassphraseForm(Centred):
    entered = Signal(str)
    forgotten = Signal()

    def __init__(self, said: str) -> None:
        super().__init__(self.tr("Skin Diary is locked"), said)
        self.field = PasswordField(self.tr("Passphrase"))
        self.field.set_large()
        self.button = Button(self.tr("Unlock"), Kind.PRIMARY)
        self.button.set_large()
        self.forgot = Button(self.tr("Use the recovery code…"), Kind.TEXT)
        self.rows.addWidget(self.field)
        self.rows.addWidget(self.button)
        self.rows.addWidget(self.forgot, 0, MIDDLE)
        self.field.edit.returnPressed.connect(self._enter)
        self.button.clicked.connect(self._enter)
        self.forgot.clicked.connect(self.forgotten)
        self.first = self.field

    def set_busy(self) -> None:
        self.field.hide_text()
        self.field.edit.setReadOnly(True)
        self.forgot.setEnabled(False)
        self.button.set_busy(self.tr("Unlocking…"))

    def set_idle(self) -> None:
        self.field.edit.setReadOnly(False)
        self.forgot.setEnabled(True)
        self.button.set_idle()

    def refuse(self, sentence: str) -> None:
        """Say why it did not open, with what was typed ready to be replaced."""
        self.field.set_error(sentence)
        self.field.edit.selectAll()
        self.field.setFocus()

    @Slot()
    def _enter(self) -> None:
        if self.field.text() and self.button.isEnabled():
            self.entered.emit(self.field.text())
