"""Write the invented diary into a vault, through the Journal like anybody's."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from diary.errors import InvalidInput
from diary.journal import Clock, Journal, now
from diary.sample import course as plan
from diary.sample.days import days as invented_days
from diary.sample.shots import Shot, shots
from diary.words import translate

if TYPE_CHECKING:
    from diary.imaging.intake import Picture

Progress = Callable[[int, int], None]
"""Told how many photos are in, and how many there will be."""

MOST_DAYS = 1000
"""Beyond any course; a longer sample would be a typing mistake."""

DRAWING_THREADS = 2
"""Drawing keeps two cores busy; the diary itself belongs to the calling thread."""


def write_sample(
    folder: Path, *, days: int = 54, clock: Clock = now, progress: Progress | None = None
) -> Journal:
    """A new diary without a passphrase that ends today, left open.

    Raises `DiaryExists`, `NotSaved`, and `InvalidInput` for a number of days that makes no course.
    """
    if not 1 <= days <= MOST_DAYS:
        raise InvalidInput(
            translate("Sample", "A sample has 1 to {most} days; {days} was given.").format(
                most=MOST_DAYS, days=days
            )
        )
    course = plan.course(days, clock().date())
    journal = Journal.create(folder, course=course, preferences=plan.PREFERENCES, clock=clock)
    try:
        _fill(journal, days)
        _add_photos(journal, days, progress or _unheard)
    except BaseException:
        journal.close()
        raise
    return journal


def _fill(journal: Journal, count: int) -> None:
    course = journal.course.get()
    journal.days.record_all(invented_days(course, count))
    journal.labs.put(*plan.labs(course.start, count))
    for visit in plan.visits(course.start, journal.today()):
        journal.visits.put(visit)
    for question in plan.questions():
        journal.questions.put(question)


def _add_photos(journal: Journal, count: int, progress: Progress) -> None:
    planned = shots(journal.course.get().start, count)
    for done, (shot, picture) in enumerate(_pictures(journal, planned), start=1):
        journal.photos.add(picture, view=shot.view, taken=shot.taken)
        progress(done, len(planned))


def _pictures(journal: Journal, planned: list[Shot]) -> "Iterator[tuple[Shot, Picture]]":
    from diary.sample.pictures import photograph

    acne = {day.on: day.acne or 0 for day in journal.days.all()}

    def take(at: int) -> "Picture":
        shot = planned[at]
        data = photograph(shot, acne=acne[shot.at.date()])
        return journal.photos.read_bytes(data, f"IMG_{at + 1:04}.JPG")

    with ThreadPoolExecutor(DRAWING_THREADS, thread_name_prefix="sample") as pool:
        yield from zip(planned, pool.map(take, range(len(planned))), strict=True)


def _unheard(_done: int, _of: int) -> None:
    pass
