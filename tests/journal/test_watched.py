"""New pictures in a folder are offered, each once, and the folder stays as it is."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from diary.domain.photo import DateSource, Taken, View
from diary.domain.timelapse import MovieFormat, Scenes
from diary.errors import InvalidInput, Stopped
from diary.journal import Journal, News, picture_files
from tests.journal.conftest import Clock
from tests.pictures.phone import photo, quartered
from tests.read_only import read_only

OLD = 1_700_000_000
"""A file time long before the clock of the tests."""

TAKEN = Taken(date(2026, 11, 3), None, None, DateSource.TYPED)


def face(number: int) -> bytes:
    """A picture unlike the others."""
    return photo(quartered(), taken=f"2026:11:03 08:12:{number:02}")


def put(folder: Path, name: str, data: bytes | None = None, at: int = OLD) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(face(sum(name.encode()) % 60) if data is None else data)
    os.utime(path, (at, at))
    return path


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    """The folder that a phone fills."""
    folder = tmp_path / "Camera Uploads"
    folder.mkdir()
    return folder


@pytest.fixture
def watching(journal: Journal, phone: Path) -> Journal:
    journal.watched.choose(phone, only_new=False)
    return journal


def names(news: News) -> list[str]:
    return [one.path.name for one in news.pictures]


def look(journal: Journal) -> list[str]:
    return names(journal.watched.look())


def test_nothing_is_looked_at_until_a_folder_is_chosen(journal: Journal, phone: Path) -> None:
    put(phone, "a.jpg")

    assert journal.watched.look() == News()
    assert journal.watched.folder() is None


def test_new_pictures_are_offered_until_they_are_dealt_with(watching: Journal, phone: Path) -> None:
    put(phone, "a.jpg")
    put(phone, "b.HEIC", photo(quartered(), "HEIF"))
    assert look(watching) == ["a.jpg", "b.HEIC"]
    assert look(watching) == ["a.jpg", "b.HEIC"]

    news = watching.watched.look()
    watching.watched.leave_out([news.pictures[0].digest])

    assert look(watching) == ["b.HEIC"]


@pytest.mark.parametrize("then", ["kept", "deleted", "erased"])
def test_a_picture_that_was_added_is_not_offered_again(
    watching: Journal, phone: Path, then: str
) -> None:
    path = put(phone, "a.jpg")
    added = watching.photos.add(watching.photos.read(path), view=View.FRONT, taken=TAKEN)
    assert look(watching) == []

    if then != "kept":
        watching.photos.delete(added.photo.id)
    if then == "erased":
        watching.photos.erase(added.photo.id)

    assert look(watching) == []
    path.rename(phone / "renamed.jpg")
    assert look(watching) == []


def test_the_same_picture_twice_is_offered_once(watching: Journal, phone: Path) -> None:
    put(phone, "a.jpg", face(1))
    put(phone, "2026/a copy.jpg", face(1))

    assert len(look(watching)) == 1


def test_nothing_is_offered_again_after_the_diary_was_closed(
    journal: Journal, phone: Path, folder: Path
) -> None:
    journal.watched.choose(phone, only_new=False)
    put(phone, "a.jpg")
    put(phone, "b.jpg")
    first = journal.watched.look().pictures[0]
    journal.watched.leave_out([first.digest])
    journal.close()

    again = Journal.open(folder, clock=lambda: Clock().now)

    assert look(again) == ["b.jpg"]
    again.close()


def test_only_new_ones_leaves_out_what_was_there(journal: Journal, phone: Path) -> None:
    put(phone, "old.jpg")
    assert journal.watched.count(phone) == 1

    journal.watched.choose(phone, only_new=True)
    put(phone, "new.jpg")

    assert look(journal) == ["new.jpg"]


def test_what_is_no_picture_of_ours_is_left_alone(watching: Journal, phone: Path) -> None:
    for name in (
        ".syncthing.IMG_1.jpg.tmp",
        ".hidden.jpg",
        "~syncthing~IMG_1.jpg",
        ".stversions/old.jpg",
        ".stfolder/marker.jpg",
        "IMG_1.jpg.part",
        "IMG_1.jpg.crdownload",
        "IMG_1.MOV",
        "notes.txt",
        "1/2/3/4/5/too deep.jpg",
    ):
        put(phone, name)
    put(phone, "empty.jpg", b"")
    put(phone, "letter.jpg", b"%PDF-1.7 a letter")
    (phone / "link.jpg").symlink_to(put(phone.parent, "elsewhere.jpg"))
    put(phone, "2026/11/IMG_2.jpg")

    assert look(watching) == ["IMG_2.jpg"]


def test_a_file_that_is_still_written_is_waited_for(
    watching: Journal, phone: Path, clock: Clock
) -> None:
    now = int(clock.now.timestamp())
    path = put(phone, "a.jpg", face(1)[:200], at=now - 2)
    assert look(watching) == []
    put(phone, "a.jpg", face(1)[:400], at=now - 1)
    assert look(watching) == []
    put(phone, "a.jpg", face(1), at=now)
    assert look(watching) == []

    assert look(watching) == ["a.jpg"]
    assert path.read_bytes() == face(1)


def test_a_file_that_changes_while_it_is_read_is_not_taken_for_whole(
    watching: Journal, phone: Path
) -> None:
    put(phone, "a.jpg", face(1)[:300])
    (file,) = picture_files.list_pictures(phone)
    put(phone, "a.jpg", face(1), at=OLD + 1)

    with pytest.raises(picture_files.Unsettled):
        picture_files.digest_of(file)


@pytest.mark.parametrize(
    ("attributes", "flags", "here"),
    [
        (0x20, 0, True),
        (0x400000, 0, False),
        (0x1000, 0, False),
        (0x40000, 0, False),
        (0x2, 0, False),
        (0, 0x40000000, False),
        (0, 0x8000, False),
        (0, 0, True),
    ],
)
def test_what_only_the_cloud_has_is_not_touched(attributes: int, flags: int, *, here: bool) -> None:
    class Status:
        st_file_attributes = attributes
        st_flags = flags

    status: Any = Status()
    assert picture_files.is_here(status) is here


def test_the_folder_is_never_changed(watching: Journal, phone: Path) -> None:
    path = put(phone, "a.jpg")
    put(phone, "b.txt", b"text")
    before = {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in phone.iterdir()}

    for one in watching.watched.look().pictures:
        watching.photos.add(watching.photos.read(one.path), view=View.FRONT, taken=TAKEN)
    watching.watched.look()
    watching.watched.stop()

    assert {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in phone.iterdir()} == before
    assert path.exists()
    assert look(watching) == []


def test_a_folder_that_is_gone_is_a_sentence_and_comes_back(watching: Journal, phone: Path) -> None:
    put(phone, "a.jpg")
    away = phone.rename(phone.parent / "away")
    news = watching.watched.look()
    assert news.pictures == ()
    assert str(phone) in news.trouble
    assert news.trouble.startswith("Your folder for new pictures cannot be read")

    away.rename(phone)

    assert look(watching) == ["a.jpg"]


def test_a_file_that_may_not_be_read_does_not_hide_the_others(
    watching: Journal, phone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(phone, "b.jpg")
    locked = put(phone, "a.jpg")
    real = Path.open

    def refuse(path: Path, *args: Any) -> Any:
        if path == locked:
            raise PermissionError
        return real(path, *args)

    monkeypatch.setattr(Path, "open", refuse)
    assert look(watching) == ["b.jpg"]
    monkeypatch.undo()

    assert look(watching) == ["a.jpg", "b.jpg"]


@pytest.mark.parametrize("place", ["inside", "itself", "around"])
def test_the_diary_and_the_folder_have_to_be_apart(
    journal: Journal, folder: Path, place: str
) -> None:
    chosen = {"inside": folder / "objects", "itself": folder, "around": folder.parent}[place]

    with pytest.raises(InvalidInput, match="in different places"):
        journal.watched.choose(chosen, only_new=False)

    assert journal.watched.folder() is None


def test_a_folder_that_is_not_there_is_not_chosen(journal: Journal, phone: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be read"):
        journal.watched.choose(phone / "nowhere", only_new=True)


@pytest.mark.parametrize("only_new", [True, False])
def test_a_folder_is_listed_once_to_be_chosen(
    journal: Journal, phone: Path, monkeypatch: pytest.MonkeyPatch, *, only_new: bool
) -> None:
    """A disk may be pulled out after it was asked once."""
    put(phone, "a.jpg")
    scandir, asked = os.scandir, []

    def scan(path: Path) -> object:
        asked.append(path)
        if len(asked) > 1:
            raise OSError(5, "Input/output error")
        return scandir(path)

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", scan)
        journal.watched.choose(phone, only_new=only_new)

    assert look(journal) == ([] if only_new else ["a.jpg"])


def test_what_the_diary_saves_into_the_folder_is_not_offered_back(
    watching: Journal, phone: Path, tmp_path: Path
) -> None:
    for day in (1, 2):
        path = put(tmp_path, f"{day}.jpg", face(day))
        taken = Taken(date(2026, 11, day), None, None, DateSource.TYPED)
        watching.photos.add(watching.photos.read(path), view=View.BACK, taken=taken)
    first = watching.photos.all()[0]
    copies = watching.copies_out

    copies.save(copies.stripped(copies.data(first)), phone / "stripped.jpg")
    copies.save(copies.original(copies.data(first)), phone / "original.jpg")
    film = watching.timelapse.film(Scenes(View.BACK))
    watching.timelapse.save(film, phone / "film.webp", MovieFormat.WEBP, 2)
    for one in watching.photos.all():
        watching.photos.delete(one.id)
        watching.photos.erase(one.id)
    for saved in phone.iterdir():
        os.utime(saved, (OLD, OLD))

    assert look(watching) == []
    put(phone, "new.jpg", face(9))
    assert look(watching) == ["new.jpg"]


def test_a_copy_is_saved_from_a_diary_that_is_only_read(
    journal: Journal, folder: Path, tmp_path: Path
) -> None:
    path = put(tmp_path, "a.jpg")
    added = journal.photos.add(journal.photos.read(path), view=View.BACK, taken=TAKEN)
    journal.close()

    with read_only(folder):
        again = Journal.open(folder, clock=lambda: Clock().now)
        copies = again.copies_out
        copies.save(copies.original(copies.data(added.photo)), tmp_path / "out.jpg")
        again.close()

    assert (tmp_path / "out.jpg").read_bytes() == path.read_bytes()


def test_a_cancelled_look_remembers_what_it_read(
    watching: Journal, phone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        put(phone, f"{number:02}.jpg", face(number))
    read = count_readings(monkeypatch)

    def stop(done: int, _total: int) -> None:
        if done == 30:
            raise Stopped

    with pytest.raises(Stopped):
        watching.watched.look(watch=stop)
    assert len(read) == 30
    assert len(look(watching)) == 40
    assert len(read) == 40


def test_what_was_read_once_is_not_read_again(
    watching: Journal, phone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(phone, "a.jpg", face(1))
    read = count_readings(monkeypatch)
    assert look(watching) == look(watching) == ["a.jpg"]
    assert read == ["a.jpg"]

    put(phone, "a.jpg", face(2), at=OLD + 60)

    assert look(watching) == ["a.jpg"]
    assert read == ["a.jpg", "a.jpg"]


def test_another_folder_begins_anew(watching: Journal, phone: Path, tmp_path: Path) -> None:
    put(phone, "a.jpg")
    look(watching)
    other = tmp_path / "Other"
    put(other, "b.jpg")

    watching.watched.choose(other, only_new=False)

    assert watching.watched.folder() == other
    assert look(watching) == ["b.jpg"]


def test_a_diary_that_is_only_read_offers_nothing(
    journal: Journal, phone: Path, folder: Path
) -> None:
    journal.watched.choose(phone, only_new=False)
    put(phone, "a.jpg")
    journal.close()

    with read_only(folder):
        opened = Journal.open(folder)
        assert opened.watched.look() == News()
        opened.close()


def count_readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    read: list[str] = []
    real: Callable[[picture_files.PictureFile], str] = picture_files.digest_of

    def note(file: picture_files.PictureFile) -> str:
        read.append(file.name)
        return real(file)

    monkeypatch.setattr("diary.journal.watched.digest_of", note)
    return read
