"""Healing brings back exactly what was lost, and nothing that is not proven."""

from collections.abc import Callable
from pathlib import Path

import pytest

from diary.errors import DiaryMissing, NotSaved
from diary.store import files
from diary.store.backup import back_up
from diary.store.check import check
from diary.store.heal import heal, heal_key_files
from diary.store.mirror import mirror
from diary.store.vault import Vault
from tests.store.conftest import NOW, AddPhoto
from tests.store.hurt import changed_at_the_end


@pytest.mark.parametrize("kind", ["mirror", "file"])
@pytest.mark.parametrize("hurt", [Path.unlink, lambda path: path.write_bytes(b"scribble")])
def test_a_hurt_photo_comes_back_byte_for_byte(
    vault: Vault, add_photo: AddPhoto, target: Path, kind: str, hurt: Callable[[Path], object]
) -> None:
    photo, other = add_photo(b"one" * 1000), add_photo(b"two")
    if kind == "mirror":
        backup = mirror(vault, target, NOW).path
    else:
        backup = back_up(vault, target / "diary.skinbackup").path
    before = vault.objects.path(photo.object_name).read_bytes()
    hurt(vault.objects.path(photo.object_name))
    assert heal(vault, backup, [photo]) == (photo,)
    assert vault.objects.path(photo.object_name).read_bytes() == before
    assert vault.objects.path(photo.object_name).stat().st_mtime == 946684800
    assert vault.objects.get(other.object_name) == b"two"
    assert check(vault, deep=True).is_whole


def test_a_copy_that_is_hurt_too_is_never_taken(
    vault: Vault, add_photo: AddPhoto, target: Path
) -> None:
    photo, other = add_photo(b"one" * 1000), add_photo(b"two" * 1000)
    folder = mirror(vault, target, NOW).path
    name = photo.object_name
    copy = folder / "objects" / name[:2] / f"{name}.age"
    copy.write_bytes(changed_at_the_end(copy))
    for one in (photo, other):
        vault.objects.path(one.object_name).unlink()
    assert heal(vault, folder, [photo, other]) == (other,)
    assert not vault.objects.path(name).exists()
    assert check(vault).missing == (photo,)


def test_a_disk_that_gives_back_other_bytes_heals_nothing(
    vault: Vault, add_photo: AddPhoto, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = add_photo(b"one" * 1000)
    folder = mirror(vault, target, NOW).path
    vault.objects.path(photo.object_name).unlink()
    real = files.write_new
    monkeypatch.setattr(files, "write_new", lambda path, data: real(path, data[:-1]))
    with pytest.raises(NotSaved, match="other bytes"):
        heal(vault, folder, [photo])


def test_a_backup_that_is_not_there_is_said(vault: Vault, add_photo: AddPhoto) -> None:
    with pytest.raises(DiaryMissing):
        heal(vault, Path("/nowhere"), [add_photo(b"one")])


@pytest.mark.parametrize("name", ["keys.json", "keys.json.bak"])
def test_a_hurt_copy_of_the_key_file_is_written_anew_from_the_other(
    vault: Vault, name: str
) -> None:
    whole = (vault.folder / name).read_bytes()
    (vault.folder / name).write_bytes(b"scribble")
    assert heal_key_files(vault)
    assert (vault.folder / name).read_bytes() == whole
    assert check(vault).is_whole
    assert not heal_key_files(vault)
