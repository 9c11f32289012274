"""The first thing on the lock screen: the passphrase."""

from PySide6.QtCore import Signal, Slot

from diary.ui.dialogs.centred import MIDDLE, Centred
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.password_field import PasswordField
from diary.ui.widgets.text import label

LONG_SECONDS = 90
"""From here a countdown is in minutes."""


class PassphraseForm(Centred):
    entered = Signal(str)
    forgotten = Signal()

    def __init__(self, said: str) -> None:
        super().__init__(self.tr("Skin Diary is locked"), said)
        self.busy = False
        self._waiting = False
        self.field = PasswordField(self.tr("Passphrase"))
        self.field.set_large()
        self.button = Button(self.tr("Unlock"), Kind.PRIMARY)
        self.button.set_large()
        self.forgot = Button(self.tr("Use the recovery code…"), Kind.TEXT)
        self._note = label("", "caption", wrap=True)
        self._note.setAlignment(MIDDLE)
        self._note.hide()
        self.rows.addWidget(self.field)
        self.rows.addWidget(self.button)
        self.rows.addWidget(self.forgot, 0, MIDDLE)
        self.rows.addWidget(self._note)
        self.field.edit.returnPressed.connect(self._enter)
        self.button.clicked.connect(self._enter)
        self.forgot.clicked.connect(self.forgotten)
        self.first = self.field

    def set_busy(self) -> None:
        self.busy = True
        self.field.hide_text()
        self.field.edit.setReadOnly(True)
        self.forgot.setEnabled(False)
        self.button.set_busy(self.tr("Unlocking…"))

    def set_idle(self) -> None:
        self.busy = False
        self.field.edit.setReadOnly(False)
        self.forgot.setEnabled(True)
        self.button.set_idle()

    def refuse(self, sentence: str) -> None:
        """Say why it did not open, with what was typed ready to be replaced."""
        self.field.set_error(sentence)
        self.field.edit.selectAll()
        self.field.setFocus()

    def say(self, sentence: str) -> None:
        """A quiet line beneath the ways in."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def pause(self, wrong: int, seconds: int) -> None:
        """After `wrong` tries, let nothing be entered until no `seconds` are left.

        Typing goes on, and so does the way in with the recovery code.
        """
        if self.busy:
            return
        if seconds:
            self._waiting = True
            self.button.setEnabled(False)
            self.field.set_error(self._words(wrong, seconds))
        elif self._waiting:
            self._waiting = False
            self.button.setEnabled(True)
            self.field.clear_error()

    def _words(self, wrong: int, seconds: int) -> str:
        if seconds == 1:
            when = self.tr("in 1 second")
        elif seconds <= LONG_SECONDS:
            when = self.tr("in %n seconds", "", seconds)
        else:
            when = self.tr("in %n minutes", "", -(-seconds // 60))
        tries = self.tr("%n tries didn’t open the diary.", "", wrong)
        return self.tr("{tries} You can try again {when}.").format(tries=tries, when=when)

    @Slot()
    def _enter(self) -> None:
        if self.field.text() and self.button.isEnabled():
            self.entered.emit(self.field.text())
