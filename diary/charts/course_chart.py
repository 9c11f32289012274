"""What a chart of the course shows: plain values, ready to draw."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from diary.domain.course import Course
from diary.domain.day import Day
from diary.domain.dosing import dose_so_far, running_dose
from diary.domain.scales import Scale
from diary.domain.trend import Series


class Range(StrEnum):
    """How much of the course is in view."""

    WHOLE = "whole course"
    THREE_MONTHS = "3 months"
    FOUR_WEEKS = "4 weeks"


SHORT_RANGES = {Range.THREE_MONTHS: 91, Range.FOUR_WEEKS: 28}
"""Days in view: 13 and 4 weeks, so that the week ticks stand still from day to day."""


@dataclass(frozen=True, slots=True)
class CourseChart:
    """The answers up to `today`, in view from `first` to `last`.

    `days` are the answered days of the whole diary, so that a line is the same in every range.
    `doses` is the recorded sum in mg at the end of each day of the course; on a day in `skipped`
    the patient said that no dose was taken, on one in `unrecorded` nothing was said.
    """

    course: Course
    days: tuple[Day, ...]
    today: date
    first: date
    last: date
    doses: tuple[tuple[date, float], ...]
    skipped: frozenset[date]
    unrecorded: frozenset[date]
    by_site: bool = False

    def scores(self, scale: Scale) -> Series:
        return [
            (day.on, float(score)) for day in self.days if (score := day.score(scale)) is not None
        ]

    def dryness(self) -> Series:
        """Means of the four sites, on days where all four were answered."""
        return [(day.on, mean) for day in self.days if (mean := day.dryness) is not None]

    def shows(self, on: date) -> bool:
        return self.first <= on <= self.last

    def dose_amount(self, mg: float) -> float:
        """mg/kg by the starting weight, or mg while no weight was entered."""
        weight = self.course.starting_weight
        return mg / weight.kg if weight else mg

    @property
    def has_doses(self) -> bool:
        return any(day.dose for day in self.days)


def chart_of(
    days: Iterable[Day], course: Course, today: date, view: Range, *, by_site: bool = False
) -> CourseChart:
    """The chart of what was answered up to `today`."""
    answered = tuple(day for day in days if day.on <= today)
    earliest = min((day.on for day in answered), default=course.start)
    if view is Range.WHOLE:
        first, last = _whole(course, min(earliest, today), today)
    else:
        first, last = _latest(min(earliest, course.start, today), today, SHORT_RANGES[view])
    return chart_between(answered, course, today, first, last, by_site=by_site)


def chart_between(
    days: Iterable[Day],
    course: Course,
    today: date,
    first: date,
    last: date,
    *,
    by_site: bool = False,
) -> CourseChart:
    """The chart with the dates `first` to `last` in view."""
    answered = tuple(day for day in days if day.on <= today)
    so_far = dose_so_far(answered, course, today)
    return CourseChart(
        course=course,
        days=answered,
        today=today,
        first=first,
        last=last,
        doses=tuple(running_dose(answered, course, today)),
        skipped=frozenset(so_far.skipped),
        unrecorded=frozenset(so_far.unrecorded),
        by_site=by_site,
    )


def _whole(course: Course, earliest: date, today: date) -> tuple[date, date]:
    """Whole weeks from the first dose, or an earlier answer, past month two and today."""
    _, end_of_month_two = course.month(2)
    until = max(end_of_month_two + timedelta(days=1), today)
    before = max(-(-(course.start - earliest).days // 7), 0)
    after = -(-(until - course.start).days // 7)
    return course.start - timedelta(weeks=before), course.start + timedelta(weeks=after)


def _latest(earliest: date, today: date, length: int) -> tuple[date, date]:
    """The last `length` days to today, or the first ones while there are no more."""
    first = max(earliest, today - timedelta(days=length - 1))
    return first, first + timedelta(days=length - 1)
