"""Every file of a diary is hurt all over: what is hurt is named, and nothing is shown as it is not.

`--every 10` takes every tenth damage only.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import pytest

from diary.errors import DiaryDamaged
from diary.store import key_file
from tests.journal import damage
from tests.journal.damage import Hurt, Whole

STEP = 32
"""Bytes from one flipped bit to the next: shorter than any part of a page or of a sealed file."""

CHUNK = 20
"""Damages that a process takes at a time."""

PARTS = ("README.txt", "cache", "diary.db", "keys.json", "objects", "snapshots", "trash")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    return damage.make(tmp_path_factory.mktemp("whole") / "mine.skindiary")


@pytest.mark.parametrize("part", PARTS)
def test_whatever_is_hurt_is_told_or_does_no_harm(
    whole: Whole, part: str, pool: ProcessPoolExecutor, request: pytest.FixtureRequest
) -> None:
    every: int = request.config.getoption("--every")
    chosen = list(_damage_of(whole, part))[::every]
    chunks = [chosen[start : start + CHUNK] for start in range(0, len(chosen), CHUNK)]
    problems = pool.map(partial(_problems, whole), chunks)
    assert [problem for some in problems for problem in some] == []


@pytest.mark.parametrize("copies", [("keys.json",), ("keys.json", "keys.json.bak")])
def test_every_bit_of_the_key_file_is_told_from_a_wrong_passphrase(
    whole: Whole, copies: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    ring = key_file.read(whole.folder)
    data = (whole.folder / "keys.json").read_bytes()
    try:
        for bit in range(0, len(data) * 8, request.config.getoption("--every")):
            hurt = bytearray(data)
            hurt[bit // 8] ^= 1 << bit % 8
            for name in copies:
                (whole.folder / name).write_bytes(hurt)
            if len(copies) == 1:
                assert key_file.read(whole.folder) == ring
            else:
                with pytest.raises(DiaryDamaged, match=r"keys\.json is damaged"):
                    key_file.read(whole.folder)
            assert key_file.hurt_copies(whole.folder) == copies
    finally:
        for name in copies:
            (whole.folder / name).write_bytes(data)


def _damage_of(whole: Whole, part: str) -> Iterator[Hurt]:
    for file in whole.files():
        if file.startswith(part):
            yield from damage.flips(whole, file, STEP)
            yield from damage.other_damage(whole, file)
    if part == "objects":
        yield from damage.swaps(whole)


def _problems(whole: Whole, some: list[Hurt]) -> list[str]:
    copy = whole.folder.with_name(f"hurt {os.getpid()}")
    return damage.problems(whole, some, copy)
