"""A real diary of tens of thousands of photos, whose thumbnails are made already."""

from datetime import date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path

from PIL import Image

from diary.domain.course import Course
from diary.domain.day import Day
from diary.domain.photo import DateSource, Photo, Taken, View
from diary.journal import Journal
from diary.store import photos
from tests.pictures.phone import photo, portrait

FIRST_DAY, NOW = date(2022, 3, 1), datetime(2026, 11, 23, 9)
LOOKS = 12
"""Different pictures; each photo has a thumbnail of its own in the cache, of some 40 KB."""


def write(folder: Path, count: int) -> None:
    """Rows and thumbnails through the store; the sealed originals are left out.

    Previews are left out too: the gallery reads none.
    """
    journal = Journal.create(folder, course=Course(date(2026, 10, 1)), clock=lambda: NOW)
    days = (NOW.date() - FIRST_DAY).days
    made = [
        _photo(number, FIRST_DAY + timedelta(number * days // count)) for number in range(count)
    ]
    vault = journal._vault  # noqa: SLF001 - nothing else writes so many so fast
    with vault.transaction() as connection:
        for each in made:
            photos.add(connection, each, NOW)
    journal.days.record_all(_day(FIRST_DAY + timedelta(number)) for number in range(days))
    thumbnails = _thumbnails(journal)
    cache = vault.pictures._connection()  # noqa: SLF001
    cache.execute("BEGIN")
    for number, each in enumerate(made):
        vault.pictures.put(each.id, thumbnails[number % LOOKS], b"")
    cache.execute("COMMIT")
    journal.close()


def _photo(number: int, on: date) -> Photo:
    digest = sha256(str(number).encode()).hexdigest()
    return Photo(
        id=digest[:32],
        view=list(View)[number % len(View)],
        taken=Taken(on, time(8, number % 60), None, DateSource.EXIF),
        digest=digest,
        object_name=digest,
        size=4_000_000,
        mime="image/jpeg",
        file_name=f"IMG_{number:05}.jpg",
        width=3024,
        height=4032,
    )


def _day(on: date) -> Day:
    return Day(on, acne=on.day % 10, lips=4, skin=3, eyes=1, nose=on.day % 5)


def _thumbnails(journal: Journal) -> list[bytes]:
    face = portrait().resize((900, 1200), Image.Resampling.BICUBIC)
    return [
        journal.photos.read_bytes(photo(face.rotate(angle)), "a.jpg").thumbnail
        for angle in range(LOOKS)
    ]
