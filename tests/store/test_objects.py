"""An original photo comes back byte for byte, or its damage is said."""

import hashlib
from pathlib import Path

import pyrage
import pytest

from diary.errors import DiaryDamaged, NotSaved, Stopped
from diary.store.objects import Objects
from diary.store.vault import Vault

PHOTO = bytes(range(256)) * 300


@pytest.fixture
def identity() -> pyrage.x25519.Identity:
    return pyrage.x25519.Identity.generate()


@pytest.fixture
def objects(tmp_path: Path, identity: pyrage.x25519.Identity) -> Objects:
    for name in ("objects", "trash", "tmp"):
        (tmp_path / name).mkdir()
    return Objects(tmp_path, str(identity))


@pytest.mark.parametrize("size", [0, 1, 65535, 65536, 65537, 200_000])
def test_a_photo_comes_back_byte_for_byte(objects: Objects, size: int) -> None:
    data = (PHOTO * 3)[:size]
    assert objects.get(objects.put(data)) == data


def test_the_same_photo_never_looks_the_same_on_disk(objects: Objects) -> None:
    assert objects.put(PHOTO) != objects.put(PHOTO)


def test_a_sealed_photo_opens_with_age_alone(
    objects: Objects, identity: pyrage.x25519.Identity
) -> None:
    sealed = objects.path(objects.put(PHOTO)).read_bytes()
    assert sealed.startswith(b"age-encryption.org/v1\n")
    assert pyrage.decrypt(sealed, [identity]) == PHOTO


def test_a_sealed_photo_is_named_by_its_checksum_and_dated_by_nothing(objects: Objects) -> None:
    name = objects.put(PHOTO)
    path = objects.path(name)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == name
    assert path.stat().st_mtime == 946684800
    assert objects.names() == {name}


def test_no_part_is_left_of_a_sealed_photo(objects: Objects, tmp_path: Path) -> None:
    objects.put(PHOTO)
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.parametrize("opened", [b"", PHOTO[:-1] + b"?", pyrage.DecryptError("no match")])
def test_what_does_not_open_again_as_it_was_is_not_saved(
    objects: Objects, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: bytes | Exception
) -> None:
    def open_wrongly(_sealed: bytes, _identities: object) -> bytes:
        if isinstance(opened, Exception):
            raise opened
        return opened

    monkeypatch.setattr(pyrage, "decrypt", open_wrongly)

    with pytest.raises(NotSaved, match="memory gave back other bytes"):
        objects.put(PHOTO)

    assert objects.names() == set()
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_flipped_bit_anywhere_is_damage(objects: Objects) -> None:
    name = objects.put(PHOTO)
    whole = objects.path(name).read_bytes()
    for place in range(0, len(whole), len(whole) // 100):
        hurt = bytearray(whole)
        hurt[place] ^= 1
        objects.path(name).write_bytes(hurt)
        assert not objects.is_unchanged(name)
        with pytest.raises(DiaryDamaged, match="other photos are not affected"):
            objects.get(name)


def test_a_cut_or_missing_file_is_damage(objects: Objects) -> None:
    name = objects.put(PHOTO)
    path = objects.path(name)
    for content in (path.read_bytes()[:-1], b""):
        path.write_bytes(content)
        with pytest.raises(DiaryDamaged):
            objects.get(name)
    path.unlink()
    assert not objects.is_unchanged(name)
    with pytest.raises(DiaryDamaged):
        objects.get(name)


def test_two_swapped_photos_are_noticed(objects: Objects) -> None:
    one, other = objects.put(PHOTO), objects.put(PHOTO[::-1])
    objects.path(one).write_bytes(objects.path(other).read_bytes())
    with pytest.raises(DiaryDamaged):
        objects.get(one)


def test_a_discarded_photo_can_be_brought_back(objects: Objects) -> None:
    name = objects.put(PHOTO)
    objects.discard(name)
    assert objects.names() == set()
    objects.recover(name)
    assert objects.get(name) == PHOTO


def test_bringing_back_a_photo_that_is_gone_is_said(objects: Objects) -> None:
    name = objects.put(PHOTO)
    objects.discard(name)
    objects.erase(name)
    with pytest.raises(DiaryDamaged):
        objects.recover(name)


def test_erasing_reaches_a_photo_that_a_crash_kept_out_of_the_trash(objects: Objects) -> None:
    name = objects.put(PHOTO)
    objects.recover(name)
    objects.erase(name)
    assert objects.names() == set()


def test_a_closed_vault_opens_no_photo_any_more(vault: Vault) -> None:
    name = vault.objects.put(b"a photo of a face")
    assert vault.objects.get(name) == b"a photo of a face"
    vault.close()
    with pytest.raises(Stopped):
        vault.objects.get(name)
