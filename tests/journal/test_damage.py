"""A hurt file is never shown as something else, is named, and takes nothing else with it.

Here a few places of every file are hurt; `tests/faults/test_damage.py` hurts them all over.
"""

from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from diary.store.schema import SCHEMA
from tests.journal import damage
from tests.journal.damage import Whole

COLUMNS = "on_date, acne, note, changed_at"
SAID = (dbapi2.DatabaseError, UnicodeDecodeError)

CONTROL_STEP = 61
"""Bytes; a prime, so that it is every bit's turn."""

PLACES = 3
"""Flipped bits in each file, and pages of zeros; the last ones come on top."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    return damage.make(tmp_path_factory.mktemp("whole") / "mine.skindiary")


def test_a_flipped_bit_is_told_or_does_no_harm(whole: Whole, tmp_path: Path) -> None:
    for file in whole.files():
        flips = damage.flips(whole, file, -(-whole.size(file) // PLACES))
        assert damage.problems(whole, flips, tmp_path / "hurt") == []


def test_a_file_that_is_cut_gone_or_zeroed_is_told_or_does_no_harm(
    whole: Whole, tmp_path: Path
) -> None:
    for file in whole.files():
        every = list(damage.other_damage(whole, file))
        some = [*every[:PLACES], *every[PLACES :: -(-len(every) // PLACES)]]
        assert damage.problems(whole, some, tmp_path / "hurt") == []


def test_swapped_photos_are_named_and_neither_is_shown_as_the_other(
    whole: Whole, tmp_path: Path
) -> None:
    assert damage.problems(whole, damage.swaps(whole), tmp_path / "hurt") == []


def test_a_plain_database_shows_wrong_answers_without_a_word(tmp_path: Path) -> None:
    """The control: what the same flips do where nothing seals the pages."""
    path = tmp_path / "plain.db"
    plain = dbapi2.connect(str(path))
    plain.executescript(SCHEMA)
    days = [(day.on.isoformat(), day.acne, day.note, "now") for day in damage.DAYS_OF_IT]
    plain.executemany(f"INSERT INTO day ({COLUMNS}) VALUES (?, ?, ?, ?)", days)  # noqa: S608
    plain.commit()
    plain.close()
    content, wrong = path.read_bytes(), 0
    for place in range(0, len(content), CONTROL_STEP):
        hurt = bytearray(content)
        hurt[place] ^= 1 << place % 8
        path.write_bytes(hurt)
        with closing(dbapi2.connect(str(path))) as plain, suppress(*SAID):
            wrong += plain.execute(f"SELECT {COLUMNS} FROM day").fetchall() != days  # noqa: S608
    assert wrong > 0
