"""Where the diary is kept a second time, since when, and when that is too long ago."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

ENOUGH_DAYS = 7
"""Days with an answer before a diary without any backup says so: a week is the first thing one
would miss, and before that the patient is still finding out whether to go on."""


class BackupKind(StrEnum):
    FILE = "file"
    MIRROR = "mirror"


class BackupEvery(StrEnum):
    OFF = "off"
    DAILY = "daily"
    WEEKLY = "weekly"


_PERIOD = {BackupEvery.DAILY: timedelta(days=1), BackupEvery.WEEKLY: timedelta(days=7)}


@dataclass(frozen=True, slots=True)
class ProvenBackup:
    """The last backup at a place that was read back whole; `size` in bytes."""

    target: str
    kind: BackupKind
    at: datetime
    photos: int
    size: int


def is_due(every: BackupEvery, last: ProvenBackup | None, today: date) -> bool:
    """Whether the schedule asks for a backup; also after the clock was set back."""
    if every is BackupEvery.OFF:
        return False
    return last is None or abs(today - last.at.date()) >= _PERIOD[every]


def is_overdue(limit_days: int, last: ProvenBackup | None, today: date, answered: int) -> bool:
    """Whether to remind; `answered` days are in the diary, and a limit of 0 never reminds."""
    if not limit_days:
        return False
    if last is None:
        return answered >= ENOUGH_DAYS
    return abs(today - last.at.date()) > timedelta(days=limit_days)
