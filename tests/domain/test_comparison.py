import random
from datetime import date, timedelta

import pytest

from diary.domain.trend import Comparison, Series, compare
from tests.domain.simulated import DAYS, START, TODAY, coverage, simulated_course


def constant(days: list[int], score: float = 5.0) -> Series:
    return [(START + timedelta(day), score) for day in days]


def compared(series: Series, today: date = TODAY) -> Comparison:
    comparison = compare(series, START, today)
    assert comparison is not None
    return comparison


def test_the_means_are_of_the_first_and_the_last_seven_days() -> None:
    series = [
        *constant(list(range(7)), 6.0),
        *constant(list(range(7, DAYS - 7)), 1.0),
        *constant(list(range(DAYS - 7, DAYS)), 4.0),
    ]
    comparison = compared(series)
    assert (comparison.first, comparison.last, comparison.difference) == (6.0, 4.0, -2.0)
    assert (comparison.first_n, comparison.last_n) == (7, 7)


def test_three_answers_in_a_week_are_too_few_to_compare() -> None:
    rest = list(range(7, DAYS))
    assert compare(constant([0, 1, 2, *rest]), START, TODAY) is None
    assert compare(constant([0, 1, 2, 3, *rest]), START, TODAY) is not None
    assert compare(constant(list(range(DAYS - 4))), START, TODAY) is None


def test_the_middles_of_the_two_weeks_are_at_least_fourteen_days_apart() -> None:
    series = constant(list(range(40)))
    assert compare(series, START, START + timedelta(19)) is None
    assert compare(series, START, START + timedelta(20)) is not None


def test_answers_before_the_course_and_after_today_do_not_count() -> None:
    course, _ = simulated_course(random.Random(3), 0.3)
    before = [(START - timedelta(n), 10.0) for n in range(9, 0, -1)]
    after = [(TODAY + timedelta(n), 0.0) for n in range(1, 9)]
    assert compared([*before, *course, *after]) == compared(course)


def test_a_range_is_given_from_28_answers_on() -> None:
    days = [*range(7), *range(30, DAYS)]
    assert len(days) == 31
    course = [(START + timedelta(day), float(day % 3)) for day in days]
    few, enough = [*course[:4], *course[8:]], [*course[:5], *course[8:]]
    assert (len(few), compared(few).low, compared(few).high) == (27, None, None)
    assert len(enough) == 28
    assert compared(enough).low is not None


def test_the_range_lies_evenly_around_the_difference() -> None:
    course, _ = simulated_course(random.Random(4), 0.3)
    comparison = compared(course)
    assert comparison.low is not None
    assert comparison.high is not None
    assert (comparison.low + comparison.high) / 2 == pytest.approx(comparison.difference)


def test_days_that_are_alike_make_the_range_wider() -> None:
    def width(likeness: float) -> float:
        comparison = compared(simulated_course(random.Random(5), likeness)[0])
        assert comparison.low is not None
        assert comparison.high is not None
        return comparison.high - comparison.low

    assert width(0.8) > 1.3 * width(0.0)


def test_the_same_answer_every_day_leaves_no_doubt() -> None:
    comparison = compared(constant(list(range(DAYS))))
    assert comparison.difference == 0
    assert comparison.low == pytest.approx(0)
    assert comparison.high == pytest.approx(0)


@pytest.mark.parametrize("likeness", [0.3, 0.6])
def test_the_range_holds_the_true_change_in_90_to_98_of_100_courses(likeness: float) -> None:
    assert 0.90 <= coverage(likeness, courses=500) <= 0.98
