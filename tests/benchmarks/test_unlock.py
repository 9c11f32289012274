"""How long the ways into a diary take: the passphrase is slow on purpose, the others are not."""

from datetime import date
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from diary.domain.course import Course
from diary.journal import Journal, new_recovery_code

ROUNDS = 10
WAYS = {
    "passphrase": "correct horse battery",
    "recovery_code": new_recovery_code(),
    "device_key": b"k" * 32,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    journal = Journal.create(
        tmp_path / "mine.skindiary",
        course=Course(date(2026, 10, 1)),
        passphrase=str(WAYS["passphrase"]),
        recovery_code=str(WAYS["recovery_code"]),
    )
    journal.access.remember(b"k" * 32)
    journal.close()
    return journal.folder


@pytest.mark.parametrize("way", WAYS)
def test_opening_a_diary(benchmark: BenchmarkFixture, folder: Path, way: str) -> None:
    """Goal with the passphrase: a second; three passes over 256 MiB are most of it."""

    def unlock() -> Journal:
        journal = Journal.open(folder, **{way: WAYS[way]})  # type: ignore[arg-type]
        journal.close()
        return journal

    opened = benchmark.pedantic(unlock, rounds=ROUNDS, warmup_rounds=1)  # type: ignore[no-untyped-call]
    assert opened.folder == folder
