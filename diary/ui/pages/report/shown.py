"""What the Report page needs to know of the diary."""

from dataclasses import dataclass
from datetime import date

from diary.domain.course import Course
from diary.domain.visits import Visit, VisitKind
from diary.journal import Journal

SHORT_SUMMARY = 7
"""Entries under which the page says that the summary will be short: less than a week."""


@dataclass(frozen=True, slots=True)
class Shown:
    course: Course
    today: date
    entries: int
    photos: int
    ticked_questions: int
    next_visit: Visit | None
    last_appointment: date | None
    pregnancy_test: bool


def read(journal: Journal) -> Shown:
    today = journal.today()
    past = [
        visit.on
        for visit in journal.visits.all()
        if visit.kind is VisitKind.APPOINTMENT and visit.on < today
    ]
    return Shown(
        course=journal.course.get(),
        today=today,
        entries=len(journal.days.all()),
        photos=len(journal.photos.all()),
        ticked_questions=sum(question.in_report for question in journal.questions.all()),
        next_visit=journal.visits.next(),
        last_appointment=max(past, default=None),
        pregnancy_test=journal.preferences().pregnancy_test,
    )
