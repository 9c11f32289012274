"""Damage to the key file is never taken for a wrong passphrase."""

import hashlib
import json
from pathlib import Path

import pytest

from diary.errors import DiaryDamaged, DiaryMissing, DiaryTooNew
from diary.store import key_file
from diary.store.keys import new_key_ring
from diary.store.recovery_code import new_recovery_code

RING, _BAG = new_key_ring(None, new_recovery_code())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    key_file.write(tmp_path, RING, tmp_path)
    return tmp_path


def sealed(values: object) -> bytes:
    body = json.dumps(values).encode()
    return body + b"\n#sha256:" + hashlib.sha256(body).hexdigest().encode() + b"\n"


def test_what_is_written_is_read(folder: Path) -> None:
    assert key_file.read(folder) == RING


def test_every_flipped_bit_is_damage() -> None:
    whole = key_file.serialise(RING)
    for place in range(len(whole)):
        for bit in range(8):
            hurt = bytearray(whole)
            hurt[place] ^= 1 << bit
            with pytest.raises(DiaryDamaged, match="passphrase is not the problem"):
                key_file.parse(bytes(hurt))


def test_every_cut_is_damage() -> None:
    whole = key_file.serialise(RING)
    for length in range(len(whole)):
        with pytest.raises(DiaryDamaged):
            key_file.parse(whole[:length])


@pytest.mark.parametrize("hurt", [key_file.NAME, key_file.SECOND])
def test_one_whole_copy_is_enough(folder: Path, hurt: str) -> None:
    (folder / hurt).write_bytes(b"scribble")
    assert key_file.read(folder) == RING
    assert key_file.hurt_copies(folder) == (hurt,)
    (folder / hurt).unlink()
    assert key_file.read(folder) == RING
    assert key_file.hurt_copies(folder) == (hurt,)


def test_two_damaged_copies_are_told_apart_from_two_missing_ones(folder: Path) -> None:
    copies = [folder / key_file.NAME, folder / key_file.SECOND]
    for copy in copies:
        copy.write_bytes(b"scribble")
    with pytest.raises(DiaryDamaged, match=r"keys\.json is damaged"):
        key_file.read(folder)
    for copy in copies:
        copy.unlink()
    with pytest.raises(DiaryMissing, match=r"keys\.json is missing"):
        key_file.read(folder)


def test_writing_over_a_damaged_copy_mends_it(folder: Path) -> None:
    (folder / key_file.NAME).write_bytes(b"scribble")
    key_file.write(folder, key_file.read(folder), folder)
    assert key_file.hurt_copies(folder) == ()


def test_a_key_file_of_a_newer_version_is_refused() -> None:
    with pytest.raises(DiaryTooNew, match="Please update"):
        key_file.parse(sealed({"format": 2}))


@pytest.mark.parametrize("values", [{}, {"format": 1}, [], "text", {"format": "one"}])
def test_a_key_file_without_its_parts_is_damage(values: object) -> None:
    with pytest.raises(DiaryDamaged):
        key_file.parse(sealed(values))
