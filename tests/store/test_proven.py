"""What is known of backups is the last one of each place, whatever the clock says."""

from datetime import datetime

from diary.domain.backup import BackupKind, ProvenBackup
from diary.store import proven
from diary.store.vault import Vault


def backup(target: str, at: datetime) -> ProvenBackup:
    return ProvenBackup(target, BackupKind.MIRROR, at, photos=38, size=120)


def test_the_last_one_noted_comes_first_even_after_the_clock_was_set_back(vault: Vault) -> None:
    ahead = backup("/usb", datetime(2038, 1, 1))
    now = backup("/cloud", datetime(2026, 11, 23, 8, 14))
    for one in (now, ahead, now):
        proven.put(vault.connection, one)
    assert proven.every(vault.connection) == [now, ahead]
