"""A check names what is hurt and deletes nothing."""

from datetime import datetime
from pathlib import Path

import pytest

from diary.errors import DiaryDamaged
from diary.store import photos, snapshots
from diary.store.check import Findings, check
from diary.store.vault import Vault
from tests.store.conftest import AddPhoto
from tests.store.hurt import changed_at_the_end


def test_a_healthy_diary_is_found_whole(vault: Vault, add_photo: AddPhoto) -> None:
    add_photo(b"one")
    assert check(vault, deep=True) == Findings(1, (), (), (), ())
    assert check(vault).is_whole


@pytest.mark.parametrize("deep", [False, True])
def test_each_hurt_photo_is_named(vault: Vault, add_photo: AddPhoto, deep: bool) -> None:
    missing, cut, changed, whole = (add_photo(bytes([n]) * 100) for n in range(4))
    vault.objects.path(missing.object_name).unlink()
    path = vault.objects.path(cut.object_name)
    path.write_bytes(path.read_bytes()[:-1])
    path = vault.objects.path(changed.object_name)
    path.write_bytes(changed_at_the_end(path))
    findings = check(vault, deep=deep)
    assert findings.missing == (missing,)
    assert set(findings.damaged) == {cut, changed}
    assert findings.photos == 4
    assert not findings.is_whole
    assert vault.objects.get(whole.object_name) == b"\3" * 100


def test_only_a_deep_check_notices_a_photo_that_is_not_the_recorded_one(
    vault: Vault, add_photo: AddPhoto
) -> None:
    photo = add_photo(b"one")
    vault.connection.execute("UPDATE photo SET digest = ?", ("0" * 64,))
    assert check(vault).is_whole
    assert [one.id for one in check(vault, deep=True).damaged] == [photo.id]


def test_a_file_that_no_photo_refers_to_is_named_and_kept(vault: Vault) -> None:
    name = vault.objects.put(b"the power went before its row was written")
    findings = check(vault)
    assert findings.unfiled == (name,)
    assert findings.is_whole
    assert vault.objects.names() == {name}


def test_a_deleted_photo_is_not_unfiled(vault: Vault, add_photo: AddPhoto) -> None:
    photo = add_photo(b"the power went before its file was moved")
    photos.mark_deleted(vault.connection, photo.id, datetime(2026, 11, 23))
    assert check(vault) == Findings(0, (), (), (), ())


@pytest.mark.parametrize("name", ["keys.json", "keys.json.bak"])
def test_a_hurt_copy_of_the_key_file_is_named(vault: Vault, name: str) -> None:
    (vault.folder / name).write_bytes(b"scribble")
    findings = check(vault)
    assert findings.key_files == (name,)
    assert not findings.is_whole


def test_a_page_that_was_hurt_while_the_diary_is_open_is_noticed(
    vault: Vault, folder: Path
) -> None:
    path = folder / "diary.db"
    content = bytearray(path.read_bytes())
    content[-100] ^= 1
    path.write_bytes(content)
    with pytest.raises(DiaryDamaged, match=r"diary\.db is damaged"):
        check(vault)


def test_hurt_files_that_nothing_shown_depends_on_are_named(
    vault: Vault, add_photo: AddPhoto
) -> None:
    gone = add_photo(b"deleted")
    photos.mark_deleted(vault.connection, gone.id, datetime(2026, 11, 23))
    vault.objects.discard(gone.object_name)
    snapshot = snapshots.take(vault, datetime(2026, 11, 23, 8))
    whole = snapshots.take(vault, datetime(2026, 11, 23, 9))
    assert check(vault).spare == ()
    trashed = vault.folder / "trash" / f"{gone.object_name}.age"
    for path in (trashed, snapshot.path):
        path.write_bytes(changed_at_the_end(path))
    findings = check(vault)
    assert findings.spare == (snapshot.path.name, trashed.name)
    assert findings.is_whole
    assert whole.path.is_file()
