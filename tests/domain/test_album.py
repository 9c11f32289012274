"""Photos are found by their months and by the parts of the course."""

from datetime import date

from diary.domain.album import Entry, Part, months, period, whole_month, within
from diary.domain.course import Course
from diary.domain.photo import View

COURSE = Course(date(2026, 10, 1))


def entry(on: date) -> Entry:
    return Entry(on.isoformat(), View.FRONT, on, None, None)


ENTRIES = [
    entry(date(2025, 12, 31)),
    entry(date(2026, 9, 30)),
    entry(date(2026, 10, 1)),
    entry(date(2026, 10, 31)),
    entry(date(2026, 11, 1)),
    entry(date(2026, 11, 30)),
    entry(date(2026, 12, 1)),
]


def days_in(part: Part) -> list[str]:
    return [one.photo_id for one in within(ENTRIES, period(COURSE, part))]


def test_each_photo_is_in_one_part_of_the_course() -> None:
    assert days_in(Part.BEFORE) == ["2025-12-31", "2026-09-30"]
    assert days_in(Part.MONTH_ONE) == ["2026-10-01", "2026-10-31"]
    assert days_in(Part.MONTH_TWO) == ["2026-11-01", "2026-11-30"]
    assert days_in(Part.LATER) == ["2026-12-01"]


def test_months_know_where_their_photos_stand() -> None:
    found = months(ENTRIES)
    assert [(month.first_day.isoformat(), month.end - month.start) for month in found] == [
        ("2025-12-01", 1),
        ("2026-09-01", 1),
        ("2026-10-01", 2),
        ("2026-11-01", 2),
        ("2026-12-01", 1),
    ]
    assert found[2].newest == date(2026, 10, 31)


def test_a_month_ends_on_its_last_day() -> None:
    assert whole_month(date(2025, 12, 1)) == (date(2025, 12, 1), date(2025, 12, 31))
    assert whole_month(date(2028, 2, 1)).last == date(2028, 2, 29)
