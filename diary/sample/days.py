"""Believable answers for every day of an invented course.

A day's answers depend on its number alone, so that a shorter sample is the beginning of a longer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from diary.domain.course import Course
from diary.domain.day import Day, Dose, DoseState
from diary.domain.scales import HIGH, LOW, MOST_SPOTS, Count, Scale, Severity
from diary.sample.curves import Curve, value, wander

SEED = 629
"""Chosen so that the first and the last day are those of the drawings."""

CYCLE = 54
"""After this many days, what is written down here by day comes again."""

UNANSWERED = {12, 13, 14, 38, 39}
SKIPPED = 18
UNCOUNTED_EVERY = 6
"""On one day in so many the spots were not counted."""

CURVES: Mapping[str, Curve] = {
    Scale.ACNE: (
        (1, 5.9), (6, 6.1), (11, 7.6), (15, 7.6), (22, 6.5), (36, 5.3), (47, 4.3), (54, 4.1),
        (100, 2.4), (180, 1.0), (300, 0.4),
    ),
    Scale.LIPS: ((1, 0), (7, 2.4), (20, 4.6), (54, 5.6)),
    Scale.SKIN: ((1, 0), (8, 1.2), (20, 3.0), (54, 3.8)),
    Scale.EYES: ((1, 0), (10, 0.7), (54, 1.7)),
    Scale.NOSE: ((1, 0), (10, 1.0), (25, 2.3), (54, 2.8)),
    Scale.MOOD: ((1, 6.4), (14, 6.0), (24, 5.6), (40, 6.4), (54, 6.8)),
    Count.INFLAMED: ((1, 15.5), (11, 18), (24, 15), (54, 9.2), (100, 5), (200, 1.5), (300, 0.6)),
    Count.NODULES: ((1, 2.8), (12, 3.1), (54, 1.1), (100, 0.4), (300, 0)),
}  # fmt: skip

SPREAD: Mapping[str, float] = {
    Scale.ACNE: 0.65,
    Scale.LIPS: 0.6,
    Scale.SKIN: 0.5,
    Scale.EYES: 0.5,
    Scale.NOSE: 0.5,
    Scale.MOOD: 0.8,
    Count.INFLAMED: 1.6,
    Count.NODULES: 0.4,
}
"""Standard deviation from day to day."""

BOUNDS: Mapping[str, tuple[int, int]] = {
    Scale.LIPS: (LOW, 7),
    Scale.MOOD: (5, 8),
    Count.INFLAMED: (LOW, MOST_SPOTS),
    Count.NODULES: (LOW, MOST_SPOTS),
}
"""The driest lips are a 7; the only low moods are those of `LOW_MOOD`."""

LOW_MOOD = {24: 3, 25: 4}

SYMPTOMS: Mapping[str, Mapping[int, Severity]] = {
    "headache": {
        5: Severity.MODERATE,
        20: Severity.MILD,
        33: Severity.MILD,
        54: Severity.MILD,
    },
    "nosebleed": dict.fromkeys((21, 30, 45), Severity.MILD),
    "joint_pain": dict.fromkeys((28, 31, 35, 42, 46, 51), Severity.MILD),
    "tired": dict.fromkeys((16, 24, 25, 34, 42), Severity.MILD),
    "sunburn": {9: Severity.MILD},
}

NOTES = {
    1: "First capsule, after dinner.",
    9: "Two hours outside without sunscreen. Cheeks red by the evening.",
    15: "More spots than before I started. The leaflet says this can happen.",
    25: "Slept badly and felt low for two days. Better again now.",
    36: "Appointment today. The dose stays at 40 mg for now.",
    46: "Knees sore after running.",
}

MEDICINES = {33: "Paracetamol 500 mg, one tablet"}


def days(course: Course, count: int) -> list[Day]:
    """The answered days among the first `count` of a course; the last is only begun."""
    scores = {key: list(islice(_scores(key), count)) for key in CURVES}
    answered = [
        _day(number, course, {key: scores[key][number - 1] for key in CURVES})
        for number in range(1, count + 1)
        if is_answered(number) or number == count
    ]
    return [*answered[:-1], replace(answered[-1], nose=None)]


def is_answered(number: int) -> bool:
    return _in_cycle(number) not in UNANSWERED


def _scores(key: str) -> Iterator[int]:
    """Whole numbers for day 1, 2, …; the nearer to 0, the less they stray."""
    low, high = BOUNDS.get(key, (LOW, HIGH))
    for number, deviation in enumerate(wander(f"{key} {SEED}", SPREAD[key]), start=1):
        level = value(CURVES[key], number)
        yield max(low, min(high, round(level + min(1, level) * deviation)))


def _day(number: int, course: Course, scores: Mapping[str, int]) -> Day:
    is_counted = _in_cycle(number) % UNCOUNTED_EVERY != 1 or number == 1
    return Day(
        on=course.start + timedelta(days=number - 1),
        acne=scores[Scale.ACNE],
        lips=scores[Scale.LIPS],
        skin=scores[Scale.SKIN],
        eyes=scores[Scale.EYES],
        nose=scores[Scale.NOSE],
        mood=LOW_MOOD.get(number, scores[Scale.MOOD]),
        inflamed=scores[Count.INFLAMED] if is_counted else None,
        nodules=scores[Count.NODULES] if is_counted else None,
        dose=_dose(number, course),
        symptoms=_symptoms(number),
        care=_care(number),
        medicines=MEDICINES.get(number, ""),
        note=NOTES.get(number, ""),
    )


def _dose(number: int, course: Course) -> Dose | None:
    if _in_cycle(number) == SKIPPED:
        return Dose(DoseState.SKIPPED, 0, reason="Forgot it at a friend’s place")
    step = course.step_on(course.start + timedelta(days=number - 1))
    return Dose(DoseState.TAKEN, step.mg, with_food=step.with_food) if step else None


def _symptoms(number: int) -> dict[str, Severity | None]:
    day = _in_cycle(number)
    return {name: severe[day] for name, severe in SYMPTOMS.items() if day in severe}


def _care(number: int) -> frozenset[str]:
    habits = {
        "lip_balm": number > 2,
        "moisturiser": number > 3 and number % 23 != 0,
        "sunscreen": number % 8 in (1, 2, 3, 4, 5),
    }
    return frozenset(name for name, is_used in habits.items() if is_used)


def _in_cycle(number: int) -> int:
    return (number - 1) % CYCLE + 1
