"""Who can open the diary: the passphrase, the recovery code, and this computer."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from diary.errors import DiaryError
from diary.journal import Journal, Ways, drop_key
from diary.ui.dialogs.access.access_dialog import AccessDialog
from diary.ui.dialogs.access.passphrase import AddPassphrase, ChangePassphrase, RemovePassphrase
from diary.ui.dialogs.access.recovery import RenewCode
from diary.ui.dialogs.access.remember import Remember
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.flow_layout import FlowLayout
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.switch import Switch
from diary.ui.widgets.text import label


class PassphraseCard(Card):
    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Passphrase"))
        self._session = session
        self._ways: Ways | None = None
        self._who = label("", "caption", wrap=True)
        self.change = Button(self.tr("Change…"))
        self.renew = Button(self.tr("New recovery code…"))
        self.remove = Button(self.tr("Remove…"))
        self.add_one = Button(self.tr("Add a passphrase…"))
        self.remember = Switch(self.tr("Remember on this computer"))
        hint = self.tr("It then opens without asking when you start it. After a lock it asks.")
        self._hint = label(hint, "caption", wrap=True)
        self._said = Notice(Tone.INFO)
        self._problem = Notice(Tone.ERROR)
        self._build()
        self._connect()

    def fill(self, ways: Ways) -> None:
        """Show what can be changed now."""
        self._ways = ways
        protected = ways.passphrase
        self._who.setText(
            self.tr("The diary asks for it when it is opened.")
            if protected
            else self.tr("Anyone who can use this account can read this diary.")
        )
        self.add_one.setVisible(not protected)
        for widget in (self.change, self.renew, self.remove, self.remember, self._hint):
            widget.setVisible(protected)
        self.remember.setChecked(ways.remembered)

    def _build(self) -> None:
        buttons = QWidget()
        row = FlowLayout(buttons)
        for button in (self.change, self.renew, self.remove, self.add_one):
            row.addWidget(button)
        for part in (self._who, buttons, self.remember, self._hint, self._said, self._problem):
            self.add(part)
        self._said.hide()
        self._problem.hide()

    def _connect(self) -> None:
        self.change.clicked.connect(self._change)
        self.renew.clicked.connect(self._renew)
        self.remove.clicked.connect(self._remove)
        self.add_one.clicked.connect(self._add)
        self.remember.clicked.connect(self._remember)

    @Slot()
    def _change(self) -> None:
        self._open(ChangePassphrase(self._session, self))

    @Slot()
    def _renew(self) -> None:
        self._open(RenewCode(self._session, self))

    @Slot()
    def _remove(self) -> None:
        dialog = RemovePassphrase(self._session, self)
        dialog.accepted.connect(self._drop_key)
        self._open(dialog)

    @Slot()
    def _add(self) -> None:
        self._open(AddPassphrase(self._session, self))

    @Slot(bool)
    def _remember(self, on: bool) -> None:  # noqa: FBT001 - the signal's argument
        assert self._ways is not None  # noqa: S101 - the switch is shown once they are known
        if on:
            self.remember.setChecked(False)  # until it is so
            self._open(Remember(self._session, self, self._ways.diary_id))
        else:
            self._session.ask(_forget, self._say_forgotten, self, self._say_problem)

    def _open(self, dialog: AccessDialog) -> None:
        self._said.hide()
        self._problem.hide()
        dialog.changed.connect(self._say)
        dialog.open()

    def _say_forgotten(self, _done: None) -> None:
        self._drop_key()
        self._say(self.tr("This computer no longer remembers the diary."))

    @Slot()
    def _drop_key(self) -> None:
        """It opens nothing any more; a keyring that keeps it does no harm."""
        if self._ways is not None and self._ways.remembered:
            drop_key(self._ways.diary_id)

    @Slot(str)
    def _say(self, sentence: str) -> None:
        self._said.set_text(sentence)
        self._said.show()
        self._problem.hide()
        self._session.access_changed.emit()

    def _say_problem(self, error: Exception) -> None:
        if not isinstance(error, DiaryError):
            self._session.jobs.failed.emit(error)
            return
        self._problem.set_text(str(error))
        self._problem.show()
        self._said.hide()
        self._session.access_changed.emit()


def _forget(journal: Journal) -> None:
    journal.access.forget()
