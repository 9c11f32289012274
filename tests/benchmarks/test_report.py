"""How long the preview of a report takes: nine photos, a new chart each time."""

from dataclasses import replace
from itertools import count

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from diary.domain.diary import Diary
from diary.report.document import write_report
from diary.report.options import ReportOptions
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
