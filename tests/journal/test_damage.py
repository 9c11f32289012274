"""A hurt file is never shown as something else, is named, and takes nothing else with it.

Here a few places of every file are hurt; `tests/faults/test_damage.py` hurts them all over.
"""

from pathlib import Path

import pytest

from tests.journal import damage
from tests.journal.damage import Whole

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
