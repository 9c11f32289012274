"""A folder with very much in it: looking through it, and opening the table of its pictures."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytest_benchmark.fixture import BenchmarkFixture

from diary.domain.course import Course
from diary.domain.draft import Draft, with_choices
from diary.domain.photo import DateSource, Taken, View
from diary.journal import Journal
from diary.journal.gathering import gather
from diary.ui.dialogs.import_review import review
from diary.ui.importing import MOST
from diary.ui.jobs import Jobs
from diary.ui.session import Session
from tests.pictures.phone import portrait

COURSE = Course(date(2026, 10, 1))

FOLDERS, FILES = 200, 250
"""Half of the files are pictures."""

NOW = datetime(2026, 11, 23, 8, 14)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("tree") / "Pictures"
    for folder in range(FOLDERS):
        (root / f"{folder}").mkdir(parents=True)
        for number in range(FILES):
            (root / f"{folder}" / f"{number}.{'jpg' if number % 2 else 'txt'}").touch()
    return root


def test_looking_through_a_tree(tree: Path, benchmark: BenchmarkFixture) -> None:
    assert len(benchmark(gather, [tree]).pictures) == FOLDERS * FILES // 2


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    jobs = Jobs()
    create = partial(Journal.create, tmp_path / "a.skindiary", course=COURSE)
    session = Session(jobs.wait(create), jobs)
    yield session
    session.abandon()
    jobs.close()


def draft(number: int) -> Draft:
    """Every second one shows nobody."""
    on = date(2021, 11, 23) + timedelta(number)
    taken = Taken(on, time(8, 12), 60, DateSource.EXIF)
    view = View.FRONT if number % 2 else None
    return Draft(number, f"IMG_{number}.jpg", str(number), (taken,), taken, view, view is not None)


@pytest.mark.parametrize("count", [400, MOST])
def test_opening_the_table(
    count: int,
    session: Session,
    show: Callable[[QWidget], None],
    benchmark: BenchmarkFixture,
) -> None:
    file = BytesIO()
    portrait().save(file, "JPEG")
    thumbnails = dict.fromkeys(range(count), file.getvalue())
    page = QWidget()
    page.resize(1280, 832)
    show(page)
    drafts = with_choices([draft(number) for number in range(count)])

    def open_table() -> None:
        table = review(page, session, drafts, thumbnails, COURSE, NOW)
        table.grab()
        table.done(0)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    benchmark.pedantic(open_table, rounds=5, warmup_rounds=1)  # type: ignore[no-untyped-call]
