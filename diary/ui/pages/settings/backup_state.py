"""What the Settings page shows of backups, read in one go."""

from pathlib import Path
from typing import NamedTuple

from diary.domain.backup import ProvenBackup
from diary.domain.photo import Photo
from diary.domain.preferences import Preferences
from diary.journal import Journal


class BackupState(NamedTuple):
    """`places` that had a proven backup, the latest first; `problem` of the last snapshot."""

    preferences: Preferences
    places: tuple[ProvenBackup, ...]
    overdue: bool
    protected: bool
    hurt: tuple[Photo, ...]
    problem: str

    @property
    def folder(self) -> Path | None:
        """Where the patient wants the diary mirrored."""
        chosen = self.preferences.backup_folder
        return Path(chosen) if chosen else None


def read_state(journal: Journal) -> BackupState:
    problem = journal.backups.snapshot_problem
    return BackupState(
        preferences=journal.preferences(),
        places=tuple(journal.backups.places()),
        overdue=journal.backups.is_overdue(),
        protected=journal.access.ways().passphrase,
        hurt=journal.upkeep.hurt,
        problem=str(problem) if problem else "",
    )
