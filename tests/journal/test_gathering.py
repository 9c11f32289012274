"""Folders are looked through for pictures; what is left out is counted, nothing is opened."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from diary.errors import Stopped
from diary.journal.gathering import gather


@pytest.fixture
def camera(tmp_path: Path) -> Path:
    folder = tmp_path / "Camera"
    folder.mkdir()
    return folder


def put(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"any bytes")
    return paths


def test_pictures_of_all_depths_come_in_order_of_their_paths(camera: Path, tmp_path: Path) -> None:
    deep = "/".join("abcdefgh")
    put(camera, "z.HEIC", f"{deep}/one.jpeg", "2026/11/b.jpg", "2026/11/a.JPG", "chat.jfif")
    (alone,) = put(tmp_path, "alone.jpg")

    found = gather([alone, camera, camera, camera / "z.HEIC"])

    assert found.files == (alone, camera / "z.HEIC")
    assert [path.relative_to(camera).as_posix() for path in found.pictures] == [
        "2026/11/a.JPG",
        "2026/11/b.jpg",
        f"{deep}/one.jpeg",
        "chat.jfif",
    ]
    assert (found.noted, found.refused) == ((), ())


def test_what_is_left_out_is_counted(camera: Path, tmp_path: Path) -> None:
    put(camera, "a.jpg", ".b.jpg", ".thumbnails/c.jpg", "@eaDir/d.jpg", "film.mov", "notes.txt")
    (outside,) = put(tmp_path / "Elsewhere", "private.jpg")
    (camera / "link.jpg").symlink_to(outside)
    (camera / "linked").symlink_to(outside.parent, target_is_directory=True)
    (camera / "round").symlink_to(camera, target_is_directory=True)

    found = gather([camera])

    assert found.pictures == (camera / "a.jpg",)
    (noted,) = found.noted
    assert noted == (
        "Left out of “Camera”: 2 files that are no pictures the diary reads, 3 hidden files or "
        "folders, 3 links."
    )
    assert found.refused == ()


def test_a_link_that_is_given_itself_is_followed(camera: Path, tmp_path: Path) -> None:
    put(camera, "a.jpg")
    link = tmp_path / "link"
    link.symlink_to(camera, target_is_directory=True)

    assert gather([link]).pictures == (link / "a.jpg",)


def test_a_folder_without_pictures_is_a_sentence(camera: Path) -> None:
    assert gather([camera]).refused == ("“Camera” is empty, so nothing was added.",)
    put(camera, "notes.txt")
    (camera / "sub").mkdir()
    (sentence,) = gather([camera]).refused
    assert sentence.startswith("There is no picture in “Camera” that this diary can read")


def failing(
    monkeypatch: pytest.MonkeyPatch, folder: Path, number: int, *, gone: Path | None = None
) -> None:
    """Let the disk answer so when `folder` is looked into."""
    scandir = os.scandir

    def scan(path: Path) -> object:
        if path == folder:
            if gone:
                shutil.rmtree(gone)
            raise OSError(number, "")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", scan)


def test_a_folder_that_may_not_be_read_does_not_hide_the_rest(
    camera: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(camera, "a.jpg", "locked/b.jpg", "zoo/c.jpg")
    failing(monkeypatch, camera / "locked", errno.EACCES)

    found = gather([camera])

    assert found.pictures == (camera / "a.jpg", camera / "zoo" / "c.jpg")
    named = str(Path("Camera") / "locked")
    (refused,) = found.refused
    assert refused.startswith(f"“{named}” could not be read, so what is in it was left out.")


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOENT])
def test_a_disk_that_goes_away_is_said_once_and_what_was_found_is_offered(
    camera: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(camera, "a.jpg", "1/b.jpg", "2/c.jpg", "3/d.jpg")
    for name in "123":
        failing(monkeypatch, camera / name, number, gone=camera if number == errno.ENOENT else None)

    found = gather([camera])

    assert found.pictures == (camera / "a.jpg",)
    (sentence,) = found.refused
    assert "The disk or phone with “Camera” does not answer any more." in sentence


def test_more_pictures_than_can_be_looked_at_are_refused_as_a_whole(camera: Path) -> None:
    put(camera, *(f"{number}.jpg" for number in range(4)))

    assert len(gather([camera], most=4).pictures) == 4
    found = gather([camera], most=3)

    assert found.pictures == ()
    (sentence,) = found.refused
    assert sentence.startswith("There are more than 3 pictures in “Camera”")


def test_the_walk_tells_how_many_it_found_and_ends_when_it_is_stopped(camera: Path) -> None:
    put(camera, *(f"{number}.jpg" for number in range(5)))
    told: list[int] = []

    def watch(done: int, _total: int) -> None:
        told.append(done)
        if done == 3:
            raise Stopped

    with pytest.raises(Stopped):
        gather([camera], watch=watch)
    assert told == [1, 2, 3]
