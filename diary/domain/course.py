"""The isotretinoin course: start, product, prescribed doses, weights, the patient's own target."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from diary.domain.day import MOST_MG
from diary.errors import InvalidInput
from diary.words import translate

BASELINE_DAYS = 7
"""The baseline is the first week of the course, "now" the last week: a week holds each weekday."""

LIGHTEST_KG, HEAVIEST_KG = 25.0, 300.0
"""Outside these a weight is a typing mistake; isotretinoin is not given before age 12."""

MOST_MG_PER_KG = 400.0
"""Above any target for a course that was found in print (220 mg/kg)."""


@dataclass(frozen=True, slots=True)
class Step:
    """A prescribed daily dose from `first_day` on, until the next step."""

    first_day: date
    mg: float
    with_food: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.mg <= MOST_MG:
            raise InvalidInput(
                translate("Course", "Enter a daily dose between 0 and {most} mg.").format(
                    most=f"{MOST_MG:g}"
                )
            )


@dataclass(frozen=True, slots=True)
class Weight:
    on: date
    kg: float

    def __post_init__(self) -> None:
        if not LIGHTEST_KG <= self.kg <= HEAVIEST_KG:
            raise InvalidInput(
                translate("Course", "Enter a weight between {low} and {high} kg.").format(
                    low=f"{LIGHTEST_KG:g}", high=f"{HEAVIEST_KG:g}"
                )
            )


@dataclass(frozen=True, slots=True)
class Target:
    """The cumulative dose the patient entered, in mg per kg of body weight."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 < self.low <= self.high <= MOST_MG_PER_KG:
            raise InvalidInput(
                translate("Course", "Enter a target such as 120–150, at most {most} mg/kg.").format(
                    most=f"{MOST_MG_PER_KG:g}"
                )
            )


@dataclass(frozen=True, slots=True)
class Course:
    """One course. `steps` and `weights` are in order of their dates."""

    start: date
    product: str = "Isotretinoin"
    steps: tuple[Step, ...] = ()
    weights: tuple[Weight, ...] = ()
    target: Target | None = None

    def day_number(self, on: date) -> int:
        """1 on the day of the first dose, 0 and below before it."""
        return (on - self.start).days + 1

    def week(self, on: date) -> int:
        """Week of the course, counted from 1."""
        return (self.day_number(on) - 1) // 7 + 1

    def step_on(self, on: date) -> Step | None:
        """The prescription in force on a day."""
        return next((step for step in reversed(self.steps) if step.first_day <= on), None)

    @property
    def starting_weight(self) -> Weight | None:
        """The first weight entered; mg/kg is reckoned with it for the whole course."""
        return self.weights[0] if self.weights else None

    def month(self, number: int) -> tuple[date, date]:
        """First and last day of month `number` of the course, counted from 1.

        Month two runs from one month after the first dose to the day before two months after.
        """
        first = months_after(self.start, number - 1)
        return first, months_after(self.start, number) - timedelta(days=1)


def months_after(start: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day."""
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
