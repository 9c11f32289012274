"""How often the 95 % range holds the true change: `pytest tests/benchmarks --benchmark-only -s`."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.domain.simulated import coverage

COURSES = 1000


@pytest.mark.parametrize("likeness", [0.0, 0.3, 0.5, 0.6])
def test_coverage_on_54_days(likeness: float, benchmark: BenchmarkFixture) -> None:
    held = benchmark(coverage, likeness, COURSES)
    benchmark.extra_info["coverage"] = held
    print(f"\nlag-1 {likeness:g}: the range held the true change in {held:.1%} of {COURSES}")  # noqa: T201 - the figure is the point
    assert 0.90 <= held <= 0.98
