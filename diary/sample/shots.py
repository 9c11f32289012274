"""Which photos the invented person took, and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from diary.domain.photo import DateSource, Taken, View
from diary.sample.days import is_answered

FRONT_DAYS = (1, 8, 15, 19, 22, 29, 36, 40, 43, 47, 50)
BOTH_SIDES_DAYS = (1, 8, 15, 22, 29, 36, 43)
BODY_DAYS = (1, 15, 29, 43, 50)

LATER, LATER_EVERY = 61, 14
"""From this day on there is a set of faces every two weeks."""

OFFSET_MINUTES = 60
"""East of UTC: it is winter in central Europe in the sample."""

FIRST_AT, BETWEEN = time(8, 12), timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Shot:
    """`number` is the day of the course."""

    view: View
    number: int
    at: datetime

    @property
    def taken(self) -> Taken:
        return Taken(self.at.date(), self.at.time(), OFFSET_MINUTES, DateSource.EXIF)


def shots(start: date, count: int) -> list[Shot]:
    """Every photo of a course of `count` days, oldest first; today's set is only begun."""
    return [shot for number in range(1, count + 1) for shot in _set(start, number, count)]


def _set(start: date, number: int, count: int) -> Iterator[Shot]:
    first = datetime.combine(start + timedelta(days=number - 1), FIRST_AT)
    for place, view in enumerate(_views(number, is_today=number == count)):
        yield Shot(view, number, first + place * BETWEEN)


def _views(number: int, *, is_today: bool) -> list[View]:
    if is_today:
        return [View.FRONT, View.LEFT]
    if not is_answered(number):
        return []
    is_later = number >= LATER and (number - LATER) % LATER_EVERY == 0
    days = {
        View.FRONT: number in FRONT_DAYS or is_later,
        View.LEFT: number in BOTH_SIDES_DAYS or is_later,
        View.RIGHT: number in BOTH_SIDES_DAYS or number == BODY_DAYS[-1] or is_later,
        View.CHEST: number in BODY_DAYS,
        View.BACK: number in BODY_DAYS,
    }
    return [view for view, is_taken in days.items() if is_taken]
