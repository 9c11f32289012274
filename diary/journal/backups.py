"""What a person can do to have the diary twice."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3.dbapi2 import Connection

from diary.domain.backup import BackupKind, ProvenBackup
from diary.domain.backup import is_due as backup_is_due
from diary.domain.backup import is_overdue as backup_is_overdue
from diary.domain.day import Day
from diary.errors import DiaryError, NotSaved
from diary.journal.clock import Clock
from diary.log import LOG
from diary.store import days, photos, preferences, proven
from diary.store.long_work import OnDiary, Watch, at_once, unwatched
from diary.store.vault import Vault

if TYPE_CHECKING:
    from diary.store.backup import BackupSummary
    from diary.store.snapshots import Snapshot

SNAPSHOT_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Tested:
    """What a tested backup gave back whole.

    `newer_days` and `newer_photos` are in the diary but not, or not so, in the backup; `said` tells
    of a newer state in the backup that is not whole.
    """

    days: int
    photos: int
    newer_days: int
    newer_photos: int
    said: str


def snapshots_in(folder: Path) -> "list[Snapshot]":
    """The copies of the answers inside a diary's folder, oldest first, whether it opens or not."""
    from diary.store import snapshots

    return snapshots.listed(folder)


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
        self,
        out: Path,
        *,
        replace: bool = True,
        watch: Watch = unwatched,
        on_diary: OnDiary = at_once,
    ) -> "BackupSummary":
        """Write the whole diary into one sealed file and read it back before returning.

        Raises `NameTaken` for a file that is there and not to be replaced.
        """
        from diary.store import backup

        summary = backup.back_up(self._vault, out, replace=replace, watch=watch, on_diary=on_diary)
        on_diary(lambda: self._remember(summary, BackupKind.FILE))
        return summary

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

        summary = mirror.mirror(
            self._vault, target, self._clock(), thorough=thorough, watch=watch, on_diary=on_diary
        )
        on_diary(lambda: self._remember(summary, BackupKind.MIRROR))
        return summary

    def test(
        self,
        backup: Path,
        *,
        passphrase: str | None = None,
        recovery_code: str | None = None,
        watch: Watch = unwatched,
        on_diary: OnDiary = at_once,
    ) -> Tested:
        """Restore a backup into a private folder, open all of it, compare, and remove the copy.

        Raises as `Journal.restore` does.
        """
        from diary.store import drill

        came_back = drill.drill(
            backup,
            self._vault.folder.parent,
            passphrase=passphrase,
            recovery_code=recovery_code,
            watch=watch,
        )
        answered, taken = on_diary(self._live)
        return Tested(
            days=len(came_back.days),
            photos=len(came_back.photos),
            newer_days=len([day for day in answered if day not in came_back.days]),
            newer_photos=len(taken - {photo.digest for photo in came_back.photos}),
            said=came_back.said,
        )

    def last_good(self) -> ProvenBackup | None:
        """The last backup that was read back whole, wherever it is."""
        return next(iter(self.places()), None)

    def places(self) -> list[ProvenBackup]:
        """The last proven backup of each place, the latest first."""
        return proven.every(self._vault.connection)

    def is_due(self) -> bool:
        """Whether the patient's schedule asks for a backup now."""
        chosen = preferences.get(self._vault.connection)
        if not chosen.backup_folder:
            return False
        from diary.store import mirror

        target = _place(mirror.folder_in(Path(chosen.backup_folder), self._vault.folder))
        last = next((one for one in self.places() if one.target == target), None)
        return backup_is_due(chosen.backup_every, last, self._clock().date())

    def is_overdue(self) -> bool:
        """Whether the last backup is older than the patient's limit."""
        connection, today = self._vault.connection, self._clock().date()
        limit = preferences.get(connection).backup_limit_days
        answered = len(days.between(connection, date.min, date.max))
        return backup_is_overdue(limit, self.last_good(), today, answered)

    def snapshots(self) -> "list[Snapshot]":
        """The copies of the answers inside the diary's folder, oldest first."""
        return snapshots_in(self._vault.folder)

    def note(self, write: Callable[[Connection], None]) -> None:
        """Write what is no change of the diary, so that no snapshot is taken for it alone.

        A disk that refuses it makes no check or backup fail.
        """
        before = self._vault.connection.total_changes
        with suppress(NotSaved), self._vault.transaction() as connection:
            write(connection)
        self._changes_kept += self._vault.connection.total_changes - before

    def keep_snapshot(self, *, now: bool = False) -> None:
        """Copy the answers if they changed and the last copy is an hour old; at once with `now`.

        A copy that cannot be made is told by `snapshot_problem` and stops nobody.
        """
        if not self._vault.is_open or self._vault.read_only:
            return
        from diary.store import snapshots

        try:
            changes = self._vault.connection.total_changes
            if changes != self._changes_kept and (now or self._is_old()):
                self._kept_at = self._clock()
                snapshots.take(self._vault, self._kept_at)
                self._changes_kept = changes
                self.snapshot_problem = None
        except DiaryError as error:
            LOG.warning("no snapshot: %s", type(error).__name__)
            self.snapshot_problem = error

    def forget_earlier(self) -> None:
        """Put one snapshot of now in place of all others, which hold what was deleted since.

        Backups and mirrors in other places keep theirs. Raises `NotSaved` or `DiaryDamaged`, and
        then the others stay.
        """
        from diary.store import snapshots

        snapshots.forget_earlier(self._vault, self._clock())
        self._changes_kept = self._vault.connection.total_changes
        self._kept_at = self._clock()

    def _is_old(self) -> bool:
        """A clock that was set back must not put the next copy off."""
        return self._kept_at is None or abs(self._clock() - self._kept_at) >= SNAPSHOT_EVERY

    def _remember(self, summary: "BackupSummary", kind: BackupKind) -> None:
        backup = ProvenBackup(
            _place(summary.path), kind, self._clock(), summary.photos, summary.size
        )
        self.note(lambda connection: proven.put(connection, backup))

    def _live(self) -> tuple[list[Day], set[str]]:
        connection = self._vault.connection
        answered = days.between(connection, date.min, date.max)
        return answered, {photo.digest for photo in photos.all_live(connection)}


def _place(path: Path) -> str:
    """The name of a place, also of one that is no text."""
    return str(path.absolute()).encode(errors="backslashreplace").decode()
