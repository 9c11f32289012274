"""How long the preview of a report takes: nine or twelve photos, a new chart each time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PIL import Image
from pytest_benchmark.fixture import BenchmarkFixture

from diary.domain.course import Course, Step
from diary.domain.day import Day
from diary.domain.diary import Diary
from diary.domain.photo import DateSource, Taken, View
from diary.journal import Journal
from diary.report.document import write_report
from diary.report.options import ReportOptions
from tests.pictures import phone
from tests.report.conftest import build, shots


@pytest.mark.parametrize("days", [54, 300])
def test_a_report_is_set_again(benchmark: BenchmarkFixture, days: int) -> None:
    """Goal: half a second from a choice to the new pages."""
    diary, pictures, turn = build(days), shots(build(days)), count()

    def changed() -> Diary:
        mood = next(turn) % 10
        return replace(diary, days=tuple(replace(day, mood=mood) for day in diary.days))

    pdf = benchmark(lambda: write_report(changed(), ReportOptions(), pictures))
    assert pdf.startswith(b"%PDF")


START, DAYS = date(2026, 1, 28), 300


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """300 days and twelve photos: faces from the front, and below the eyes from both sides."""
    journal = Journal.create(
        tmp_path / "mine.skindiary",
        course=Course(START, steps=(Step(START, 40),)),
        clock=lambda: datetime(2026, 11, 23, 8, 14),
    )
    journal.days.record_all(Day(START + timedelta(n), acne=n % 10) for n in range(DAYS))
    turn = count()
    for view in (View.FRONT, View.LEFT, View.RIGHT):
        for day in (0, 31, 61, DAYS - 1):
            face = phone.portrait().rotate(next(turn), resample=Image.Resampling.BICUBIC)
            shown = face if view is View.FRONT else face.crop((0, 256, 512, 512))
            picture = journal.photos.read_bytes(phone.photo(shown.resize((1024, 768))), "face.jpg")
            taken = Taken(START + timedelta(day), None, None, DateSource.TYPED)
            journal.photos.add(picture, view=view, taken=taken)
    yield journal
    journal.close()


def test_a_report_of_aligned_photos_is_set_again(
    benchmark: BenchmarkFixture, journal: Journal
) -> None:
    """Goal: half a second, once the photos were laid over each other."""
    journal.panels.prepare()
    turn = count()

    def changed() -> bytes:
        journal.days.record(START, acne=next(turn) % 10)
        return journal.report(ReportOptions())

    assert benchmark(changed).startswith(b"%PDF")
