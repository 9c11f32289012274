"""How long the start takes: `pytest tests/benchmarks/test_start.py --benchmark-only -s`."""

import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from diary.sample import write_sample

SCRIPT = Path(__file__).with_name("start_today.py")
GOAL_SECONDS = 0.6


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with an open-slot diary of 54 days."""
    folder = tmp_path_factory.mktemp("profile")
    write_sample(folder / "mine.skindiary", clock=lambda: datetime(2026, 11, 23, 9)).close()
    return folder


def test_from_process_start_to_a_usable_today(benchmark: BenchmarkFixture, profile: Path) -> None:
    """Warm means that the files are in memory and the bytecode is there."""
    diary = profile / "mine.skindiary"
    command = [sys.executable, str(SCRIPT), "--data-dir", str(profile), "--diary", str(diary)]
    environment = {**os.environ, "PYTHONPATH": str(SCRIPT.parents[2])}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    children: list[subprocess.Popen[str]] = []

    def leave() -> None:
        while children:
            children.pop().communicate()

    def start() -> None:
        child = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        children.append(child)
        assert child.stdout is not None
        assert child.stdout.readline().startswith("usable")

    benchmark.pedantic(start, setup=leave, rounds=10, warmup_rounds=2)  # type: ignore[no-untyped-call]
    leave()

    assert benchmark.stats is not None
    median = benchmark.stats.stats.median
    other = shutil.which("rednotebook")
    beside = f"RedNotebook is at {other}" if other else "RedNotebook is not installed"
    print(f"\nstart to usable Today: {median:.2f} s, goal {GOAL_SECONDS} s; {beside}")  # noqa: T201 - the figure is the point
