"""The lock screen: the passphrase, what this computer remembers, or the recovery code."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from diary.errors import DiaryError, NotSaved, WrongDeviceKey, WrongPassphrase
from diary.journal import Clock, Journal, kept_key
from diary.ui.dialogs.centred import promise
from diary.ui.dialogs.forgotten import Forgotten
from diary.ui.dialogs.passphrase_form import PassphraseForm
from diary.ui.jobs import Jobs
from diary.ui.wrong_tries import WrongTries


class Unlock(QWidget):
    """Asks for the passphrase of the diary in `folder`; `said` is why it is locked.

    Nothing of the diary is open before `opened`.
    """

    opened = Signal(object)
    """The open journal."""
    failed = Signal(object)
    """A `DiaryError` that another passphrase would not mend."""

    def __init__(
        self, jobs: Jobs, folder: Path, clock: Clock, tries: WrongTries, said: str = ""
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self._open = partial(Journal.open, folder, clock=clock)
        self.tries = tries
        tries.setParent(self)
        self._stale = False
        self.passphrase = PassphraseForm(said)
        self.forgotten = Forgotten(jobs, folder, clock)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.passphrase)
        self._stack.addWidget(self.forgotten)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._stack, 1)
        rows.addWidget(promise(self.tr("Encrypted, kept on this computer only")))
        self._connect()
        self.first = self.passphrase.first
        self._pause()

    def ask_keyring(self, diary_id: str) -> None:
        """Open with the key that this computer remembers, unless the passphrase comes first."""
        self.passphrase.say(self.tr("Asking the keyring of this computer…"))
        self._jobs.follow(kept_key(diary_id), self._open_remembered, self, self._not_remembered)

    def _connect(self) -> None:
        self.passphrase.entered.connect(self._unlock)
        self.passphrase.forgotten.connect(self._ask_code)
        self.forgotten.opened.connect(self._finish)
        self.forgotten.failed.connect(self.failed)
        self.forgotten.left.connect(self._ask_passphrase)
        self.tries.changed.connect(self._pause)

    @Slot(str)
    def _unlock(self, passphrase: str) -> None:
        self.passphrase.set_busy()
        work = partial(_with_passphrase, self._open, passphrase, forget=self._stale)
        self._jobs.run(work, self._finish, self, self._not_opened)

    def _open_remembered(self, key: bytes) -> None:
        self.passphrase.say("")
        if self._stack.currentWidget() is self.passphrase and not self.passphrase.busy:
            self.passphrase.set_busy()
            work = partial(self._open, device_key=key)
            self._jobs.run(work, self._finish, self, self._not_opened)

    def _not_remembered(self, error: Exception) -> None:
        if isinstance(error, DiaryError):
            self._stale = isinstance(error, WrongDeviceKey)
            asked = self.tr("Please type your passphrase.")
            self.passphrase.say(f"{error} {asked}")
        else:
            self._jobs.failed.emit(error)

    @Slot()
    def _ask_code(self) -> None:
        self._stack.setCurrentWidget(self.forgotten)
        self.forgotten.start()

    @Slot()
    def _ask_passphrase(self) -> None:
        self._stack.setCurrentWidget(self.passphrase)
        self.passphrase.first.setFocus()

    @Slot(object)
    def _finish(self, journal: Journal) -> None:
        self.tries.forget()
        self.opened.emit(journal)

    def _not_opened(self, error: Exception) -> None:
        self.passphrase.set_idle()
        self._pause()
        if isinstance(error, WrongPassphrase):
            self.passphrase.refuse(str(error))
            self.tries.note()
        elif isinstance(error, WrongDeviceKey):
            self._not_remembered(error)
        elif isinstance(error, DiaryError):
            self.failed.emit(error)
        else:
            self._jobs.failed.emit(error)

    @Slot()
    def _pause(self) -> None:
        self.passphrase.pause(self.tries.wrong, self.tries.left)


def _with_passphrase(open_: Callable[..., Journal], passphrase: str, *, forget: bool) -> Journal:
    """Open the diary; `forget` what this computer remembered in vain."""
    journal = open_(passphrase=passphrase)
    if forget:
        with suppress(NotSaved):  # it is asked for again, and is no reason to stay shut
            journal.access.forget()
    return journal
