"""A backup is proven before it is called one, and restores into a new folder only."""

import shutil
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from diary.domain.photo import Photo
from diary.errors import (
    DiaryDamaged,
    DiaryError,
    DiaryExists,
    DiaryMissing,
    InvalidInput,
    NotSaved,
    WrongPassphrase,
    WrongRecoveryCode,
)
from diary.store import photos
from diary.store.backup import back_up
from diary.store.check import check
from diary.store.recovery_code import new_recovery_code
from diary.store.restore import restore
from diary.store.vault import Vault
from tests.store.conftest import AddPhoto

PHOTO = b"a photo of a face" * 100

NoteOf = Callable[[Vault], str]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "diary.skinbackup"


@pytest.fixture
def restored(tmp_path: Path) -> Path:
    return tmp_path / "restored" / "mine.skindiary"


@pytest.fixture
def photo(add_photo: AddPhoto) -> Photo:
    return add_photo(PHOTO)


@pytest.fixture
def backup(vault: Vault, photo: Photo, out: Path) -> Path:
    """The backup of a diary without a passphrase, with one day and one photo."""
    return back_up(vault, out).path


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_a_backup_that_was_packed_anew_restores_and_is_told_when_it_is_damaged(
    backup: Path, tmp_path: Path, restored: Path, method: int
) -> None:
    packed = tmp_path / "packed.skinbackup"
    with zipfile.ZipFile(backup) as source, zipfile.ZipFile(packed, "w", method) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
        header = target.getinfo("keys.json").header_offset
    restore(packed, restored).vault.close()
    whole = bytearray(packed.read_bytes())
    first = whole.index(b"keys.json", header) + len("keys.json")
    for place in range(first + 4, first + 12):
        whole[place] ^= 0xFF
    packed.write_bytes(whole)
    with pytest.raises(DiaryDamaged, match=r"keys\.json is damaged"):
        restore(packed, restored.with_name("other.skindiary"))


def test_a_photo_that_is_deleted_while_a_backup_is_written_is_in_it(
    vault: Vault, add_photo: AddPhoto, out: Path, restored: Path
) -> None:
    two = [add_photo(PHOTO), add_photo(PHOTO[1:])]

    def delete_both(done: int, _total: int) -> None:
        if done == 1:
            for one in two:
                vault.objects.discard(one.object_name)

    assert back_up(vault, out, watch=delete_both).photos == 2
    again = restore(out, restored).vault
    assert photos.all_live(again.connection) == photos.all_live(vault.connection)
    again.close()


def test_a_backup_never_takes_the_place_of_a_file_of_the_diary(vault: Vault, folder: Path) -> None:
    before = (folder / "diary.db").read_bytes()
    with pytest.raises(InvalidInput, match="own folder"):
        back_up(vault, folder / "diary.db")
    assert (folder / "diary.db").read_bytes() == before


@pytest.fixture
def locked_backup(locked: Path, recovery_code: str, out: Path) -> Path:
    """The backup of a diary with a passphrase; the diary itself is gone."""
    vault = Vault.open(locked, recovery_code=recovery_code)
    back_up(vault, out)
    vault.close()
    shutil.rmtree(locked)
    return out


def rewritten(backup: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The same backup with other members."""
    with zipfile.ZipFile(backup) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(backup, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return backup


def assert_whole(vault: Vault, note: str, note_of: NoteOf) -> None:
    assert note_of(vault) == note
    assert check(vault, deep=True).is_whole
    (photo,) = photos.all_live(vault.connection)
    assert vault.objects.get(photo.object_name) == PHOTO
    vault.close()


def test_the_backup_alone_and_the_passphrase_bring_the_diary_back(
    locked_backup: Path, restored: Path, passphrase: str, note: str, note_of: NoteOf
) -> None:
    again = restore(locked_backup, restored, passphrase=passphrase)
    assert_whole(again.vault, note, note_of)


def test_the_backup_alone_and_the_recovery_code_bring_the_diary_back(
    locked_backup: Path, restored: Path, recovery_code: str, note: str, note_of: NoteOf
) -> None:
    again = restore(locked_backup, restored, recovery_code=recovery_code)
    assert_whole(again.vault, note, note_of)


def test_a_wrong_secret_restores_nothing(locked_backup: Path, restored: Path) -> None:
    with pytest.raises(WrongPassphrase):
        restore(locked_backup, restored, passphrase="not the passphrase")
    with pytest.raises(WrongRecoveryCode):
        restore(locked_backup, restored, recovery_code=new_recovery_code())
    assert not restored.parent.exists()


def test_a_backup_says_what_it_holds(vault: Vault, photo: Photo, out: Path) -> None:
    summary = back_up(vault, out)
    assert (summary.path, summary.photos) == (out, 1)
    assert summary.size == out.stat().st_size > len(PHOTO)


def test_nothing_can_be_read_in_a_backup_and_only_its_owner_may_try(
    backup: Path, note: str
) -> None:
    content = backup.read_bytes()
    assert note.encode() not in content
    assert PHOTO[:16] not in content
    assert b"IMG_0001" not in content
    assert backup.stat().st_mode & 0o777 == 0o600


def test_photos_in_the_trash_stay_out_of_a_backup(
    vault: Vault, photo: Photo, add_photo: AddPhoto, out: Path, restored: Path
) -> None:
    deleted = add_photo(b"deleted", "IMG_0002.jpg")
    photos.mark_deleted(vault.connection, deleted.id, datetime(2026, 11, 23))
    vault.objects.discard(deleted.object_name)
    assert back_up(vault, out).photos == 1
    assert photos.get(vault.connection, deleted.id) == deleted

    again = restore(out, restored).vault
    assert photos.get(again.connection, deleted.id) is None
    assert photos.all_live(again.connection) == [photo]
    again.close()


@pytest.mark.parametrize("hurt", [Path.unlink, lambda path: path.write_bytes(b"scribble")])
def test_a_diary_with_a_hurt_photo_is_not_called_backed_up(
    vault: Vault, photo: Photo, out: Path, hurt: Callable[[Path], object]
) -> None:
    out.write_bytes(b"the backup before")
    hurt(vault.objects.path(photo.object_name))
    with pytest.raises(DiaryDamaged, match=r"IMG_0001\.jpg of 2026-11-23"):
        back_up(vault, out)
    assert out.read_bytes() == b"the backup before"
    assert [path.name for path in out.parent.iterdir() if path.is_file()] == [out.name]
    assert list((vault.folder / "tmp").iterdir()) == []


def test_a_backup_into_a_folder_that_is_not_there_is_said(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="folder for it is not there"):
        back_up(vault, tmp_path / "nowhere" / "diary.skinbackup")


def test_a_backup_survives_a_damaged_key_file(
    vault: Vault, photo: Photo, out: Path, restored: Path
) -> None:
    (vault.folder / "keys.json").write_bytes(b"scribble")
    restore(back_up(vault, out).path, restored).vault.close()


def test_a_backup_never_goes_over_a_folder_that_is_there(backup: Path, restored: Path) -> None:
    restored.mkdir(parents=True)
    (restored / "letter.txt").write_text("mine")
    with pytest.raises(DiaryExists, match="a new folder"):
        restore(backup, restored)
    assert (restored / "letter.txt").read_text() == "mine"


def test_a_backup_that_is_not_there_is_said(restored: Path, tmp_path: Path) -> None:
    with pytest.raises(DiaryMissing, match="no backup file"):
        restore(tmp_path / "nowhere", restored)


def test_a_flipped_bit_is_named_or_does_no_harm(
    backup: Path, restored: Path, note: str, note_of: NoteOf
) -> None:
    whole = backup.read_bytes()
    told = 0
    for place in range(0, len(whole), len(whole) // 150):
        hurt = bytearray(whole)
        hurt[place] ^= 1
        backup.write_bytes(hurt)
        try:
            vault = restore(backup, restored).vault
        except DiaryError:
            told += 1
            assert list(restored.parent.iterdir()) == []
        else:
            assert_whole(vault, note, note_of)
            shutil.rmtree(restored)
    assert told > 140


@pytest.mark.parametrize("kept", [0.0, 0.01, 0.5, 0.9999])
def test_a_cut_backup_is_told(backup: Path, restored: Path, kept: float) -> None:
    whole = backup.read_bytes()
    backup.write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(DiaryDamaged, match="not a whole backup"):
        restore(backup, restored)


@pytest.mark.parametrize("name", ["keys.json", "diary.db"])
def test_a_part_that_is_missing_is_named(backup: Path, restored: Path, name: str) -> None:
    rewritten(backup, lambda members: members.__delitem__(name))
    with pytest.raises(DiaryError, match=name):
        restore(backup, restored)
    assert not restored.exists()


def test_a_photo_that_is_missing_is_named(backup: Path, restored: Path, photo: Photo) -> None:
    member = f"objects/{photo.object_name[:2]}/{photo.object_name}.age"
    rewritten(backup, lambda members: members.__delitem__(member))
    with pytest.raises(DiaryDamaged, match="IMG_0001"):
        restore(backup, restored)
    assert not restored.exists()


def test_a_photo_that_was_exchanged_is_named(backup: Path, restored: Path, photo: Photo) -> None:
    member = f"objects/{photo.object_name[:2]}/{photo.object_name}.age"
    rewritten(backup, lambda members: members.update({member: b"another photo"}))
    with pytest.raises(DiaryDamaged, match=photo.file_name):
        restore(backup, restored)


@pytest.mark.parametrize(
    "name", ["../evil", "/evil", "objects/../../evil", "tmp/x", "objects/ab/evil.age", ".lock"]
)
def test_a_backup_writes_nothing_but_the_parts_of_a_diary(
    backup: Path, restored: Path, tmp_path: Path, name: str
) -> None:
    rewritten(backup, lambda members: members.update({name: b"evil"}))
    with pytest.raises(DiaryDamaged):
        restore(backup, restored)
    assert not list(tmp_path.rglob("evil*"))
    assert not Path("/evil").exists()
