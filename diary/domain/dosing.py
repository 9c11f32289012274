"""Arithmetic of doses: only recorded doses count, and days without a record are said."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from diary.domain.course import Course, Weight
from diary.domain.day import Day, DoseState

_SMALLER_THAN_A_MG = 6
"""Decimals to which a count of days is rounded, so that 220.00000000000003 mg is no extra day."""


@dataclass(frozen=True, slots=True)
class DoseSoFar:
    """What was recorded from the first dose to a day.

    `mg_per_kg` uses `weight`, the starting weight; both are `None` when no weight was entered.
    """

    mg: float
    mg_per_kg: float | None
    weight: Weight | None
    taken: int
    different: int
    skipped: tuple[date, ...]
    unrecorded: tuple[date, ...]


def dose_so_far(days: Iterable[Day], course: Course, today: date) -> DoseSoFar:
    """Sum the doses recorded from the course's start to `today`.

    `today` itself is not "without a record" while it can still be answered.
    """
    recorded = {day.on: day.dose for day in days if day.dose and course.start <= day.on <= today}
    mg = sum(dose.mg for dose in recorded.values())
    weight = course.starting_weight
    states = [dose.state for dose in recorded.values()]
    return DoseSoFar(
        mg=mg,
        mg_per_kg=mg / weight.kg if weight else None,
        weight=weight,
        taken=states.count(DoseState.TAKEN),
        different=states.count(DoseState.DIFFERENT),
        skipped=tuple(
            sorted(on for on, dose in recorded.items() if dose.state is DoseState.SKIPPED)
        ),
        unrecorded=tuple(
            on for on in each_day(course.start, today - timedelta(days=1)) if on not in recorded
        ),
    )


def running_dose(days: Iterable[Day], course: Course, until: date) -> list[tuple[date, float]]:
    """The recorded sum in mg at the end of each day from the course's start to `until`."""
    recorded = {day.on: day.dose.mg for day in days if day.dose}
    total, sums = 0.0, []
    for on in each_day(course.start, until):
        total += recorded.get(on, 0.0)
        sums.append((on, total))
    return sums


def reached_on(course: Course, so_far: DoseSoFar, today: date, mg_per_kg: float) -> date | None:
    """The day on which the doses entered would bring the recorded sum to `mg_per_kg`.

    Counts the doses planned from tomorrow on; what is recorded today is in the sum. `None` without
    a weight or a dose, or when it was reached already.
    """
    if so_far.weight is None or so_far.mg_per_kg is None or so_far.mg_per_kg >= mg_per_kg:
        return None
    missing, on = mg_per_kg * so_far.weight.kg - so_far.mg, today
    later = [step for step in course.steps if step.first_day > today]
    current = course.step_on(today)
    mg = current.mg if current else 0.0
    for step in later:
        reached = mg * ((step.first_day - on).days - 1)
        if reached >= missing:
            break
        missing, on, mg = missing - reached, step.first_day - timedelta(days=1), step.mg
    if mg <= 0:
        return None
    return on + timedelta(days=math.ceil(round(missing / mg, _SMALLER_THAN_A_MG)))


def each_day(first: date, last: date) -> list[date]:
    """Every date from `first` to `last`, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
