"""Photos in a real vault, made from real picture files."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import matplotlib as mpl
import pytest

from diary.domain.photo import DateSource, Photo, Taken, View
from diary.errors import DiaryDamaged, ReadingStopped
from diary.imaging import intake
from diary.imaging.decoders import Decoders
from diary.journal import Journal, Outcome
from tests.imaging.planted import HANGS, Started, is_gone

ON = date(2026, 11, 23)
TAKEN = Taken(ON, None, None, DateSource.TYPED)
PORTRAIT = Path(mpl.get_data_path()) / "sample_data" / "grace_hopper.jpg"


@pytest.fixture
def photo(journal: Journal) -> Photo:
    return journal.photos.add(journal.photos.read(PORTRAIT), view=View.FRONT, taken=TAKEN).photo


def test_the_original_is_kept_byte_for_byte(journal: Journal, photo: Photo) -> None:
    assert journal.photos.original(photo) == PORTRAIT.read_bytes()


def test_the_same_file_twice_is_one_photo(journal: Journal, photo: Photo) -> None:
    again = journal.photos.add(journal.photos.read(PORTRAIT), view=View.LEFT, taken=TAKEN)
    assert again.outcome is Outcome.KNOWN
    assert journal.photos.all() == [photo]


def test_a_deleted_photo_comes_back_with_its_thumbnail(journal: Journal, photo: Photo) -> None:
    journal.photos.delete(photo.id)
    assert journal.photos.on(ON) == []
    journal.photos.restore(photo.id)
    assert journal.photos.on(ON) == [photo]
    assert journal.photos.thumbnail(photo).startswith(b"\xff\xd8")


def test_adding_a_photo_from_the_trash_brings_it_back(journal: Journal, photo: Photo) -> None:
    journal.photos.delete(photo.id)
    again = journal.photos.add(journal.photos.read(PORTRAIT), view=View.FRONT, taken=TAKEN)
    assert again.outcome is Outcome.RESTORED
    assert journal.photos.all() == [photo]


def test_a_photo_from_the_trash_comes_back_with_the_view_and_date_of_now(
    journal: Journal, photo: Photo
) -> None:
    journal.photos.delete(photo.id)
    earlier = replace(TAKEN, on=ON - timedelta(days=3))

    again = journal.photos.add(journal.photos.read(PORTRAIT), view=View.LEFT, taken=earlier)

    assert (again.photo.view, again.photo.taken) == (View.LEFT, earlier)
    assert again.in_trash == photo
    assert journal.photos.all() == [again.photo]


def test_a_photo_whose_trashed_file_was_lost_can_be_added_again(
    journal: Journal, photo: Photo, folder: Path
) -> None:
    journal.photos.delete(photo.id)
    (lost,) = (folder / "trash").iterdir()
    lost.unlink()
    again = journal.photos.add(journal.photos.read(PORTRAIT), view=View.FRONT, taken=TAKEN)
    assert again.outcome is Outcome.NEW
    assert journal.photos.original(again.photo) == PORTRAIT.read_bytes()


@pytest.mark.parametrize("file", [None, b"half of a photo"])
def test_a_photo_whose_own_file_is_hurt_is_whole_again_once_its_picture_is_added(
    journal: Journal, photo: Photo, file: bytes | None
) -> None:
    path = journal.folder / "objects" / photo.object_name[:2] / f"{photo.object_name}.age"
    path.unlink() if file is None else path.write_bytes(file)
    assert not journal.upkeep.check().is_whole
    again = journal.photos.add(journal.photos.read(PORTRAIT), view=View.LEFT, taken=TAKEN)
    assert again.outcome is Outcome.RESTORED
    assert (again.photo.id, again.photo.view) == (photo.id, photo.view)
    assert journal.photos.all() == [again.photo]
    assert journal.photos.original(again.photo) == PORTRAIT.read_bytes()
    findings = journal.upkeep.check(deep=True)
    assert findings.is_whole
    assert not findings.unfiled


def test_view_and_date_can_be_corrected_and_put_back(journal: Journal, photo: Photo) -> None:
    earlier = replace(TAKEN, on=date(2026, 10, 1))
    before = journal.photos.change(photo.id, view=View.LEFT, taken=earlier)
    changed = journal.photos.get(photo.id)
    assert (changed.view, changed.taken.on) == (View.LEFT, date(2026, 10, 1))
    journal.photos.change(photo.id, view=before.view, taken=before.taken)
    assert journal.photos.get(photo.id) == photo


def test_the_trash_is_emptied_after_30_days(journal: Journal, photo: Photo, folder: Path) -> None:
    journal.photos.delete(photo.id)
    journal.close()
    for days, left in ((29, 1), (31, 0)):
        moment = datetime(2026, 11, 23, 9) + timedelta(days)
        Journal.open(folder, clock=lambda moment=moment: moment).close()  # type: ignore[misc]
        assert len(list((folder / "trash").iterdir())) == left


def test_a_changed_photo_file_is_said_to_be_damaged(
    journal: Journal, photo: Photo, folder: Path
) -> None:
    (sealed,) = folder.glob("objects/*/*.age")
    data = bytearray(sealed.read_bytes())
    data[len(data) // 2] ^= 1
    sealed.write_bytes(data)
    with pytest.raises(DiaryDamaged, match="other photos are not affected"):
        journal.photos.original(photo)
    assert journal.upkeep.check().damaged == (photo,)


def test_nothing_of_a_note_or_a_photo_can_be_read_in_the_folder(
    journal: Journal, photo: Photo, folder: Path
) -> None:
    journal.days.record(ON, note="a canary nobody may read", acne=4)
    journal.photos.preview(photo)
    journal.close()
    original = PORTRAIT.read_bytes()
    secrets = (
        b"canary nobody",
        original[1000:1032],
        b"grace_hopper",
        b"JFIF",
        ON.isoformat().encode(),
    )
    written = [path for path in folder.rglob("*") if path.is_file()]
    assert len(written) > 4
    for path in written:
        content = path.read_bytes()
        assert not any(secret in content for secret in secrets), path


def test_closing_the_diary_ends_what_is_being_read(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = Started(HANGS)
    monkeypatch.setattr(intake, "decoders", Decoders(started))
    large = tmp_path / "large.jpg"
    large.write_bytes(PORTRAIT.read_bytes() + bytes(90_000_000))

    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(journal.photos.read, large)
        pause = threading.Event()
        assert any(started.decoders or pause.wait(0.05) for _ in range(200))
        journal.close()

        with pytest.raises(ReadingStopped):
            reading.result(10)


def test_a_closed_diary_leaves_no_process_that_has_seen_a_picture(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = Started()
    monkeypatch.setattr(intake, "decoders", Decoders(started))
    journal.photos.read(PORTRAIT)
    journal.close()

    assert [is_gone(decoder.pid) for decoder in started.decoders] == [True]
