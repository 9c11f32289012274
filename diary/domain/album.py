"""The photos as the gallery shows them: light enough for tens of thousands."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from diary.domain.course import Course
from diary.domain.photo import View


class Entry(NamedTuple):
    """A photo, and that day's acne score and mean dryness where they were answered."""

    photo_id: str
    view: View
    on: date
    acne: int | None
    dryness: float | None


class Part(StrEnum):
    """A part of the course, and the time before it."""

    BEFORE = "before"
    MONTH_ONE = "month 1"
    MONTH_TWO = "month 2"
    LATER = "later"


class Period(NamedTuple):
    first: date
    last: date


class Month(NamedTuple):
    """A calendar month, its last day with a photo, and the places of its photos among all: from
    `start` up to before `end`."""

    first_day: date
    newest: date
    start: int
    end: int


def period(course: Course, part: Part) -> Period:
    """The first and the last day of a part of the course."""
    one, two = course.month(1), course.month(2)
    return {
        Part.BEFORE: Period(date.min, date.fromordinal(course.start.toordinal() - 1)),
        Part.MONTH_ONE: Period(*one),
        Part.MONTH_TWO: Period(*two),
        Part.LATER: Period(date.fromordinal(two[1].toordinal() + 1), date.max),
    }[part]


def within(entries: Sequence[Entry], chosen: Period) -> Sequence[Entry]:
    """The entries of a period out of all, which are in order of their days."""
    start = bisect_left(entries, chosen.first, key=_day)
    return entries[start : bisect_right(entries, chosen.last, start, key=_day)]


def months(entries: Sequence[Entry]) -> list[Month]:
    """The calendar months of entries that are in order of their days."""
    found: list[Month] = []
    start = 0
    while start < len(entries):
        first = entries[start].on.replace(day=1)
        end = bisect_left(entries, _month_after(first), start, key=_day)
        found.append(Month(first, entries[end - 1].on, start, end))
        start = end
    return found


def whole_month(first_day: date) -> Period:
    last = date.fromordinal(_month_after(first_day).toordinal() - 1)
    return Period(first_day, last)


def _month_after(first: date) -> date:
    years, month = divmod(first.month, 12)
    return date(first.year + years, month + 1, 1)


def _day(entry: Entry) -> date:
    return entry.on
