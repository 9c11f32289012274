"""An open diary for the pages: real files in a temporary folder, a clock that stands still."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from diary.domain.course import Course, Step, Weight
from diary.journal import Journal
from diary.ui.jobs import Jobs
from diary.ui.session import Session

START = date(2026, 10, 1)
NOW = datetime(2026, 11, 23, 8, 14)


def _create(folder: Path) -> Journal:
    course = Course(START, steps=(Step(START, 40),), weights=(Weight(START, 68),))
    return Journal.create(folder, course=course, clock=lambda: NOW)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the diary of `session` is."""
    return tmp_path / "mine.skindiary"


@pytest.fixture
def session(qapp: QApplication, folder: Path) -> Iterator[Session]:
    """A new diary on day 54 of its course: 40 mg a day, 68 kg."""
    jobs = Jobs()
    session = Session(jobs.wait(partial(_create, folder)), jobs)
    yield session
    jobs.wait(session.journal.close)
    jobs.close()
