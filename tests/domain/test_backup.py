"""When a backup is due, and when the patient is reminded."""

from datetime import date, datetime, timedelta

import pytest

from diary.domain.backup import BackupEvery, BackupKind, ProvenBackup, is_due, is_overdue

TODAY = date(2026, 11, 23)


def of(days_ago: int) -> ProvenBackup:
    at = datetime(2026, 11, 23, 23, 59) - timedelta(days=days_ago)
    return ProvenBackup("/usb", BackupKind.MIRROR, at, 38, 120)


@pytest.mark.parametrize(
    ("every", "days_ago", "due"),
    [
        (BackupEvery.OFF, 400, False),
        (BackupEvery.DAILY, 0, False),
        (BackupEvery.DAILY, 1, True),
        (BackupEvery.WEEKLY, 6, False),
        (BackupEvery.WEEKLY, 7, True),
        (BackupEvery.DAILY, -4000, True),
    ],
)
def test_a_backup_is_due_by_the_days_since_the_last(
    every: BackupEvery, days_ago: int, due: bool
) -> None:
    assert is_due(every, of(days_ago), TODAY) is due


def test_a_place_without_a_backup_is_due_at_once_unless_none_is_wanted() -> None:
    assert is_due(BackupEvery.WEEKLY, None, TODAY)
    assert not is_due(BackupEvery.OFF, None, TODAY)


@pytest.mark.parametrize(("days_ago", "overdue"), [(14, False), (15, True), (-4000, True)])
def test_a_backup_older_than_the_limit_is_overdue(days_ago: int, overdue: bool) -> None:
    assert is_overdue(14, of(days_ago), TODAY, answered=1) is overdue
    assert not is_overdue(0, of(days_ago), TODAY, answered=1)


@pytest.mark.parametrize(("answered", "overdue"), [(6, False), (7, True)])
def test_a_diary_without_a_backup_says_so_after_a_week_of_answers(
    answered: int, overdue: bool
) -> None:
    assert is_overdue(14, None, TODAY, answered) is overdue
