"""A real diary in a temporary folder, on 23 November 2026."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from diary.domain.course import Course, Step, Weight
from diary.journal import Journal

START = date(2026, 10, 1)


class Clock:
    """A clock that stands still until a test sets it."""

    def __init__(self) -> None:
        self.now = clock()

    def __call__(self) -> datetime:
        return self.now


def clock() -> datetime:
    return datetime(2026, 11, 23, 8, 14)


@pytest.fixture(name="clock")
def clock_by_hand() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "mine.skindiary"


@pytest.fixture
def journal(folder: Path, clock: Clock) -> Iterator[Journal]:
    course = Course(START, steps=(Step(START, 40),), weights=(Weight(START, 68),))
    journal = Journal.create(folder, course=course, clock=clock)
    yield journal
    journal.close()
