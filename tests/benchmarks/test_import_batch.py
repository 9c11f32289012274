"""What 200 photos of a phone cost the window while they are read, looked at and added.

`pytest tests/benchmarks/test_import_batch.py --benchmark-only -s` prints how much memory the
program took beyond what it had, and the longest time in which the window did not answer. Goals:
400 MB and 100 ms. Linux only, which alone tells the peak of a part of a run.
"""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path
from time import perf_counter

import pytest
from PIL import Image
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from diary.domain.course import Course
from diary.domain.photo import View
from diary.journal import Journal
from diary.ui.dialogs.import_review import Review
from diary.ui.dialogs.import_review.table import DraftTable
from diary.ui.importing import Importer
from diary.ui.jobs import Jobs
from diary.ui.session import Session
from tests.pictures.phone import photo, portrait

PHOTOS = 200
LONG_MS = 240_000
MOST_MB = 400
PROCESS = Path("/proc/self")


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """200 different files of 12 megapixels, a minute apart."""
    data = photo(portrait().resize((4032, 3024), Image.Resampling.BICUBIC), quality=85)
    paths = []
    for number in range(PHOTOS):
        path = tmp_path / f"IMG_20261101_{8 + number // 60:02}{number % 60:02}00.jpg"
        path.write_bytes(data + number.to_bytes(4))
        paths.append(path)
    return paths


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    jobs = Jobs()
    create = partial(
        Journal.create,
        tmp_path / "mine.skindiary",
        course=Course(date(2026, 10, 1)),
        clock=lambda: datetime(2026, 11, 23, 8, 14),
    )
    session = Session(jobs.wait(create), jobs)
    yield session
    session.abandon()
    jobs.close()


class Pulse(QObject):
    """Beats while the window answers, and keeps the longest pause."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = perf_counter()
        timer = QTimer(self, interval=5)
        timer.timeout.connect(self._beat)
        timer.start()

    @Slot()
    def _beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


@pytest.mark.skipif(not (PROCESS / "clear_refs").exists(), reason="Linux tells the peak")
def test_200_photos_are_looked_at_and_added(
    benchmark: BenchmarkFixture, session: Session, photos: list[Path], qtbot: QtBot
) -> None:
    page = QWidget()
    page.resize(1280, 832)
    qtbot.addWidget(page)
    page.show()
    importer = Importer(session, page)
    pulse = Pulse()
    (PROCESS / "clear_refs").write_text("5")
    before = megabytes("VmRSS")

    def add_all() -> None:
        importer.add_files(photos, [View.FRONT] * PHOTOS, ask=True)
        qtbot.waitUntil(lambda: bool(page.findChildren(Review)), timeout=LONG_MS)
        (table,) = page.findChildren(Review)
        rows = table.findChild(DraftTable)
        assert isinstance(rows, DraftTable)
        rows.selectAll()
        QTest.keyClick(rows, Qt.Key.Key_2)
        with qtbot.waitSignal(importer.finished, timeout=LONG_MS):
            table.submit()

    benchmark.pedantic(add_all, rounds=1)  # type: ignore[no-untyped-call]
    took = megabytes("VmHWM") - before
    print(f"\n{took} MB more, {pulse.longest * 1000:.0f} ms without an answer")  # noqa: T201
    assert len(session.jobs.wait(session.journal.photos.all)) == PHOTOS
    assert took < MOST_MB


def megabytes(name: str) -> int:
    """A figure of this process in /proc/self/status."""
    lines = (PROCESS / "status").read_text().splitlines()
    (line,) = [one for one in lines if one.startswith(name + ":")]
    return int(line.split()[1]) // 1024
