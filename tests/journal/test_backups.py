"""The diary copies its answers by itself, and a copy that fails stops nobody."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from diary.domain.course import Course
from diary.errors import DiaryError, NotSaved
from diary.journal import Journal

TODAY = date(2026, 11, 23)


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 8, 14)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(folder: Path, clock: Clock) -> Iterator[Journal]:
    journal = Journal.create(folder, course=Course(date(2026, 10, 1)), clock=clock)
    yield journal
    journal.close()


def problem_of(journal: Journal) -> DiaryError | None:
    return journal.backups.snapshot_problem


def test_answers_are_copied_after_the_first_change_and_then_once_an_hour(
    journal: Journal, clock: Clock
) -> None:
    def copies_after(acne: int, minutes: int) -> int:
        clock.now += timedelta(minutes=minutes)
        journal.days.record(TODAY, acne=acne)
        journal.backups.keep_snapshot()
        return len(journal.backups.snapshots())

    journal.backups.keep_snapshot()
    assert journal.backups.snapshots() == []
    assert [copies_after(n, m) for n, m in ((1, 0), (2, 59), (3, 1), (4, 60))] == [1, 1, 2, 3]


def test_a_clock_set_back_does_not_put_the_next_copy_off(journal: Journal, clock: Clock) -> None:
    for number in range(2):
        journal.days.record(TODAY, acne=number)
        journal.backups.keep_snapshot()
        clock.now -= timedelta(hours=6)
    assert len(journal.backups.snapshots()) == 2


def test_closing_copies_what_changed_since_and_only_then(journal: Journal, folder: Path) -> None:
    journal.days.record(TODAY, acne=1)
    journal.backups.keep_snapshot()
    journal.days.record(TODAY, acne=2)
    journal.close()
    assert len(list((folder / "snapshots").iterdir())) == 2
    Journal.open(folder).close()
    assert len(list((folder / "snapshots").iterdir())) == 2


def test_a_copy_that_cannot_be_made_stops_nobody_and_is_told(
    journal: Journal, folder: Path
) -> None:
    (folder / "snapshots").write_bytes(b"in the way")
    journal.days.record(TODAY, acne=1)
    journal.backups.keep_snapshot()
    assert isinstance(problem_of(journal), NotSaved)
    (folder / "snapshots").unlink()
    journal.backups.keep_snapshot(now=True)
    assert len(journal.backups.snapshots()) == 1
    assert problem_of(journal) is None
