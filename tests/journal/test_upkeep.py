"""The diary reads a few of its photos each day and says what is hurt."""

import hashlib
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path

from PIL import Image

from diary.domain.look import Look
from diary.domain.photo import DateSource, Photo, Taken, View
from diary.imaging.intake import Picture
from diary.journal import Journal
from tests.journal.conftest import Clock
from tests.read_only import read_only

TODAY = date(2026, 11, 23)


def add(journal: Journal, count: int) -> list[Photo]:
    taken = Taken(TODAY, None, None, DateSource.TYPED)
    return [
        journal.photos.add(picture(number), view=View.FRONT, taken=taken).photo
        for number in range(count)
    ]


def picture(number: int) -> Picture:
    file = BytesIO()
    Image.new("RGB", (8, 8), (number % 256, 0, 0)).save(file, "JPEG")
    data = file.getvalue() + bytes([number])
    return Picture(
        data=data,
        digest=hashlib.sha256(data).hexdigest(),
        mime="image/jpeg",
        file_name=f"IMG_{number}.jpg",
        width=8,
        height=8,
        taken=None,
        claims=(),
        thumbnail=data,
        preview=data,
        look=Look(0.6, 55.0, 90.0, 0.0, 12.0, 14.0),
    )


def path_of(folder: Path, photo: Photo) -> Path:
    return folder / "objects" / photo.object_name[:2] / f"{photo.object_name}.age"


def read_on_a_day(journal: Journal, clock: Clock) -> int:
    told: list[int] = []
    journal.upkeep.quiet_check(watch=lambda _done, quota: told.append(quota))
    clock.now += timedelta(days=1)
    return len(told)


def test_each_day_reads_its_part_and_a_month_reads_all(journal: Journal, clock: Clock) -> None:
    photos = add(journal, 12)
    assert [read_on_a_day(journal, clock) for _ in range(3)] == [5, 5, 5]
    hurt = photos[7]
    path_of(journal.folder, hurt).write_bytes(bytes(2000))
    found = [journal.upkeep.quiet_check()]
    for _ in range(2):
        clock.now += timedelta(days=1)
        found.append(journal.upkeep.quiet_check())
    assert (hurt,) in found
    assert journal.upkeep.hurt == (hurt,)


def test_a_second_look_on_the_same_day_reads_nothing(journal: Journal) -> None:
    add(journal, 12)
    told: list[int] = []
    for _ in range(2):
        journal.upkeep.quiet_check(watch=lambda _done, quota: told.append(quota))
    assert len(told) == 5


def test_a_missing_photo_is_noticed_at_once_on_a_day_whose_part_is_read(
    journal: Journal, folder: Path
) -> None:
    photos = add(journal, 6)
    journal.upkeep.quiet_check()
    path_of(folder, photos[0]).unlink()
    assert journal.upkeep.quiet_check() == (photos[0],)


def test_hurt_photos_keep_no_others_from_being_read(journal: Journal, clock: Clock) -> None:
    photos = add(journal, 12)
    hurt = photos[:6]
    for photo in hurt:
        path_of(journal.folder, photo).write_bytes(bytes(2000))
    for _ in range(2):
        journal.upkeep.quiet_check()
        clock.now += timedelta(days=1)
    assert set(journal.upkeep.hurt) == set(hurt)
    assert read_on_a_day(journal, clock) >= 5


def test_a_clock_that_was_ahead_for_a_day_does_not_end_the_reading(
    journal: Journal, clock: Clock
) -> None:
    add(journal, 5)
    clock.now = datetime(2038, 1, 1)
    journal.upkeep.quiet_check()
    clock.now = datetime(2026, 11, 24)
    assert read_on_a_day(journal, clock) == 5


def test_reading_the_photos_is_no_change_that_takes_a_snapshot(
    journal: Journal, folder: Path
) -> None:
    add(journal, 3)
    journal.backups.keep_snapshot(now=True)
    journal.upkeep.quiet_check()
    journal.upkeep.check()
    journal.close()
    assert len(list((folder / "snapshots").iterdir())) == 1


def test_a_quick_check_notices_a_cut_file_and_a_full_one_a_flipped_bit(
    journal: Journal, folder: Path
) -> None:
    cut, flipped, missing = add(journal, 3)
    path_of(folder, missing).unlink()
    content = path_of(folder, cut).read_bytes()
    path_of(folder, cut).write_bytes(content[: len(content) // 2])
    content = path_of(folder, flipped).read_bytes()
    path_of(folder, flipped).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    quick = journal.upkeep.check(quick=True)
    assert (quick.missing, quick.damaged) == ((missing,), (cut,))
    full = journal.upkeep.check()
    assert (full.missing, set(full.damaged)) == ((missing,), {cut, flipped})


def test_a_check_and_then_a_mirror_heal_the_diary(
    journal: Journal, folder: Path, tmp_path: Path
) -> None:
    photos = add(journal, 3)
    (tmp_path / "usb").mkdir()
    backup = journal.backups.mirror(tmp_path / "usb").path
    originals = [journal.photos.original(photo) for photo in photos]
    for photo in photos[:2]:
        path_of(folder, photo).write_bytes(b"scribble")
    assert set(journal.upkeep.check(deep=True).damaged) == set(photos[:2])
    assert set(journal.upkeep.heal(backup)) == set(photos[:2])
    assert journal.upkeep.hurt == ()
    assert [journal.photos.original(photo) for photo in photos] == originals


def test_a_diary_on_a_disk_that_is_only_read_can_be_checked_and_backed_up(
    journal: Journal, folder: Path, tmp_path: Path
) -> None:
    add(journal, 3)
    journal.days.record(TODAY, acne=4)
    journal.close()
    (tmp_path / "usb").mkdir()
    with read_only(folder):
        reader = Journal.open(folder)
        assert reader.upkeep.check(deep=True).is_whole
        assert reader.upkeep.quiet_check() == ()
        assert reader.backups.mirror(tmp_path / "usb").photos == 3
        assert reader.backups.to_file(tmp_path / "usb" / "b.skinbackup").photos == 3
        reader.close()
    assert sorted(path.name for path in (tmp_path / "usb").iterdir()) == [
        "b.skinbackup",
        "mine.skindiary-mirror",
    ]
    restored = Journal.restore(tmp_path / "usb", tmp_path / "again.skindiary")
    assert restored.days.get(TODAY).acne == 4
    restored.close()
