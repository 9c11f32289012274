"""Days, weeks and months of a course."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.course import Course, Step, Target, Weight, months_after
from diary.errors import InvalidInput

START = date(2026, 10, 1)
COURSE = Course(
    START,
    steps=(Step(START, 40), Step(date(2026, 12, 4), 60)),
    weights=(Weight(START, 68), Weight(date(2026, 11, 5), 67)),
)


def test_the_first_dose_is_day_1_of_week_1() -> None:
    assert (COURSE.day_number(START), COURSE.week(START)) == (1, 1)


def test_23_november_is_day_54_of_week_8() -> None:
    today = date(2026, 11, 23)
    assert (COURSE.day_number(today), COURSE.week(today)) == (54, 8)


def test_month_two_runs_from_1_to_30_november() -> None:
    assert COURSE.month(2) == (date(2026, 11, 1), date(2026, 11, 30))


def test_a_course_begun_on_the_31st_has_month_ends_in_shorter_months() -> None:
    assert Course(date(2026, 12, 31)).month(2) == (date(2027, 1, 31), date(2027, 2, 27))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 24))
def test_every_day_belongs_to_exactly_one_month(start: date, number: int) -> None:
    course = Course(start)
    assert course.month(number)[1] + timedelta(days=1) == course.month(number + 1)[0]


def test_the_prescription_in_force_is_the_last_that_began() -> None:
    assert COURSE.step_on(date(2026, 9, 30)) is None
    assert COURSE.step_on(date(2026, 12, 3)) == Step(START, 40)
    assert COURSE.step_on(date(2026, 12, 4)) == Step(date(2026, 12, 4), 60)


def test_the_starting_weight_is_the_first_one_entered() -> None:
    assert COURSE.starting_weight == Weight(START, 68)
    assert Course(START).starting_weight is None


def test_a_month_after_the_end_of_january_is_the_end_of_february() -> None:
    assert months_after(date(2028, 1, 31), 1) == date(2028, 2, 29)


@pytest.mark.parametrize("kg", [24.9, 300.1, -1])
def test_a_weight_that_must_be_a_typing_mistake_is_refused(kg: float) -> None:
    with pytest.raises(InvalidInput, match="between 25 and 300 kg"):
        Weight(START, kg)


@pytest.mark.parametrize(("low", "high"), [(150, 120), (0, 0), (120, 1200)])
def test_a_target_that_cannot_be_meant_is_refused(low: float, high: float) -> None:
    with pytest.raises(InvalidInput, match="120–150"):
        Target(low, high)
