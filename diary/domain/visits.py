"""Dates to come and questions for the doctor."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from diary.words import translate


class VisitKind(StrEnum):
    APPOINTMENT = "appointment"
    BLOOD_TEST = "blood test"
    PREGNANCY_TEST = "pregnancy test"


@dataclass(frozen=True, slots=True)
class Visit:
    """A date the patient entered; `detail` is their own words, such as "Dermatology"."""

    id: str
    kind: VisitKind
    on: date
    at: time | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    text: str
    in_report: bool = True


def visit_name(kind: VisitKind) -> str:
    return {
        VisitKind.APPOINTMENT: translate("Visits", "Appointment"),
        VisitKind.BLOOD_TEST: translate("Visits", "Blood test"),
        VisitKind.PREGNANCY_TEST: translate("Visits", "Pregnancy test"),
    }[kind]
