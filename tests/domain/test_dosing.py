"""Arithmetic of doses."""

from datetime import date, timedelta

from diary.domain.course import Course, Step, Weight
from diary.domain.day import Day, Dose, DoseState
from diary.domain.dosing import dose_so_far, each_day, reached_on, running_dose

START = date(2026, 1, 1)


def _taken(on: date, mg: float) -> Day:
    return Day(on, dose=Dose(DoseState.TAKEN, mg))


def test_thirty_days_of_30_mg_and_110_of_60_mg_are_125_mg_per_kg_at_60_kg() -> None:
    course = Course(START, weights=(Weight(START, 60),))
    days = [
        _taken(on, 30 if number < 30 else 60)
        for number, on in enumerate(each_day(START, START + timedelta(139)))
    ]
    so_far = dose_so_far(days, course, START + timedelta(139))
    assert (so_far.mg, so_far.mg_per_kg) == (7500, 125)
    assert so_far.unrecorded == ()


def test_today_is_not_without_a_record_while_it_can_still_be_answered() -> None:
    today = START + timedelta(2)
    so_far = dose_so_far([_taken(START, 40)], Course(START), today)
    assert so_far.unrecorded == (START + timedelta(1),)


def test_without_a_weight_nothing_is_said_per_kg() -> None:
    assert dose_so_far([_taken(START, 40)], Course(START), START).mg_per_kg is None


def test_doses_before_the_course_do_not_count() -> None:
    before = START - timedelta(1)
    assert dose_so_far([_taken(before, 40)], Course(START), START).mg == 0


def test_the_running_sum_stays_level_on_skipped_and_unrecorded_days() -> None:
    days = [_taken(START, 40), Day(START + timedelta(1), dose=Dose(DoseState.SKIPPED, 0))]
    sums = [mg for _, mg in running_dose(days, Course(START), START + timedelta(2))]
    assert sums == [40, 40, 40]


def test_the_day_a_sum_is_reached_follows_the_planned_steps() -> None:
    course = Course(
        START,
        steps=(Step(START, 40), Step(START + timedelta(4), 60)),
        weights=(Weight(START, 50),),
    )
    so_far = dose_so_far([_taken(START, 40)], course, START)
    # 40 today, 40 on each of the next 3 days, then 60: 40+120+60 = 220 mg on the fifth day.
    assert reached_on(course, so_far, START, mg_per_kg=4.4) == START + timedelta(4)
    assert reached_on(course, so_far, START, mg_per_kg=3.2) == START + timedelta(3)


def test_a_sum_that_was_reached_or_cannot_be_has_no_day() -> None:
    course = Course(START, steps=(Step(START, 0),), weights=(Weight(START, 50),))
    so_far = dose_so_far([_taken(START, 40)], course, START)
    assert reached_on(course, so_far, START, mg_per_kg=0.5) is None
    assert reached_on(course, so_far, START, mg_per_kg=100) is None
