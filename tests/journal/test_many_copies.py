"""Copies of many photos: each that can be copied is, and what became of the rest is told."""

from datetime import date, time
from pathlib import Path

import pytest

from diary.domain.photo import DateSource, Photo, Taken, View
from diary.errors import InvalidInput, NotSaved, Stopped
from diary.journal import Journal, save_copies
from tests.pictures import telling
from tests.ui.full_disk import full_disk

DAY = date(2026, 11, 3)


def add(journal: Journal, data: bytes, view: View = View.FRONT) -> Photo:
    taken = Taken(DAY, time(8, 12, 34), 60, DateSource.EXIF)
    return journal.photos.add(
        journal.photos.read_bytes(data, "IMG_2041.JPG"), view=view, taken=taken
    ).photo


@pytest.fixture
def photos(journal: Journal) -> list[Photo]:
    return [
        add(journal, telling.jpeg()),
        add(journal, telling.heic()),
        add(journal, telling.png(), View.LEFT),
    ]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_copies_are_named_by_date_and_view_and_replace_nothing(
    journal: Journal, photos: list[Photo], out: Path
) -> None:
    (out / "Photo 2026-11-03 left.png").write_bytes(b"older")

    done = save_copies(journal.copies_out, photos, out, original=False)

    assert (out / "Photo 2026-11-03 left.png").read_bytes() == b"older"
    assert [path.name for path in done.saved] == [
        "Photo 2026-11-03 front.jpg",
        "Photo 2026-11-03 front (2).jpg",
        "Photo 2026-11-03 left (2).png",
    ]
    assert [telling.found_in(path.read_bytes()) for path in done.saved] == [[], [], []]
    assert (done.refused, done.ended) == ([], None)


def test_originals_are_saved_byte_for_byte(
    journal: Journal, photos: list[Photo], out: Path
) -> None:
    save_copies(journal.copies_out, photos, out, original=True)

    assert (out / "Photo 2026-11-03 front.heic").read_bytes() == telling.heic()
    assert (out / "Photo 2026-11-03 front.jpg").read_bytes() == telling.jpeg()
    assert (out / "Photo 2026-11-03 left.png").read_bytes() == telling.png()


def test_a_photo_that_is_damaged_does_not_stop_the_rest(
    journal: Journal, folder: Path, photos: list[Photo], out: Path
) -> None:
    name = photos[0].object_name
    (folder / "objects" / name[:2] / f"{name}.age").write_bytes(b"hurt")

    done = save_copies(journal.copies_out, photos, out, original=False)

    assert done.refused == [photos[0]]
    assert names(out) == ["Photo 2026-11-03 front.jpg", "Photo 2026-11-03 left.png"]


def test_cancelling_keeps_what_is_done(journal: Journal, photos: list[Photo], out: Path) -> None:
    def stop_at_the_third(done: int, total: int) -> None:
        assert total == 3
        if done == 2:
            raise Stopped

    done = save_copies(journal.copies_out, photos, out, original=False, watch=stop_at_the_third)

    assert isinstance(done.ended, Stopped)
    assert [path.name for path in done.saved] == names(out)[::-1]
    assert (len(done.saved), done.asked) == (2, 3)


def test_a_full_disk_keeps_what_is_done_and_is_said(
    journal: Journal, photos: list[Photo], out: Path
) -> None:
    large = add(journal, telling.jpeg() + bytes(300_000), View.BACK)

    with full_disk():
        done = save_copies(journal.copies_out, [photos[0], large], out, original=True)

    assert names(out) == ["Photo 2026-11-03 front.jpg"]
    assert str(done.ended) == "Not saved. The disk is full."


def test_a_folder_that_is_gone_is_said(journal: Journal, photos: list[Photo], out: Path) -> None:
    done = save_copies(journal.copies_out, photos, out / "gone", original=False)

    assert isinstance(done.ended, NotSaved)
    assert str(done.ended) == "Not saved. The folder for it is not there."


def test_nothing_is_saved_into_the_diary_itself(
    journal: Journal, folder: Path, photos: list[Photo]
) -> None:
    done = save_copies(journal.copies_out, photos, folder / "objects", original=False)

    assert isinstance(done.ended, InvalidInput)
    assert not list(folder.rglob("Photo*"))
