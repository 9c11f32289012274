"""What the Today page shows of a day, read from the diary at once."""

from dataclasses import dataclass
from datetime import date, timedelta

from diary.domain.course import Course, Step
from diary.domain.day import Day
from diary.domain.dosing import DoseSoFar, dose_so_far
from diary.domain.photo import Photo
from diary.domain.preferences import Preferences
from diary.journal import Journal
from diary.words import translate


@dataclass(frozen=True, slots=True)
class Shown:
    """`answered` are all days with an answer; `yesterday` is the day before `day`."""

    day: Day
    yesterday: Day
    today: date
    course: Course
    so_far: DoseSoFar
    answered: frozenset[date]
    photos: tuple[Photo, ...]
    preferences: Preferences

    @property
    def is_today(self) -> bool:
        return self.day.on == self.today

    @property
    def step(self) -> Step | None:
        """The prescription in force on the day."""
        return self.course.step_on(self.day.on)

    @property
    def day_before(self) -> str:
        """What the marks of the scales stand for."""
        if self.is_today:
            return translate("Today", "yesterday")
        return translate("Today", "the day before")


def read(journal: Journal, on: date | None) -> Shown:
    """The day `on`, or today."""
    today = journal.today()
    on = on or today
    days = journal.days.all()
    by_date = {day.on: day for day in days}
    course = journal.course.get()
    yesterday = on - timedelta(days=1)
    return Shown(
        day=by_date.get(on, Day(on)),
        yesterday=by_date.get(yesterday, Day(yesterday)),
        today=today,
        course=course,
        so_far=dose_so_far(days, course, today),
        answered=frozenset(by_date),
        photos=tuple(journal.photos.on(on)),
        preferences=journal.preferences(),
    )
