"""Restore a backup for a moment into a private folder, to know that it can be done."""

import shutil
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from diary.domain.day import Day
from diary.domain.photo import Photo
from diary.errors import BackupIncomplete
from diary.store import days, files, photos
from diary.store.check import check
from diary.store.long_work import Watch, unwatched
from diary.store.restore import restore
from diary.store.vault import Vault
from diary.words import translate

_PREFIX = ".skin-diary-test-"


@dataclass(frozen=True, slots=True)
class CameBack:
    """What a backup gave back whole; `said` tells of a newer state in it that is not."""

    days: tuple[Day, ...]
    photos: tuple[Photo, ...]
    said: str


def drill(
    backup: Path,
    beside: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    watch: Watch = unwatched,
) -> CameBack:
    """Restore a backup into a new private folder in `beside`, open all of it, remove the copy.

    The copy is sealed as the diary is. Raises as `restore` does.
    """
    with files.disk_errors():
        for left_over in beside.glob(f"{_PREFIX}*"):
            shutil.rmtree(left_over, ignore_errors=True)
        private = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=beside))
    try:
        restored = restore(
            backup,
            private / "test.skindiary",
            passphrase=passphrase,
            recovery_code=recovery_code,
            watch=lambda done, total: watch(done, 2 * total),
        )
        try:
            _assert_opens(restored.vault, lambda done, total: watch(total + done, 2 * total))
            connection = restored.vault.connection
            return CameBack(
                tuple(days.between(connection, date.min, date.max)),
                tuple(photos.all_live(connection)),
                restored.said,
            )
        finally:
            restored.vault.close()
    finally:
        shutil.rmtree(private, ignore_errors=True)


def _assert_opens(vault: Vault, watch: Watch) -> None:
    findings = check(vault, deep=True, watch=watch)
    if not findings.is_whole:
        hurt = (*findings.missing, *findings.damaged)
        raise BackupIncomplete(
            translate("Backup", "Photos in this backup do not open: {names}.").format(
                names=", ".join(photo.file_name for photo in hurt)
            )
        )
