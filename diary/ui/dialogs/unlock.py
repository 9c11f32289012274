"""The lock screen, and the way in with the recovery code."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from diary.errors import DiaryError, WrongPassphrase, WrongRecoveryCode
from diary.journal import Clock, Journal
from diary.ui.dialogs.centred import Centred, promise
from diary.ui.dialogs.passphrase_form import PassphraseForm
from diary.ui.dialogs.recovery_form import RecoveryForm
from diary.ui.dialogs.reset_form import ResetForm
from diary.ui.jobs import Jobs


class Unlock(QWidget):
    """Asks for the passphrase of the diary in `folder`; `said` is why it is locked."""

    opened = Signal(object)
    """The open journal."""
    failed = Signal(object)
    """A `DiaryError` that another passphrase would not mend."""

    def __init__(self, jobs: Jobs, folder: Path, clock: Clock, said: str = "") -> None:
        super().__init__()
        self._jobs = jobs
        self._open = partial(Journal.open, folder, clock=clock)
        self._recovered: Journal | None = None
        self.passphrase = PassphraseForm(said)
        self.recovery = RecoveryForm()
        self.reset = ResetForm()
        self._stack = QStackedWidget()
        for form in (self.passphrase, self.recovery, self.reset):
            self._stack.addWidget(form)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._stack, 1)
        rows.addWidget(promise(self.tr("Encrypted, kept on this computer only")))
        self.passphrase.entered.connect(self._unlock)
        self.passphrase.forgotten.connect(self._ask_code)
        self.recovery.entered.connect(self._recover)
        self.recovery.left.connect(self._ask_passphrase)
        self.reset.entered.connect(self._reset)
        self.first = self.passphrase.first

    @Slot(str)
    def _unlock(self, passphrase: str) -> None:
        self.passphrase.set_busy()
        work = partial(self._open, passphrase=passphrase)
        self._jobs.run(work, self.opened.emit, self, self._not_opened)

    @Slot(str)
    def _recover(self, code: str) -> None:
        self.recovery.set_busy()
        work = partial(self._open, recovery_code=code)
        self._jobs.run(work, self._ask_new_passphrase, self, self._not_opened)

    @Slot(str)
    def _reset(self, passphrase: str) -> None:
        journal = self._recovered
        assert journal is not None  # noqa: S101 - the form is shown once the code opened it
        self.reset.set_busy()
        work = partial(journal.access.reset_passphrase, passphrase)
        self._jobs.run(work, self._finish_reset, self, self._not_reset)

    @Slot()
    def _ask_code(self) -> None:
        self._show(self.recovery)

    @Slot()
    def _ask_passphrase(self) -> None:
        self._show(self.passphrase)

    def _ask_new_passphrase(self, journal: Journal) -> None:
        self._recovered = journal
        self._show(self.reset)

    def _finish_reset(self, _done: None) -> None:
        self.opened.emit(self._recovered)

    def _not_opened(self, error: Exception) -> None:
        self.passphrase.set_idle()
        self.recovery.set_idle()
        if isinstance(error, WrongPassphrase):
            self.passphrase.refuse(str(error))
        elif isinstance(error, WrongRecoveryCode):
            self.recovery.refuse(str(error))
        elif isinstance(error, DiaryError):
            self.failed.emit(error)
        else:
            self._jobs.failed.emit(error)

    def _not_reset(self, error: Exception) -> None:
        self.reset.set_idle()
        if isinstance(error, DiaryError):
            self.reset.refuse(str(error))
        else:
            self._jobs.failed.emit(error)

    def _show(self, form: Centred) -> None:
        self._stack.setCurrentWidget(form)
        form.first.setFocus()
