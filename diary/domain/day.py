"""One day's answers. `None` is "not answered", which is neither 0 nor "skipped"."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from statistics import fmean

from diary.domain.scales import DRYNESS, HIGH, LOW, MOST_SPOTS, Count, Scale, Severity, name
from diary.errors import InvalidInput
from diary.words import translate

MOST_MG = 300.0
"""Above any labelled daily dose (2 mg/kg); a larger number is a typing mistake."""


class DoseState(StrEnum):
    TAKEN = "taken"
    SKIPPED = "skipped"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Dose:
    """What was taken on a day: `mg` is the whole day's amount, 0 when skipped."""

    state: DoseState
    mg: float
    with_food: bool | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.mg <= MOST_MG:
            raise InvalidInput(
                translate("Day", "A dose is between 0 and {most} mg a day; {mg} was given.").format(
                    most=f"{MOST_MG:g}", mg=f"{self.mg:g}"
                )
            )


@dataclass(frozen=True, slots=True)
class Day:
    """The answers of one local calendar date.

    Scores are whole numbers 0–10; counts are whole numbers from 0. A symptom maps to its severity,
    or to `None` while none was chosen. Raises `InvalidInput` for a value out of range.
    """

    on: date
    acne: int | None = None
    lips: int | None = None
    skin: int | None = None
    eyes: int | None = None
    nose: int | None = None
    mood: int | None = None
    inflamed: int | None = None
    nodules: int | None = None
    comedones: int | None = None
    dose: Dose | None = None
    symptoms: Mapping[str, Severity | None] = field(default_factory=dict)
    care: frozenset[str] = frozenset()
    medicines: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        for scale in Scale:
            _check(scale, self.score(scale), HIGH)
        for count in Count:
            _check(count, self.count(count), MOST_SPOTS)

    def score(self, scale: Scale) -> int | None:
        value: int | None = getattr(self, scale.value)
        return value

    def count(self, count: Count) -> int | None:
        value: int | None = getattr(self, count.value)
        return value

    @property
    def dryness(self) -> float | None:
        """Mean of the four sites, or `None` unless all four were answered.

        A mean of fewer sites would move when a site is left out, not when the skin changes.
        """
        scores = [score for site in DRYNESS if (score := self.score(site)) is not None]
        return fmean(scores) if len(scores) == len(DRYNESS) else None

    @property
    def is_empty(self) -> bool:
        """Nothing was answered on this day."""
        return self == Day(self.on)


def _check(key: str, value: int | None, most: int) -> None:
    if value is not None and not LOW <= value <= most:
        raise InvalidInput(
            translate("Day", "{name} goes from 0 to {most}; {value} was given.").format(
                name=name(key), most=most, value=value
            )
        )


ANSWERS = frozenset(field.name for field in fields(Day)) - {"on"}
"""The names that can be answered."""


@dataclass(frozen=True, slots=True)
class Change:
    """A day before and after an answer; undoing it answers `before` again."""

    before: Day
    after: Day
