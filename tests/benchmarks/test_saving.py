"""What it takes until an answer and a photo are on the disk: `--benchmark-only -s` prints it.

A photo of 4 MB is sealed, opened again, synced and recorded beside a plain copy with fsync of the
same file in the same run; the goal is six times the copy. Reading its pixels is measured in
`test_photo_reading.py`.
"""

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from diary.domain.course import Course
from diary.domain.photo import DateSource, Taken, View
from diary.imaging.intake import Picture
from diary.journal import Journal
from tests.pictures.phone import photo, portrait

NOW = datetime(2026, 11, 23, 8, 14)
PHOTO_BYTES = 4_000_000
ROUNDS = 20


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal.create(
        tmp_path / "mine.skindiary", course=Course(date(2026, 10, 1)), clock=lambda: NOW
    )
    yield journal
    journal.close()


def test_saving_an_answer(benchmark: BenchmarkFixture, journal: Journal) -> None:
    scores = cycle(range(11))
    benchmark(lambda: journal.days.record(NOW.date(), acne=next(scores)))
    assert journal.days.get(NOW.date()).acne is not None


def test_adding_a_photo_beside_a_copy(
    benchmark: BenchmarkFixture, journal: Journal, tmp_path: Path
) -> None:
    taken = Taken(NOW.date(), None, None, DateSource.TYPED)
    read = journal.photos.read_bytes(photo(portrait(), "JPEG"), "IMG_0001.jpg")
    source = tmp_path / "IMG_0001.jpg"
    copied, added = [], []

    def both() -> None:
        data = read.data + secrets.token_bytes(PHOTO_BYTES - len(read.data))
        source.write_bytes(data)
        picture: Picture = replace(read, data=data, digest=hashlib.sha256(data).hexdigest())
        copied.append(_seconds(lambda: _copy(source, tmp_path / "copy.jpg")))
        added.append(_seconds(lambda: journal.photos.add(picture, view=View.FRONT, taken=taken)))

    benchmark.pedantic(both, rounds=ROUNDS, warmup_rounds=1)  # type: ignore[no-untyped-call]
    assert len(journal.photos.all()) == len(added)
    ratio = median(added) / median(copied)
    print(  # noqa: T201 - the figure is the point
        f"\ncopy and fsync {median(copied) * 1000:.1f} ms, photo added "
        f"{median(added) * 1000:.1f} ms, {ratio:.1f} times; goal 6",
        end="",
    )


def _copy(source: Path, to: Path) -> None:
    shutil.copyfile(source, to)
    with to.open("rb") as file:
        os.fsync(file.fileno())


def _seconds(act: Callable[[], object]) -> float:
    begun = perf_counter()
    act()
    return perf_counter() - begun
