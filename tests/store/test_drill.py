"""A drill restores a backup for a moment, opens all of it and leaves nothing behind."""

from datetime import date
from pathlib import Path

import pytest

from diary.errors import BackupIncomplete, DiaryDamaged, Stopped, WrongPassphrase
from diary.store import days, photos
from diary.store.backup import back_up
from diary.store.drill import drill
from diary.store.mirror import mirror
from diary.store.vault import Vault
from tests.store.conftest import NOW, AddPhoto
from tests.store.hurt import changed_at_the_end


@pytest.mark.parametrize("kind", ["mirror", "file"])
@pytest.mark.parametrize("way", ["passphrase", "recovery code"])
def test_each_kind_of_backup_comes_back_by_each_way_in(
    locked: Path, target: Path, kind: str, way: str, passphrase: str, recovery_code: str
) -> None:
    vault = Vault.open(locked, recovery_code=recovery_code)
    backup = target
    if kind == "mirror":
        mirror(vault, target, NOW)
    else:
        backup = back_up(vault, target / "diary.skinbackup").path
    there = sorted(target.parent.iterdir())
    if way == "passphrase":
        came_back = drill(backup, target.parent, passphrase=passphrase)
    else:
        came_back = drill(backup, target.parent, recovery_code=recovery_code)
    assert list(came_back.days) == days.between(vault.connection, date.min, date.max)
    assert list(came_back.photos) == photos.all_live(vault.connection)
    assert (len(came_back.days), len(came_back.photos), came_back.said) == (1, 1, "")
    assert sorted(target.parent.iterdir()) == there
    vault.close()


def test_a_wrong_passphrase_and_cancel_leave_nothing_behind(locked: Path, target: Path) -> None:
    vault = Vault.open(locked, passphrase="pässwörd of a kind")
    mirror(vault, target, NOW)
    there = sorted(target.parent.iterdir())
    with pytest.raises(WrongPassphrase):
        drill(target, target.parent, passphrase="not the passphrase")

    def cancel(done: int, _total: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        drill(target, target.parent, passphrase="pässwörd of a kind", watch=cancel)
    assert sorted(target.parent.iterdir()) == there
    vault.close()


def test_what_a_crash_left_of_a_drill_is_removed_by_the_next(vault: Vault, target: Path) -> None:
    left_over = target.parent / ".skin-diary-test-abc"
    left_over.mkdir()
    (left_over / "half a diary").write_bytes(b"sealed")
    mirror(vault, target, NOW)
    drill(target, target.parent)
    assert not left_over.exists()


def test_a_backup_with_a_hurt_photo_names_it(
    vault: Vault, add_photo: AddPhoto, target: Path
) -> None:
    photo = add_photo(b"one" * 1000)
    folder = mirror(vault, target, NOW).path
    name = photo.object_name
    copy = folder / "objects" / name[:2] / f"{name}.age"
    copy.write_bytes(changed_at_the_end(copy))
    with pytest.raises(BackupIncomplete, match=r"IMG_0001\.jpg"):
        drill(target, target.parent)


def test_a_photo_that_is_not_the_recorded_one_is_noticed(
    vault: Vault, add_photo: AddPhoto, target: Path
) -> None:
    add_photo(b"one")
    vault.connection.execute("UPDATE photo SET digest = ?", ("0" * 64,))
    backup = back_up(vault, target / "diary.skinbackup").path
    with pytest.raises(DiaryDamaged, match=r"do not open: IMG_0001\.jpg"):
        drill(backup, target.parent)
