"""A mirror holds a whole diary at every moment, and says what has not arrived."""

import errno
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from diary.errors import (
    BackupIncomplete,
    DiaryDamaged,
    DiaryExists,
    DiaryMissing,
    InvalidInput,
    NotSaved,
    Stopped,
    WrongPassphrase,
)
from diary.store import files, photos, snapshots
from diary.store.mirror import LATEST, mirror
from diary.store.restore import restore
from diary.store.vault import Vault
from tests.store.conftest import NOW, AddPhoto
from tests.store.decrypted import bag_of, plain
from tests.store.mirrors import answer, assert_same, contents, object_in

NoteOf = Callable[[Vault], str]


def test_only_what_is_missing_is_copied_and_nothing_is_changed_in_place(
    vault: Vault, add_photo: AddPhoto, target: Path, again: Path
) -> None:
    add_photo(b"one")
    folder = mirror(vault, target, NOW).path
    before = {
        path: (path.stat().st_ino, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file() and path.name != "LATEST"
    }
    add_photo(b"two")
    answer(vault, "the next day")
    done = mirror(vault, folder, NOW)
    assert (done.path, done.photos, done.copied) == (folder, 2, 1)
    assert all((path.stat().st_ino, path.read_bytes()) == was for path, was in before.items())
    assert_same(restore(folder, again), vault)


def test_nothing_can_be_read_in_a_mirror_and_only_its_owner_may_try(
    vault: Vault, add_photo: AddPhoto, target: Path, note: str
) -> None:
    add_photo(b"a photo of a face" * 100)
    folder = mirror(vault, target, NOW).path
    assert folder.stat().st_mode & 0o777 == 0o700
    for path in folder.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0
        if path.is_file():
            content = path.read_bytes()
            assert not any(
                said in content for said in (note.encode(), b"a photo of a face", b"IMG_0001")
            )


def test_a_deleted_photo_stays_out_of_a_new_mirror(
    vault: Vault, add_photo: AddPhoto, target: Path, again: Path
) -> None:
    kept, deleted = add_photo(b"kept"), add_photo(b"deleted", "IMG_0002.jpg")
    photos.mark_deleted(vault.connection, deleted.id, NOW)
    vault.objects.discard(deleted.object_name)
    folder = mirror(vault, target, NOW).path
    assert not object_in(folder, deleted).exists()
    assert b"IMG_0002" not in plain(snapshots.listed(folder)[-1].path, bag_of(vault.folder))
    other = restore(folder, again).vault
    assert photos.all_live(other.connection) == [kept]
    assert photos.get(other.connection, deleted.id) is None
    other.close()


def test_a_new_passphrase_is_the_mirrors_too_once_it_was_updated(
    locked: Path, target: Path, again: Path, passphrase: str
) -> None:
    vault = Vault.open(locked, passphrase=passphrase)
    mirror(vault, target, NOW)
    vault.ways_in.set_passphrase("another passphrase")
    folder = mirror(vault, target, NOW).path
    with pytest.raises(WrongPassphrase):
        restore(folder, again, passphrase=passphrase)
    (folder / "keys.json").unlink()
    with pytest.raises(WrongPassphrase):
        restore(folder, again, passphrase=passphrase)
    assert_same(restore(folder, again, passphrase="another passphrase"), vault)
    vault.close()


def test_the_mirror_of_another_diary_is_refused_and_left_as_it_is(
    vault: Vault, target: Path, tmp_path: Path
) -> None:
    folder = mirror(vault, target, NOW).path
    before = contents(folder)
    other = Vault.create(
        tmp_path / "elsewhere" / "mine.skindiary",
        passphrase=None,
        recovery_code=None,
        fill=lambda _connection: None,
    )
    with pytest.raises(DiaryExists, match="another diary"):
        mirror(other, target, NOW)
    other.close()
    assert contents(folder) == before


def test_a_link_in_a_mirror_is_replaced_and_what_it_leads_to_is_kept(
    vault: Vault, target: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("of somebody else")
    folder = mirror(vault, target, NOW).path
    for name in (LATEST, f"{LATEST}.part"):
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(elsewhere)
    mirror(vault, target, NOW)
    assert elsewhere.read_text() == "of somebody else"
    assert not (folder / LATEST).is_symlink()


def test_a_disk_that_is_not_connected_is_said(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(DiaryMissing, match="Connect its disk"):
        mirror(vault, tmp_path / "nowhere", NOW)
    assert not (tmp_path / "nowhere").exists()


def test_a_mirror_inside_the_diary_is_refused(vault: Vault) -> None:
    with pytest.raises(InvalidInput, match="own folder"):
        mirror(vault, vault.folder, NOW)


def test_cancel_keeps_what_is_copied_and_the_older_state_stays_whole(
    vault: Vault, add_photo: AddPhoto, target: Path, again: Path, note: str, note_of: NoteOf
) -> None:
    mirror(vault, target, NOW)
    for number in range(5):
        add_photo(bytes([number]) * 500)
    answer(vault, "written later")

    def cancel(done: int, _total: int) -> None:
        if done == 3:
            raise Stopped

    with pytest.raises(Stopped):
        mirror(vault, target, NOW, watch=cancel)
    other = restore(target, again).vault
    assert note_of(other) == note
    other.close()
    assert mirror(vault, target, NOW).copied == 2


def test_progress_is_told_photo_by_photo(vault: Vault, add_photo: AddPhoto, target: Path) -> None:
    for number in range(3):
        add_photo(bytes([number]))
    told: list[tuple[int, int]] = []
    mirror(vault, target, NOW, watch=lambda done, total: told.append((done, total)))
    assert told[:4] == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_photo_that_is_hurt_here_is_named_unless_the_mirror_has_it(
    vault: Vault, add_photo: AddPhoto, target: Path, again: Path
) -> None:
    mirrored = add_photo(b"one")
    mirror(vault, target, NOW)
    fresh = add_photo(b"two", "IMG_0002.jpg")
    vault.objects.path(mirrored.object_name).unlink()
    vault.objects.path(fresh.object_name).write_bytes(b"scribble")
    with pytest.raises(DiaryDamaged, match=r"IMG_0002\.jpg of 2026-11-23"):
        mirror(vault, target, NOW)
    other = restore(target, again).vault
    assert photos.all_live(other.connection) == [mirrored]
    other.close()


def test_a_disk_that_gives_back_other_bytes_is_not_believed(
    vault: Vault, add_photo: AddPhoto, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = add_photo(b"one")
    real = files.write_new

    def lie(path: Path, data: bytes) -> None:
        lies = path.is_relative_to(target)
        real(path, data[:-1] + bytes([data[-1] ^ 1]) if lies else data)

    monkeypatch.setattr(files, "write_new", lie)
    with pytest.raises(NotSaved, match="other bytes"):
        mirror(vault, target, NOW)
    assert not object_in(target / "mine.skindiary-mirror", photo).exists()
    assert not list(target.rglob("*.part"))


def test_a_network_disk_that_cannot_sync_folders_is_mirrored_to(
    vault: Vault, add_photo: AddPhoto, target: Path, again: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_photo(b"one")
    real = os.fsync

    def refuse_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    mirror(vault, target, NOW)
    assert_same(restore(target, again), vault)


def test_a_photo_that_arrived_half_is_copied_again(
    vault: Vault, add_photo: AddPhoto, target: Path
) -> None:
    photo = add_photo(b"one" * 1000)
    path = object_in(mirror(vault, target, NOW).path, photo)
    path.write_bytes(path.read_bytes()[:500])
    assert mirror(vault, target, NOW).copied == 1
    assert path.read_bytes() == vault.objects.path(photo.object_name).read_bytes()


def test_a_thorough_mirror_replaces_what_went_bad_in_it(
    vault: Vault, add_photo: AddPhoto, target: Path, again: Path
) -> None:
    photo = add_photo(b"one" * 1000)
    folder = mirror(vault, target, NOW).path
    hurt = bytearray(object_in(folder, photo).read_bytes())
    hurt[700] ^= 1
    object_in(folder, photo).write_bytes(hurt)
    assert mirror(vault, target, NOW).copied == 0
    with pytest.raises(BackupIncomplete, match=r"IMG_0001\.jpg"):
        restore(folder, again)
    assert mirror(vault, target, NOW, thorough=True).copied == 1
    assert_same(restore(folder, again), vault)


def test_a_disk_that_is_full_is_told_before_anything_is_written(
    vault: Vault, add_photo: AddPhoto, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_photo(bytes(2_000_000))
    usage = shutil.disk_usage(target)._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    with pytest.raises(NotSaved, match="1 MB free; 3 MB are needed"):
        mirror(vault, target, NOW)
    assert not list(target.rglob("*.age"))
