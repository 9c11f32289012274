"""What the open diary does by itself to last: snapshots, the scheduled backup, reading photos."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from diary.errors import DiaryError, Stopped
from diary.journal import Journal, OnDiary, Watch
from diary.ui.long_work import LongWork

if TYPE_CHECKING:
    from diary.ui.session import Session

T = TypeVar("T")

LOOKS_EVERY_MS = 60_000
"""Counted anew after each answer and each photo that is taken in: nothing is read meanwhile."""

MEASURED_AT_ONCE = 10
"""Photos of an older version, each of which keeps the diary's thread for 0.1 s or more."""


class Keeper(QObject):
    """Never in the way: what does not work is a line in Settings, and is tried again later."""

    changed = Signal()
    """Something else is known of the backups or of the photos' files."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        # Not the session itself: Python would then not free the two before its garbage collector
        # runs, which may be on another thread.
        self._journal, self._jobs, self._gate = session.journal, session.jobs, session.gate
        self.backup = LongWork(session, self)
        self.problem = ""
        """Why the last backup of this session did not work."""
        self._unasked = LongWork(session, self, unasked=True)
        self._timer = QTimer(self, interval=LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self, session: "Session") -> None:
        """From now on keep the diary; a sample is not kept."""
        session.saved.connect(self._keep_snapshot)
        session.worked.connect(self._timer.start)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @property
    def busy(self) -> bool:
        """Whether a backup is being written."""
        return self.backup.running

    @Slot()
    def look(self) -> None:
        """Back up if it is time, else read today's part of the photos."""
        if not (self.backup.running or self._unasked.running):
            self._ask(_is_due, self._begin)

    def back_up(self, folder: Path, *, thorough: bool = False) -> None:
        """Bring the mirror in `folder` up to date, as the patient asked."""
        self._run(self.backup, folder, thorough=thorough)

    def back_up_file(self, path: Path) -> None:
        """Write the whole diary into one file, as the patient asked."""
        self.problem = ""
        self.backup.start(partial(_to_file, path=path), self._backed_up, self._not_backed_up)
        self.changed.emit()

    def forget_problem(self) -> None:
        """The last backup that did not work no longer matters."""
        self.problem = ""
        self.changed.emit()

    def _begin(self, folder: Path | None) -> None:
        if folder is not None:
            self._run(self._unasked, folder)
        else:
            self._unasked.start(_quiet_check, self._read, self._not_read)

    def _run(self, work: LongWork, folder: Path, *, thorough: bool = False) -> None:
        mirror = partial(_mirror, folder=folder, thorough=thorough)
        self.problem = ""
        work.start(mirror, self._backed_up, self._not_backed_up)
        self.changed.emit()

    def _backed_up(self, _done: None) -> None:
        self.changed.emit()

    def _not_backed_up(self, error: Exception) -> None:
        if not isinstance(error, DiaryError):
            self._jobs.failed.emit(error)
        elif not isinstance(error, Stopped):
            self.problem = str(error)
        self.changed.emit()

    def _read(self, hurt: int) -> None:
        if hurt:
            self.changed.emit()

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, DiaryError):
            self._jobs.failed.emit(error)

    def _ask(self, work: Callable[[Journal], T], then: Callable[[T], None]) -> None:
        if not self._gate.is_shut:
            self._jobs.run(partial(work, self._journal), then, self)

    @Slot()
    def _keep_snapshot(self) -> None:
        self._timer.start()
        self._ask(_keep_snapshot, _nothing)


def _is_due(journal: Journal) -> Path | None:
    """The folder to back up to now, if there is one."""
    if journal.backups.is_due():
        return Path(journal.preferences().backup_folder)
    return None


def _mirror(
    journal: Journal, watch: Watch, on_diary: OnDiary, *, folder: Path, thorough: bool
) -> None:
    journal.backups.mirror(folder, thorough=thorough, watch=watch, on_diary=on_diary)


def _to_file(journal: Journal, watch: Watch, on_diary: OnDiary, *, path: Path) -> None:
    journal.backups.to_file(path, watch=watch, on_diary=on_diary)


def _quiet_check(journal: Journal, watch: Watch, on_diary: OnDiary) -> int:
    hurt = len(journal.upkeep.quiet_check(watch=watch, on_diary=on_diary))
    for number in range(MEASURED_AT_ONCE):
        watch(number, MEASURED_AT_ONCE)
        if not on_diary(journal.photos.measure_next):
            break
    journal.panels.prepare(watch=watch, on_diary=on_diary)
    return hurt


def _keep_snapshot(journal: Journal) -> None:
    journal.backups.keep_snapshot()


def _nothing(_done: None) -> None:
    return None
