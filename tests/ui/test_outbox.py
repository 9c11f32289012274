"""What the disk refuses waits in order; what the diary refuses stands in nobody's way."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest

from diary.domain.course import Course
from diary.errors import InvalidInput, NotSaved
from diary.journal import Journal
from diary.ui.outbox import Action, Outbox, Write

TODAY, TOMORROW = date(2026, 11, 23), date(2026, 11, 24)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal.create(
        tmp_path / "mine.skindiary",
        course=Course(TODAY),
        clock=lambda: datetime(2026, 11, 23, 8, 14),
    )
    yield made
    made.close()


class _Disk:
    """Full until it is emptied."""

    full = True

    def write(self, journal: Journal) -> None:
        if self.full:
            raise NotSaved("The disk is full.")
        journal.days.record(TODAY, acne=4)


def _record(journal: Journal, *, on: date, mood: int) -> None:
    journal.days.record(on, mood=mood)


def _write(action: Action) -> Write:
    return Write(action, lambda: None, lambda: None)


def test_a_refused_value_among_waiting_answers_loses_none_of_them(journal: Journal) -> None:
    outbox, disk = Outbox(journal), _Disk()
    first, never, last = (
        _write(disk.write),
        _write(partial(_record, on=TOMORROW, mood=5)),
        _write(partial(_record, on=TODAY, mood=7)),
    )
    assert [outbox.send(write).waiting for write in (first, never, last)] == [1, 2, 3]
    disk.full = False
    outcome = outbox.retry()
    assert outcome.written == (first, last)
    ((refused, error),) = outcome.refused
    assert refused is never
    assert isinstance(error, InvalidInput)
    assert (outcome.error, outcome.waiting) == (None, 0)
    day = journal.days.get(TODAY)
    assert (day.acne, day.mood) == (4, 7)
