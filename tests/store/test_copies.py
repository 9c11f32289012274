"""Second copies that sync programs leave are found, compared, and brought over without loss."""

import errno
import fcntl
import os
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from diary.domain.day import Day
from diary.errors import DiaryDamaged, NotSaved
from diary.store import copies, days, photos
from diary.store.copies import Copy, Kind
from diary.store.vault import Vault
from tests.read_only import read_only
from tests.store.conftest import NOW, ON, AddPhoto, add_photo_to

BEFORE, AFTER = date(2026, 11, 22), date(2026, 11, 24)
LATER = datetime(2026, 11, 25, 9, 0)


def put(vault: Vault, *many: Day) -> None:
    with vault.transaction() as connection:
        for day in many:
            days.put(connection, day, NOW)


def all_days(vault: Vault) -> list[Day]:
    return days.between(vault.connection, date.min, date.max)


def found(vault: Vault) -> dict[str, Kind]:
    return {copy.path.name: copy.kind for copy in copies.find(vault)}


@pytest.fixture
def database_copy(vault: Vault) -> Copy:
    """What a sync program leaves when two computers wrote: the other one had two days more.

    It also answered the day of both in another way.
    """
    put(vault, Day(BEFORE, acne=2), Day(AFTER, lips=6, note="dry"), Day(ON, acne=7))
    aside = vault.folder / "diary (Anna's conflicted copy 2026-11-23).db"
    shutil.copyfile(vault.folder / "diary.db", aside)
    put(vault, Day(BEFORE), Day(AFTER), Day(ON, acne=4))
    (copy,) = copies.find(vault)
    return copy


@pytest.fixture
def copy_with_photo(vault: Vault, tmp_path: Path) -> Copy:
    """A copy of the whole folder, in which a photo was added."""
    folder = Path(shutil.copytree(vault.folder, tmp_path / "mine (1).skindiary"))
    other = Vault.open(folder)
    add_photo_to(other, b"only there", "IMG_0002.jpg")
    other.close()
    (copy,) = copies.find(vault)
    return copy


@pytest.mark.parametrize(
    "name",
    [
        "diary (Anna's conflicted copy 2026-11-23).db",
        "diary (conflicted copy 2026-11-23 081433).db",
        "diary_conflict-20261123-081433.db",
        "diary.sync-conflict-20261123-081433-ABCDEFG.db",
        "diary-DESKTOP-4711.db",
        "diary (1).db",
        "diary 2.db",
    ],
)
def test_a_copy_is_known_however_the_service_names_it(vault: Vault, name: str) -> None:
    shutil.copyfile(vault.folder / "diary.db", vault.folder / name)
    assert found(vault) == {name: Kind.DATABASE}


def test_a_link_beside_the_diary_that_leads_nowhere_is_no_copy(vault: Vault) -> None:
    vault.folder.with_name("mine (1).skindiary").symlink_to(vault.folder.with_name("gone"))
    (vault.folder / "diary (1).db").symlink_to(vault.folder / "gone")
    assert copies.find(vault) == ()


def test_a_diary_by_itself_has_no_copies(vault: Vault, add_photo: AddPhoto) -> None:
    add_photo(b"a photo of a face")
    vault.connection.execute("BEGIN IMMEDIATE")
    vault.connection.execute("DELETE FROM day")
    (vault.folder / "diary.db-journal").touch()
    assert found(vault) == {}
    vault.connection.execute("ROLLBACK")


def test_copies_of_keys_and_photos_are_told_apart(vault: Vault, add_photo: AddPhoto) -> None:
    photo = vault.objects.path(add_photo(b"a photo of a face").object_name)
    aside = f"{photo.stem} (conflicted copy).age"
    shutil.copyfile(photo, photo.with_name(aside))
    shutil.copyfile(vault.folder / "keys.json", vault.folder / "keys (1).json")
    assert found(vault) == {aside: Kind.PHOTO, "keys (1).json": Kind.KEYS}


def test_a_copy_of_the_whole_folder_is_known_by_its_keys(vault: Vault, tmp_path: Path) -> None:
    other = Vault.create(
        tmp_path / "mine (2).skindiary", passphrase=None, recovery_code=None, fill=lambda _: None
    )
    other.close()
    for name in ("mine (1).skindiary", "mine (conflicted copy).skindiary", "my own.skindiary"):
        shutil.copytree(vault.folder, tmp_path / name)
    assert found(vault) == {
        "mine (1).skindiary": Kind.FOLDER,
        "mine (conflicted copy).skindiary": Kind.FOLDER,
    }


def test_the_newest_copy_comes_first(vault: Vault) -> None:
    for number, name in enumerate(("diary (1).db", "diary (3).db", "diary (2).db")):
        shutil.copyfile(vault.folder / "diary.db", vault.folder / name)
        os.utime(vault.folder / name, (number, number))
    assert list(found(vault)) == ["diary (2).db", "diary (3).db", "diary (1).db"]


def test_a_copy_is_compared_without_changing_anything(vault: Vault, database_copy: Copy) -> None:
    before = {path: path.read_bytes() for path in vault.folder.glob("*.db")}
    contents = copies.look_into(vault, database_copy)
    assert (contents.days, contents.photos, contents.last) == (3, 0, AFTER)
    assert contents.only_days == (Day(BEFORE, acne=2), Day(AFTER, lips=6, note="dry"))
    assert contents.differing == (ON,)
    assert {path: path.read_bytes() for path in vault.folder.glob("*.db")} == before


def test_only_the_days_that_are_missing_come_over(vault: Vault, database_copy: Copy) -> None:
    contents = copies.look_into(vault, database_copy)
    copies.bring_over(vault, database_copy, contents, LATER)
    assert all_days(vault) == [
        Day(BEFORE, acne=2),
        Day(ON, acne=4),
        Day(AFTER, lips=6, note="dry"),
    ]
    assert database_copy.path.is_file()
    assert copies.look_into(vault, database_copy).only_days == ()


def test_a_day_answered_meanwhile_stays_as_it_was_answered(
    vault: Vault, database_copy: Copy
) -> None:
    contents = copies.look_into(vault, database_copy)
    put(vault, Day(AFTER, acne=9))
    copies.bring_over(vault, database_copy, contents, LATER)
    copies.take_back(vault, contents, LATER)
    assert all_days(vault) == [Day(ON, acne=4), Day(AFTER, acne=9)]


def test_photos_come_over_with_their_files_and_can_be_taken_back(
    vault: Vault, add_photo: AddPhoto, tmp_path: Path
) -> None:
    both = add_photo(b"in both")
    deleted = add_photo(b"deleted here")
    folder = Path(shutil.copytree(vault.folder, tmp_path / "mine (1).skindiary"))
    with vault.transaction() as connection:
        photos.mark_deleted(connection, deleted.id, NOW)
    other = Vault.open(folder)
    there = add_photo_to(other, b"only there", "IMG_0002.jpg")
    lost = add_photo_to(other, b"lost", "IMG_0003.jpg")
    other.objects.path(lost.object_name).unlink()
    other.close()

    (copy,) = copies.find(vault)
    contents = copies.look_into(vault, copy)
    assert (contents.only_photos, contents.waiting) == ((there,), (lost,))
    copies.bring_over(vault, copy, contents, LATER)
    assert {one.id for one in photos.all_live(vault.connection)} == {both.id, there.id}
    assert vault.objects.get(there.object_name) == b"only there"
    copies.take_back(vault, contents, LATER)
    assert photos.all_live(vault.connection) == [both]
    copies.bring_over(vault, copy, contents, LATER)
    assert {one.id for one in photos.all_live(vault.connection)} == {both.id, there.id}
    assert vault.objects.get(there.object_name) == b"only there"


def test_a_photo_added_meanwhile_is_not_there_twice(
    vault: Vault, add_photo: AddPhoto, copy_with_photo: Copy
) -> None:
    contents = copies.look_into(vault, copy_with_photo)
    mine = add_photo(b"only there")
    copies.bring_over(vault, copy_with_photo, contents, LATER)
    assert photos.all_live(vault.connection) == [mine]


def test_nothing_is_taken_onto_a_disk_without_locks(
    vault: Vault, copy_with_photo: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.close()

    def flock(_descriptor: int, _operation: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", flock)
    reader = Vault.open(vault.folder)
    contents = copies.look_into(reader, copy_with_photo)
    with pytest.raises(NotSaved, match="cannot keep a second program"):
        copies.bring_over(reader, copy_with_photo, contents, LATER)
    assert reader.objects.names() == set()
    reader.close()


def test_a_photo_file_that_is_damaged_in_the_copy_is_not_taken(
    vault: Vault, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(vault.folder, tmp_path / "mine (1).skindiary"))
    other = Vault.open(folder)
    hurt = add_photo_to(other, b"hurt")
    other.objects.path(hurt.object_name).write_bytes(b"scribble")
    other.close()
    (copy,) = copies.find(vault)
    contents = copies.look_into(vault, copy)
    assert (contents.only_photos, contents.waiting) == ((), (hurt,))
    copies.bring_over(vault, copy, contents, LATER)
    assert photos.all_live(vault.connection) == []
    assert vault.objects.names() == set()


def test_a_copy_made_amid_a_change_is_called_damaged(vault: Vault, database_copy: Copy) -> None:
    whole = database_copy.path.read_bytes()
    database_copy.path.write_bytes(whole[:4096] + bytes(4096) + whole[8192:])
    with pytest.raises(DiaryDamaged, match="your diary is not affected"):
        copies.look_into(vault, database_copy)


def test_a_copy_of_another_diary_does_not_open(vault: Vault, tmp_path: Path) -> None:
    other = Vault.create(
        tmp_path / "other.skindiary", passphrase=None, recovery_code=None, fill=lambda _: None
    )
    other.close()
    shutil.copyfile(other.folder / "diary.db", vault.folder / "diary (1).db")
    (copy,) = copies.find(vault)
    with pytest.raises(DiaryDamaged, match="your diary is not affected"):
        copies.look_into(vault, copy)


def test_nothing_comes_over_where_nothing_can_be_written(vault: Vault, database_copy: Copy) -> None:
    vault.close()
    with read_only(vault.folder):
        reader = Vault.open(vault.folder)
        contents = copies.look_into(reader, database_copy)
        assert len(contents.only_days) == 2
        with pytest.raises(NotSaved):
            copies.bring_over(reader, database_copy, contents, LATER)
        reader.close()
