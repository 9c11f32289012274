"""A copy of a photo outside the diary is whole, tells nothing by default, or is not there."""

from datetime import date, time
from pathlib import Path

import pytest

from diary.domain.photo import DateSource, Photo, Taken, View
from diary.errors import DiskFull, InvalidInput, NotSaved, PhotoRefused
from diary.journal import Journal
from tests.pictures import telling
from tests.ui.full_disk import full_disk

TAKEN = Taken(date(2026, 11, 3), time(8, 12, 34), 60, DateSource.EXIF)


def add(journal: Journal, data: bytes, view: View = View.FRONT) -> Photo:
    picture = journal.photos.read_bytes(data, "IMG_2041.JPG")
    return journal.photos.add(picture, view=view, taken=TAKEN).photo


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def test_an_original_is_saved_byte_for_byte_and_says_what_it_holds(
    journal: Journal, out: Path
) -> None:
    copies, data = journal.copies_out, telling.jpeg()
    original = copies.original(copies.data(add(journal, data)))

    copies.save(original, out / "face.jpg")

    assert (out / "face.jpg").read_bytes() == data
    assert copies.told(data) == (
        "This file also holds: where it was taken, when it was taken, which phone or camera took "
        "it, a small hidden picture of it, further pictures or a short film, notes of the camera "
        "or of programs."
    )


def test_a_file_without_anything_more_is_said_to_have_nothing_more(journal: Journal) -> None:
    bare = journal.copies_out.stripped(telling.jpeg()).data

    said = journal.copies_out.told(bare)

    assert said == "Nothing more was found in this file than the picture."


def test_a_stripped_copy_holds_nothing_of_what_the_original_told(
    journal: Journal, out: Path
) -> None:
    photo = add(journal, telling.heic())
    copy = journal.copies_out.stripped(journal.copies_out.data(photo))
    target = out / journal.copies_out.name(photo, copy.ending)

    journal.copies_out.save(copy, target)

    assert target.name == "Photo 2026-11-03 front.jpg"
    assert telling.found_in(target.read_bytes()) == []
    assert [path.name for path in out.iterdir()] == [target.name]


def test_saving_over_a_file_replaces_it_as_a_whole(journal: Journal, out: Path) -> None:
    (out / "face.jpg").write_bytes(b"older")

    journal.copies_out.save(journal.copies_out.stripped(telling.png()), out / "face.jpg")

    assert (out / "face.jpg").read_bytes().startswith(b"\x89PNG")


def test_a_full_disk_is_a_sentence_and_leaves_nothing(journal: Journal, out: Path) -> None:
    (out / "face.jpg").write_bytes(b"older")
    large = journal.copies_out.original(bytes(300_000))

    with full_disk(), pytest.raises(DiskFull, match="The disk is full"):
        journal.copies_out.save(large, out / "face.jpg")

    assert [path.name for path in out.iterdir()] == ["face.jpg"]
    assert (out / "face.jpg").read_bytes() == b"older"


def test_a_folder_in_the_place_of_the_file_leaves_nothing_either(
    journal: Journal, out: Path
) -> None:
    (out / "face.jpg").mkdir()

    with pytest.raises(NotSaved):
        journal.copies_out.save(journal.copies_out.original(b"face"), out / "face.jpg")

    assert [path.name for path in out.iterdir()] == ["face.jpg"]


def test_no_copy_is_saved_into_the_diary_itself(journal: Journal, folder: Path) -> None:
    before = sorted(folder.rglob("*"))

    with pytest.raises(InvalidInput, match="outside the diary’s own folder"):
        journal.copies_out.save(journal.copies_out.original(b"face"), folder / "objects" / "a.jpg")

    assert sorted(folder.rglob("*")) == before


def test_a_closed_diary_makes_no_more_copies(journal: Journal) -> None:
    journal.copies_out.close()

    with pytest.raises(PhotoRefused, match="was stopped"):
        journal.copies_out.pasted(telling.jpeg())
