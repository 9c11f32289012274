"""What a person can do to have the diary twice."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from diary.errors import DiaryError
from diary.journal.clock import Clock
from diary.log import LOG
from diary.store.long_work import OnDiary, Watch, at_once, unwatched
from diary.store.vault import Vault

if TYPE_CHECKING:
    from diary.store.backup import BackupSummary
    from diary.store.snapshots import Snapshot

SNAPSHOT_EVERY = timedelta(hours=1)


class Backups:
    """Long calls may run on any thread if `on_diary` brings them to the diary's for a moment.

    `watch(done, total)` is told how far they are and may raise `Stopped`.
    """

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock
        self._changes_kept = vault.connection.total_changes
        self._kept_at: datetime | None = None
        self.snapshot_problem: DiaryError | None = None
        """Why the last snapshot could not be taken; the diary goes on without."""

    def to_file(
        self, out: Path, *, watch: Watch = unwatched, on_diary: OnDiary = at_once
    ) -> "BackupSummary":
        """Write the whole diary into one sealed file and read it back before returning."""
        from diary.store import backup

        return backup.back_up(self._vault, out, watch=watch, on_diary=on_diary)

    def mirror(
        self,
        target: Path,
        *,
        thorough: bool = False,
        watch: Watch = unwatched,
        on_diary: OnDiary = at_once,
    ) -> "BackupSummary":
        """Bring the mirror in the folder `target` up to date and read back what was copied.

        `thorough` also reads what is there already, and replaces photos that are hurt in it.
        """
        from diary.store import mirror

        return mirror.mirror(
            self._vault, target, self._clock(), thorough=thorough, watch=watch, on_diary=on_diary
        )

    def snapshots(self) -> "list[Snapshot]":
        """The copies of the answers inside the diary's folder, oldest first."""
        from diary.store import snapshots

        return snapshots.listed(self._vault.folder)

    def keep_snapshot(self, *, now: bool = False) -> None:
        """Copy the answers if they changed and the last copy is an hour old; at once with `now`.

        A copy that cannot be made is told by `snapshot_problem` and stops nobody.
        """
        if not self._vault.is_open or self._vault.read_only:
            return
        changes = self._vault.connection.total_changes
        if changes == self._changes_kept or not (now or self._is_due()):
            return
        from diary.store import snapshots

        try:
            snapshots.take(self._vault, self._clock())
        except DiaryError as error:
            LOG.warning("no snapshot: %s", type(error).__name__)
            self.snapshot_problem = error
        else:
            self.snapshot_problem = None
            self._changes_kept = changes
        self._kept_at = self._clock()

    def _is_due(self) -> bool:
        """A clock that was set back must not put the next copy off."""
        return self._kept_at is None or abs(self._clock() - self._kept_at) >= SNAPSHOT_EVERY
