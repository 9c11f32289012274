"""The invented course: prescription, weights, blood tests, visits and questions."""

from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta

from diary.domain.course import Course, Step, Target, Weight
from diary.domain.ids import new_id
from diary.domain.labs import ENZYME_UNIT, Analyte, LabResult, LipidUnit
from diary.domain.preferences import Preferences, Tracked
from diary.domain.visits import Question, Visit, VisitKind
from diary.sample.curves import Curve, value

PREFERENCES = Preferences(
    tracked=frozenset(Tracked),
    name="Alex Sample",
    born=date(2004, 3, 12),
    backup_limit_days=0,  # nobody is reminded to back up invented data
)

HIGHER_DOSE_FROM = 65
"""Day of the course; still planned in a sample of 54 days."""

VISIT_EVERY = 35

FIRST_DRAW, SECOND_DRAW, DRAW_EVERY = -6, 22, 28
"""Blood is drawn a week before the first dose, then every four weeks."""

LABS: Mapping[Analyte, tuple[str, float, Curve]] = {
    Analyte.ALT: (ENZYME_UNIT, 41, ((-6, 22), (22, 27), (50, 31), (106, 29), (300, 26))),
    Analyte.AST: (ENZYME_UNIT, 40, ((-6, 20), (22, 24), (50, 26), (106, 25), (300, 23))),
    Analyte.TRIGLYCERIDES: (LipidUnit.MMOL, 1.7, ((-6, 1.1), (22, 1.5), (50, 1.9), (106, 1.6))),
    Analyte.CHOLESTEROL: (LipidUnit.MMOL, 5.2, ((-6, 4.4), (22, 4.7), (50, 4.9), (300, 4.8))),
}
"""Unit, upper end of the laboratory's range, and values by day of the course."""

QUESTIONS = (
    ("My triglycerides went up. Does that matter?", True),
    ("Is there a stronger lip balm I could use?", True),
    ("My knees ache after running. Should I train less?", True),
    ("Can I ski in January with this skin?", False),
)


def course(count: int, today: date) -> Course:
    """A course whose day `count` is today."""
    start = today - timedelta(days=count - 1)
    last_visit = start + timedelta(days=VISIT_EVERY)
    weighed = [start, *([last_visit] if last_visit <= today else [])]
    return Course(
        start=start,
        steps=(Step(start, 40), Step(start + timedelta(days=HIGHER_DOSE_FROM - 1), 60)),
        weights=tuple(Weight(on, 68.0) for on in weighed),
        target=Target(120, 150),
    )


def labs(start: date, count: int) -> Iterator[LabResult]:
    """The results up to day `count`."""
    for day in (FIRST_DRAW, *range(SECOND_DRAW, count + 1, DRAW_EVERY)):
        for analyte, (unit, high, curve) in LABS.items():
            digits = 0 if unit == ENZYME_UNIT else 1
            on = start + timedelta(days=day - 1)
            yield LabResult(
                new_id(), on, analyte, round(value(curve, day), digits), unit, high=high
            )


def visits(start: date, today: date) -> list[Visit]:
    """Appointments so far and what is coming up."""
    count = (today - start).days
    been = [start + timedelta(days=day) for day in range(VISIT_EVERY, count, VISIT_EVERY)]
    seen, blood = VisitKind.APPOINTMENT, VisitKind.BLOOD_TEST
    return [
        *(Visit(new_id(), seen, on, time(10, 20), "Dermatology") for on in been),
        Visit(new_id(), seen, today + timedelta(days=10), time(9, 40), "Dermatology"),
        Visit(new_id(), blood, today + timedelta(days=24), None, "Fasting, before 10:00"),
    ]


def questions() -> list[Question]:
    return [Question(new_id(), text, in_report) for text, in_report in QUESTIONS]
