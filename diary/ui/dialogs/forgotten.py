"""The way in with the recovery code, which ends with a new passphrase."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget

from diary.errors import DiaryError, WrongRecoveryCode
from diary.journal import Clock, Journal, check_recovery_code
from diary.ui.dialogs.centred import Centred
from diary.ui.dialogs.recovery_form import RecoveryForm
from diary.ui.dialogs.reset_form import ResetForm
from diary.ui.idle import IdleWatch
from diary.ui.jobs import Jobs

PATIENCE_MINUTES = 5
"""How long a code may stand typed and unused; an open diary waits as long unless told otherwise."""


class Forgotten(QStackedWidget):
    """The code alone opens nothing: the diary stays closed until there is a new passphrase."""

    opened = Signal(object)
    """The open journal."""
    failed = Signal(object)
    """A `DiaryError` that another code would not mend."""
    left = Signal()
    """The patient went back, or away for a while; what was typed is gone."""

    def __init__(self, jobs: Jobs, folder: Path, clock: Clock) -> None:
        super().__init__()
        self._jobs = jobs
        self._folder = folder
        self._clock = clock
        self._code = ""
        self.recovery = RecoveryForm()
        self.reset = ResetForm()
        self.addWidget(self.recovery)
        self.addWidget(self.reset)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - there is no widget without one
        self.idle = IdleWatch(app, self)
        self.idle.idle.connect(self._give_up)
        self.recovery.entered.connect(self._check)
        self.recovery.left.connect(self._leave)
        self.reset.entered.connect(self._reset)
        self.reset.left.connect(self._leave)

    def start(self) -> None:
        """Ask for the code."""
        self.idle.start(PATIENCE_MINUTES)
        self._show(self.recovery)

    @Slot(str)
    def _check(self, code: str) -> None:
        self.recovery.set_busy()
        self._code = code
        work = partial(check_recovery_code, self._folder, code)
        self._jobs.run(work, self._ask_new_passphrase, self, self._not_checked)

    def _ask_new_passphrase(self, _fits: None) -> None:
        self.recovery.set_idle()
        self._show(self.reset)

    def _not_checked(self, error: Exception) -> None:
        self.recovery.set_idle()
        if isinstance(error, WrongRecoveryCode):
            self.recovery.refuse(str(error))
        elif isinstance(error, DiaryError):
            self.failed.emit(error)
        else:
            self._jobs.failed.emit(error)

    @Slot(str)
    def _reset(self, passphrase: str) -> None:
        self.reset.set_busy()
        work = partial(_open, self._folder, self._clock, self._code, passphrase)
        self._jobs.run(work, self._finish, self, self._not_reset)

    def _finish(self, journal: Journal) -> None:
        self.idle.stop()
        self.opened.emit(journal)

    def _not_reset(self, error: Exception) -> None:
        self.reset.set_idle()
        if isinstance(error, DiaryError):
            self.reset.refuse(str(error))
        else:
            self._jobs.failed.emit(error)

    @Slot()
    def _give_up(self) -> None:
        if self.recovery.button.isEnabled() and self.reset.button.isEnabled():
            self._leave()

    @Slot()
    def _leave(self) -> None:
        self.idle.stop()
        self._code = ""
        self.recovery.clear()
        self.reset.clear()
        self.left.emit()

    def _show(self, form: Centred) -> None:
        self.setCurrentWidget(form)
        form.first.setFocus()


def _open(folder: Path, clock: Clock, code: str, passphrase: str) -> Journal:
    journal = Journal.open(folder, recovery_code=code, clock=clock)
    try:
        journal.access.reset_passphrase(passphrase)
    except BaseException:
        journal.close()
        raise
    return journal
