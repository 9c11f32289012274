"""What the patient chose for a report."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from diary.domain.panels import Moment
from diary.domain.photo import View
from diary.errors import InvalidInput
from diary.words import translate

SHORTEST_PASSWORD = 8
"""Characters; a shorter password of a file that is out of our hands can be tried through."""


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"


class Section(StrEnum):
    """Parts that can be ticked off; course facts and dose are always on the first page."""

    TREND = "trend"
    SIDE_EFFECTS = "side effects"
    COUNTS = "counts"
    CARE = "care"
    LABS = "labs"
    MOOD_NOTE = "mood note"
    QUESTIONS = "questions"
    DAILY_NOTES = "daily notes"
    PREGNANCY_TEST = "pregnancy test"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """`first` and `last` are the days covered; `None` is the whole course so far.

    `aligned` is whether the photos of a view are laid over the first of them, or shown as taken.
    With `cover_eyes` a photo of a face on which no eyes are found is left out.
    """

    first: date | None = None
    last: date | None = None
    paper: Paper = Paper.A4
    sections: frozenset[Section] = frozenset(Section) - {
        Section.DAILY_NOTES,
        Section.PREGNANCY_TEST,
    }
    columns: frozenset[Moment] = frozenset(Moment)
    views: frozenset[View] = frozenset({View.FRONT, View.LEFT, View.RIGHT})
    aligned: bool = True
    cover_eyes: bool = False
    password: str | None = None

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise InvalidInput(translate("Report", "The first day is after the last day."))
        if self.password is not None and len(self.password) < SHORTEST_PASSWORD:
            raise InvalidInput(
                translate(
                    "Report", "Choose a password of at least {n} characters. Nothing was saved."
                ).format(n=SHORTEST_PASSWORD)
            )
