"""A page that goes bad while the diary is open is said, and takes nothing else with it."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from diary.domain.course import Course, Step
from diary.domain.day import Day
from diary.domain.visits import Visit, VisitKind
from diary.errors import DiaryDamaged
from diary.journal import Journal

START = date(2026, 1, 1)
DAYS = 300
VISIT = Visit("1", VisitKind.APPOINTMENT, date(2026, 12, 1))
COURSE = Course(START, steps=(Step(START, 40),))

PAGE = 4096
SENTENCE = r"diary\.db is damaged\. Nothing was changed"


def written(number: int) -> Day:
    on = START + timedelta(days=number)
    return Day(on, acne=number % 11, note=f"a long note of day {number} " * 9)


@pytest.fixture
def long_diary(folder: Path) -> Path:
    journal = Journal.create(folder, course=COURSE)
    journal.days.record_all(map(written, range(DAYS)))
    journal.visits.put(VISIT)
    journal.close()
    return folder


@pytest.fixture
def journal(long_diary: Path) -> Iterator[Journal]:
    """Opened while it was whole; a page in the middle of its days went bad since."""
    journal = Journal.open(long_diary)
    hurt_page(long_diary / "diary.db", page_of_days(long_diary / "diary.db"))
    yield journal
    journal.close()


def page_of_days(path: Path) -> int:
    """Behind the middle of the file, which days fill."""
    return path.stat().st_size // PAGE * 3 // 4


def hurt_page(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    content[page * PAGE + 100] ^= 1
    path.write_bytes(content)


def test_what_cannot_be_read_is_said_in_a_sentence(journal: Journal) -> None:
    with pytest.raises(DiaryDamaged, match=SENTENCE):
        journal.days.all()


def test_everything_on_other_pages_is_still_read(journal: Journal) -> None:
    with pytest.raises(DiaryDamaged):
        journal.days.all()
    read = {}
    for number in range(DAYS):
        with suppress(DiaryDamaged):
            read[number] = journal.days.get(START + timedelta(days=number))
    assert DAYS * 0.9 < len(read) < DAYS
    assert all(day == written(number) for number, day in read.items())
    assert journal.visits.all() == [VISIT]
    assert journal.course.get() == COURSE


def test_nothing_more_is_shown_as_saved(journal: Journal) -> None:
    with pytest.raises(DiaryDamaged):
        journal.days.all()
    with pytest.raises(DiaryDamaged, match=SENTENCE):
        journal.visits.put(VISIT)


def test_a_write_that_meets_the_hurt_page_changes_nothing(journal: Journal) -> None:
    with pytest.raises(DiaryDamaged, match=SENTENCE):
        journal.days.record_all(Day(written(number).on, acne=1) for number in range(DAYS))
    assert journal.days.get(START) == written(0)


def test_the_check_names_the_database(journal: Journal) -> None:
    with pytest.raises(DiaryDamaged, match=SENTENCE):
        journal.upkeep.check()


def test_a_database_that_is_gone_bad_throughout_is_still_said(long_diary: Path) -> None:
    journal = Journal.open(long_diary)
    for page in range((long_diary / "diary.db").stat().st_size // PAGE):
        hurt_page(long_diary / "diary.db", page)
    for _attempt in range(2):
        with pytest.raises(DiaryDamaged, match=SENTENCE):
            journal.days.all()
    journal.close()


LONG = Day(
    date(2027, 6, 1), acne=1, note="a note that fills several pages, to its very end. " * 400
)
"""SQLite keeps its end on pages of their own, which nothing but this note is read from."""


@pytest.fixture
def novelist(long_diary: Path) -> Iterator[Journal]:
    """Opened while it was whole; the page with the end of a long note went bad since."""
    journal = Journal.open(long_diary, clock=lambda: datetime(2027, 6, 1))
    journal.days.record_all([LONG])
    journal.close()
    journal = Journal.open(long_diary, clock=lambda: datetime(2027, 6, 1))
    hurt_page(long_diary / "diary.db", (long_diary / "diary.db").stat().st_size // PAGE - 1)
    yield journal
    journal.close()


def test_the_end_of_a_long_note_is_not_shown_as_missing(novelist: Journal) -> None:
    with pytest.raises(DiaryDamaged, match=SENTENCE):
        novelist.days.get(LONG.on)
    assert novelist.days.get(START) == written(0)


def test_no_backup_is_made_of_what_cannot_be_read(novelist: Journal, tmp_path: Path) -> None:
    before = novelist.backups.snapshots()
    with pytest.raises(DiaryDamaged, match=SENTENCE):
        novelist.backups.to_file(tmp_path / "backup.zip")
    (tmp_path / "usb").mkdir()
    with pytest.raises(DiaryDamaged, match=SENTENCE):
        novelist.backups.mirror(tmp_path / "usb")
    with pytest.raises(DiaryDamaged, match=SENTENCE):
        novelist.backups.forget_earlier()
    assert novelist.backups.snapshots() == before
    assert not (tmp_path / "backup.zip").exists()
    assert list((tmp_path / "usb").rglob("*.db")) == []


def test_what_cannot_be_read_is_not_written_back(novelist: Journal) -> None:
    with pytest.raises(DiaryDamaged, match=SENTENCE):
        novelist.days.record(LONG.on, acne=2)
    with pytest.raises(DiaryDamaged, match=SENTENCE):
        novelist.days.record(START, acne=2)


def test_a_page_that_was_read_wrongly_once_stops_nothing(long_diary: Path) -> None:
    journal = Journal.open(long_diary)
    path = long_diary / "diary.db"
    whole = path.read_bytes()
    hurt_page(path, page_of_days(path))
    with pytest.raises(DiaryDamaged):
        journal.days.all()
    path.write_bytes(whole)
    journal.days.record(START, acne=0)
    assert journal.days.get(START).acne == 0
    assert len(journal.days.all()) == DAYS
    journal.close()
