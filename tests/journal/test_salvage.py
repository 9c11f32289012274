"""A diary with a hurt page is restored with all that the other pages hold."""

import os
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from diary.domain.course import Course, Step
from diary.domain.day import Day
from diary.domain.photo import Photo, View
from diary.domain.scales import Severity
from diary.domain.visits import Question
from diary.errors import DiaryDamaged
from diary.journal import Journal
from tests.files import format_1
from tests.pictures.phone import photo, quartered

START = date(2026, 1, 1)
DAYS, SINCE = 300, 150
"""Days in all, and days since the last whole copy."""

PAGE = 4096


def clock() -> datetime:
    return datetime(2026, 11, 23, 8, 14)


def written(number: int) -> Day:
    return Day(
        START + timedelta(days=number),
        acne=number % 11,
        symptoms={"headache": Severity.MILD} if number % 3 == 0 else {},
        note=f"a long note of day {number} " * 9,
    )


@pytest.fixture
def hurt(folder: Path) -> Path:
    """Half of it was written since the last copy; then a page in the middle went bad."""
    journal = Journal.create(folder, course=Course(START, steps=(Step(START, 40),)), clock=clock)
    journal.days.record_all(map(written, range(DAYS - SINCE)))
    journal.questions.put(Question("1", "Is this still there?"))
    kept, gone = add(journal, 0), add(journal, 1)
    journal.backups.forget_earlier()
    journal.days.record_all(map(written, range(DAYS - SINCE, DAYS)))
    journal.days.erase(written(5).on)
    journal.photos.delete(gone.id)
    add(journal, 2)
    assert len(journal.photos.all()) == 2
    assert kept in journal.photos.all()
    journal._vault.close()  # noqa: SLF001 - as a crash would, without another copy
    return folder


def add(journal: Journal, number: int) -> Photo:
    image = quartered()
    image.putpixel((number, 0), (0, 0, 0))
    picture = journal.photos.read_bytes(photo(image), f"IMG_{number}.jpg")
    return journal.photos.add(picture, view=View.FRONT, taken=format_1.PHOTOS[0].taken).photo


def flip(folder: Path, *pages: int) -> None:
    content = bytearray((folder / "diary.db").read_bytes())
    for page in pages:
        content[page * PAGE + 100] ^= 1
    (folder / "diary.db").write_bytes(content)


def pages(folder: Path) -> int:
    return (folder / "diary.db").stat().st_size // PAGE


def restored(folder: Path, into: Path) -> Journal:
    with pytest.raises(DiaryDamaged):
        Journal.open(folder)
    (*_, newest) = sorted((folder / "snapshots").iterdir())
    return Journal.restore(newest, into, clock=clock)


@pytest.mark.parametrize("places", [(0.5,), (0.4, 0.6), (0.3, 0.31, 0.7, 0.95)])
def test_only_the_hurt_pages_own_new_rows_are_missing(
    hurt: Path, places: tuple[float, ...], tmp_path: Path
) -> None:
    before = (hurt / "objects", len(list(hurt.rglob("*"))))
    flip(hurt, *(int(place * pages(hurt)) for place in places))
    content = (hurt / "diary.db").read_bytes()
    journal = restored(hurt, tmp_path / "mended.skindiary")
    days = {day.on: day for day in journal.days.all()}
    right = [number for number in range(DAYS) if days.get(written(number).on) == written(number)]
    assert len(right) > DAYS - 20 * len(places)
    assert all(day in map(written, range(DAYS)) for day in days.values())
    assert journal.questions.all() == [Question("1", "Is this still there?")]
    assert journal.restored is not None
    assert "could still be read since" in journal.restored.said
    assert journal.upkeep.check(deep=True).is_whole
    journal.close()
    assert (hurt / "diary.db").read_bytes() == content
    assert before == (hurt / "objects", len(list(hurt.rglob("*"))))


def test_whichever_page_is_hurt_nothing_wrong_is_brought_back(hurt: Path, tmp_path: Path) -> None:
    """An inner page keeps many rows back: what is missing then is newer than the copy."""
    whole = (hurt / "diary.db").read_bytes()
    for page in range(0, pages(hurt), 9):
        (hurt / "diary.db").write_bytes(whole)
        flip(hurt, page)
        journal = restored(hurt, tmp_path / f"mended {page}.skindiary")
        days = {day.on: day for day in journal.days.all()}
        assert all(day in map(written, range(DAYS)) for day in days.values())
        assert {written(n).on for n in range(DAYS - SINCE) if n != 5} <= days.keys()
        journal.close()


def test_what_was_deleted_since_the_copy_stays_deleted(hurt: Path, tmp_path: Path) -> None:
    flip(hurt, pages(hurt) // 2)
    journal = restored(hurt, tmp_path / "mended.skindiary")
    assert written(5).on not in [day.on for day in journal.days.all()]
    assert [one.file_name for one in journal.photos.all() if one.file_name == "IMG_1.jpg"] == []
    journal.close()


def test_a_photo_that_was_added_anew_since_the_copy_is_brought_back(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under its new name, whichever of the two names comes first."""
    names = iter(name * 32 for name in "5637")
    monkeypatch.setattr("diary.journal.photos.new_id", lambda: next(names))
    journal = Journal.create(folder, course=Course(START, steps=(Step(START, 40),)), clock=clock)
    journal.days.record_all(map(written, range(DAYS)))
    first, second = add(journal, 0), add(journal, 1)
    journal.backups.forget_earlier()
    for one in (first, second):
        journal.photos.erase(one.id)
    again = [add(journal, 1), add(journal, 0)]
    journal._vault.close()  # noqa: SLF001 - as a crash would, without another copy
    flip(folder, pages(folder) // 2)
    mended = restored(folder, tmp_path / "mended.skindiary")
    assert {one.id for one in mended.photos.all()} == {one.id for one in again}
    mended.close()


def test_a_database_of_which_nothing_is_left_gives_the_copy(hurt: Path, tmp_path: Path) -> None:
    flip(hurt, *range(pages(hurt)))
    journal = restored(hurt, tmp_path / "mended.skindiary")
    assert journal.days.all() == [written(number) for number in range(DAYS - SINCE)]
    journal.close()


def test_a_whole_database_adds_nothing_to_an_earlier_state(hurt: Path, tmp_path: Path) -> None:
    (*_, newest) = sorted((hurt / "snapshots").iterdir())
    journal = Journal.restore(newest, tmp_path / "earlier.skindiary", clock=clock)
    assert journal.days.all() == [written(number) for number in range(DAYS - SINCE)]
    journal.close()


def test_a_folder_that_was_chosen_since_the_copy_still_offers_new_pictures_only(
    hurt: Path, tmp_path: Path
) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    (pictures / "old.jpg").write_bytes(photo(quartered(), "JPEG"))
    os.utime(pictures / "old.jpg", (0, 0))
    journal = Journal.open(hurt, clock=clock)
    journal.watched.choose(pictures, only_new=True)
    journal._vault.close()  # noqa: SLF001 - as a crash would, without another copy
    flip(hurt, pages(hurt) // 2)
    journal = restored(hurt, tmp_path / "mended.skindiary")
    assert journal.watched.folder() == pictures
    assert journal.watched.look().pictures == ()
    journal.close()
