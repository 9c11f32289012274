"""How long the sample takes to build: `pytest tests/benchmarks --benchmark-only`."""

from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from diary.sample import write_sample

MOST_SECONDS = 5


@pytest.mark.benchmark(min_rounds=3, max_time=1)
def test_the_sample_is_built_in_under_five_seconds(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    rounds = count()

    def build() -> None:
        folder = tmp_path / f"{next(rounds)}.skindiary"
        write_sample(folder, clock=lambda: datetime(2026, 11, 23, 9)).close()

    benchmark(build)

    assert benchmark.stats is not None
    assert benchmark.stats.stats.max < MOST_SECONDS
