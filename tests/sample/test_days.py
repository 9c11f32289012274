from datetime import date, timedelta
from itertools import groupby

import pytest

from diary.domain.day import Day, DoseState
from diary.domain.dosing import each_day
from diary.domain.scales import DRYNESS
from diary.sample.course import course
from diary.sample.days import days

TODAY = date(2026, 11, 23)


def invented(count: int) -> list[Day]:
    return days(course(count, TODAY), count)


def gaps(answered: list[Day]) -> list[int]:
    """Lengths of the runs of days without an entry."""
    entered = {day.on for day in answered}
    every_day = each_day(answered[0].on, answered[-1].on)
    runs = groupby(every_day, key=lambda on: on in entered)
    return [len(list(run)) for is_entered, run in runs if not is_entered]


def test_54_days_lack_five_and_at_most_three_in_a_row() -> None:
    answered = invented(54)

    assert (answered[0].on, answered[-1].on) == (date(2026, 10, 1), TODAY)
    assert gaps(answered) == [3, 2]
    assert {date(2026, 10, day) for day in (12, 13, 14)}.isdisjoint(day.on for day in answered)


@pytest.mark.parametrize("count", [1, 12, 13, 14, 39, 300])
def test_every_length_ends_today_and_has_no_gap_longer_than_three(count: int) -> None:
    answered = invented(count)

    assert answered[0].on == TODAY - timedelta(days=count - 1)
    assert answered[-1].on == TODAY
    assert max(gaps(answered), default=0) <= 3


def test_two_runs_invent_the_same_days() -> None:
    assert invented(54) == invented(54)


def test_a_shorter_sample_is_the_beginning_of_a_longer_one() -> None:
    long = {day.on - date(2026, 10, 1): day for day in invented(54)}
    start = TODAY - timedelta(days=29)

    for day in invented(30)[:-1]:
        assert (day.acne, day.lips, day.mood) == (
            long[day.on - start].acne,
            long[day.on - start].lips,
            long[day.on - start].mood,
        )


def test_acne_flares_early_and_ends_lower_while_dryness_rises() -> None:
    answered = invented(54)
    acne = [day.acne or 0 for day in answered]
    lips = [day.lips or 0 for day in answered]

    assert acne[0] == 6
    assert max(acne) == 8
    assert date(2026, 10, 9) <= answered[acne.index(8)].on <= date(2026, 10, 15)
    assert acne[-1] == 4
    assert answered[0].dryness == 0
    assert answered[-2].dryness == pytest.approx(3.4, abs=0.5)
    assert max(lips) == 7
    assert sum(lips) == max(sum(day.score(site) or 0 for day in answered) for site in DRYNESS)


def test_the_lowest_moods_are_two_days_with_a_note() -> None:
    low = [day for day in invented(54) if (day.mood or 0) < 5]

    assert [(day.on.day, day.mood) for day in low] == [(24, 3), (25, 4)]
    assert "low" in low[1].note


def test_today_is_answered_but_for_the_nose() -> None:
    today = invented(54)[-1]

    assert today.nose is None
    assert None not in (today.acne, today.lips, today.skin, today.eyes, today.mood, today.dose)


def test_unanswered_zero_and_skipped_all_occur() -> None:
    answered = invented(54)

    assert [day.on.day for day in answered if day.dose and day.dose.state is DoseState.SKIPPED] == [
        18
    ]
    assert any(day.nose == 0 for day in answered)
    assert all(day.comedones is None for day in answered)
    assert 35 <= sum(day.inflamed is not None for day in answered) < len(answered)


def test_symptoms_come_as_often_as_the_summary_is_drawn_with() -> None:
    answered = invented(54)
    names = [name for day in answered for name in day.symptoms]

    assert {name: names.count(name) for name in names} == {
        "headache": 4,
        "nosebleed": 3,
        "joint_pain": 6,
        "tired": 5,
        "sunburn": 1,
    }


def test_a_long_course_takes_the_planned_higher_dose() -> None:
    course_of_300 = course(300, TODAY)
    taken = {course_of_300.day_number(day.on): day.dose for day in days(course_of_300, 300)}

    assert {dose.mg for day, dose in taken.items() if dose and day < 65} == {40, 0}
    assert {dose.mg for day, dose in taken.items() if dose and day >= 65} == {60, 0}
