"""Which photos the gallery shows, in which order and under which headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from diary.domain.album import Entry, Month, Part, Period, months, period, whole_month, within
from diary.domain.course import Course
from diary.domain.photo import View
from diary.ui.local import month_and_year
from diary.ui.pages.photos.grid import Section
from diary.ui.pages.photos.shown import Shown, photo_count
from diary.words import translate

ALL = "all"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the patient chose to see. `when` is `ALL`, a part of the course or a month's first day.

    `view` is None for all views.
    """

    view: View | None = None
    when: str = ALL
    oldest_first: bool = False


@dataclass(frozen=True, slots=True)
class Arranged:
    entries: Sequence[Entry]
    sections: Sequence[Section]


def arranged(shown: Shown, wish: Wish) -> Arranged:
    entries = shown.entries
    if (chosen := period_of(shown.course, wish.when)) is not None:
        entries = within(entries, chosen)
    if wish.view is not None:
        entries = [entry for entry in entries if entry.view is wish.view]
    found = months(entries)
    if not wish.oldest_first:
        entries = entries[::-1]
        found.reverse()
    return Arranged(entries, [_section(shown, month, wish.view) for month in found])


def choices(shown: Shown) -> list[tuple[str, str]]:
    """The times that can be asked for, as keys and words: only those that have photos."""
    found = [(ALL, translate("Photos", "All dates"))]
    for part, words in _part_names().items():
        if within(shown.entries, period(shown.course, part)):
            found.append((part.value, words))
    days = [month.first_day for month in reversed(months(shown.entries))]
    return found + [(day.isoformat(), month_and_year(day)) for day in days]


def period_of(course: Course, when: str) -> Period | None:
    if when == ALL:
        return None
    if when in {part.value for part in Part}:
        return period(course, Part(when))
    return whole_month(date.fromisoformat(when))


def _part_names() -> dict[Part, str]:
    return {
        Part.BEFORE: translate("Photos", "Before your course"),
        Part.MONTH_ONE: translate("Photos", "Month one"),
        Part.MONTH_TWO: translate("Photos", "Month two"),
        Part.LATER: translate("Photos", "After month two"),
    }


def _section(shown: Shown, month: Month, view: View | None) -> Section:
    count = month.end - month.start
    words = [_month_of_course(shown.course, month), photo_count(count, view)]
    title = month_and_year(month.first_day)
    return Section(title, " · ".join(filter(None, words)), count)


def _month_of_course(course: Course, month: Month) -> str:
    """Such as "month two", by the newest photo of a calendar month; later months have no name."""
    names = {1: translate("Photos", "month one"), 2: translate("Photos", "month two")}
    for number, name in names.items():
        first, last = course.month(number)
        if first <= month.newest <= last:
            return name
    return ""
