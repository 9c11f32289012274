"""A look into a watched folder of 20,000 pictures: the first, and those after it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from diary.domain.course import Course
from diary.journal import Journal, picture_files

FILES = 20_000
SIZE = 20_000
"""Bytes of a file: what is measured is the folder and the notes, not the disk."""


@pytest.fixture(scope="module")
def phone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("phone") / "Camera Uploads"
    folder.mkdir()
    for number in range(FILES):
        path = folder / f"IMG_{number:05}.jpg"
        path.write_bytes(b"\xff\xd8\xff" + number.to_bytes(4) + bytes(SIZE))
    return folder


@pytest.fixture
def journal(tmp_path: Path, phone: Path) -> Iterator[Journal]:
    journal = Journal.create(tmp_path / "a.skindiary", course=Course(date(2026, 10, 1)))
    journal.watched.choose(phone, only_new=False)
    journal.watched.look()  # the files are too young for the first look
    yield journal
    journal.close()


def test_listing(phone: Path, benchmark: BenchmarkFixture) -> None:
    assert len(benchmark(picture_files.list_pictures, phone)) == FILES


def test_first_look_reads_everything(
    journal: Journal, phone: Path, benchmark: BenchmarkFixture
) -> None:
    def begin_anew() -> None:
        journal.watched.choose(phone, only_new=False)

    news = benchmark.pedantic(  # type: ignore[no-untyped-call]
        journal.watched.look, setup=begin_anew, rounds=2
    )
    assert len(news.pictures) == FILES


def test_later_look_with_nothing_new(journal: Journal, benchmark: BenchmarkFixture) -> None:
    journal.watched.look()

    assert len(benchmark(journal.watched.look).pictures) == FILES


def test_choosing_only_new_ones(journal: Journal, phone: Path, benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(  # type: ignore[no-untyped-call]
        journal.watched.choose, (phone,), {"only_new": True}, rounds=3
    )

    assert journal.watched.look().pictures == ()
