"""The window while the diary is copied to another folder; nothing can be written meanwhile."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot

from diary.errors import DiaryError, Stopped
from diary.journal import copy_diary
from diary.ui.backup_words import breakable
from diary.ui.dialogs.centred import Centred
from diary.ui.jobs import Jobs
from diary.ui.long_work import LOOKS_EVERY_MS
from diary.ui.way import Way
from diary.ui.widgets.progress_row import ProgressRow

WIDTH = 560


class Moving(Centred):
    """Copies the closed diary in `folder` to `target` and reads it back."""

    moved = Signal()
    stopped = Signal(str)
    """The sentence why not; empty where the patient cancelled."""

    def __init__(self, jobs: Jobs, folder: Path, target: Path) -> None:
        super().__init__(self.tr("Moving your diary"), breakable(target), width=WIDTH)
        self._jobs = jobs
        self._way = Way()
        self.progress = ProgressRow()
        self.progress.cancelled.connect(self.cancel)
        self.rows.addWidget(self.progress)
        self.first = self.progress
        self._look = QTimer(self, interval=LOOKS_EVERY_MS)
        self._look.timeout.connect(self._say)
        self._look.start()
        self._say()
        work = partial(copy_diary, folder, target, watch=self._way.watch)
        jobs.run(work, self._done, self, self._failed)

    @Slot()
    def _say(self) -> None:
        done, total = self._way.done, self._way.total
        said = self.tr("{done} of {total} files copied") if total else self.tr("Starting…")
        self.progress.set_progress(said.format(done=done, total=total), done, total)

    @Slot()
    def cancel(self) -> None:
        """Stop after the file that is being copied; nothing is left of the copy."""
        self._way.stopped = True

    def _done(self, _nothing: None) -> None:
        self.moved.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DiaryError):
            self._jobs.failed.emit(error)
        said = str(error) if isinstance(error, DiaryError) else ""
        self.stopped.emit("" if isinstance(error, Stopped) else said)
