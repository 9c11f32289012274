"""The gallery of 20,000 photos: `pytest tests/benchmarks/test_gallery.py --benchmark-only -s`.

Goals: opens within 300 ms, no cell is blank for more than 100 ms, at most 250 MB.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from diary.journal import Journal
from tests.benchmarks import many_photos

PHOTOS = 20_000
PROCESSES = 3


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A diary of 20,000 photos: 0.8 GB, removed at the end."""
    folder = tmp_path_factory.mktemp("many") / "many.skindiary"
    many_photos.write(folder, PHOTOS)
    yield folder
    shutil.rmtree(folder)


def test_reading_the_rows(benchmark: BenchmarkFixture, many: Path) -> None:
    """On the diary's thread, all of them in one go."""
    journal = Journal.open(many, clock=lambda: many_photos.NOW)

    entries = benchmark.pedantic(journal.album.entries, rounds=5)  # type: ignore[no-untyped-call]

    journal.close()
    assert len(entries) == PHOTOS


def test_opening_and_scrolling(benchmark: BenchmarkFixture, many: Path, tmp_path: Path) -> None:
    """In processes of their own, after Today was shown."""
    program = Path(__file__).with_name("gallery_program.py")
    folders = ["--data-dir", str(tmp_path / "home"), "--diary", str(many)]
    seen: list[dict[str, Any]] = []

    def visit() -> None:
        command = [sys.executable, str(program), *folders]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        seen.append(json.loads(done.stdout))

    begun = perf_counter()
    benchmark.pedantic(visit, rounds=PROCESSES)  # type: ignore[no-untyped-call]
    _say(f"{PROCESSES} visits in {perf_counter() - begun:.0f} s, {PHOTOS} photos")
    for each in seen:
        _say(json.dumps(each))


def _say(figure: str) -> None:
    print(f"\n{figure}", end="")  # noqa: T201 - the figure is the point
