"""The one day on which everything here happens."""

from datetime import date, datetime

from diary.domain.course import Course, Step, Weight

NOW = datetime(2026, 11, 23, 8, 14)
TODAY = NOW.date()
START = date(2026, 10, 1)
COURSE = Course(START, steps=(Step(START, 40),), weights=(Weight(START, 68),))


def clock() -> datetime:
    return NOW
