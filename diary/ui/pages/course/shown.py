"""What the Course page shows, read from the diary at once."""

from dataclasses import dataclass
from datetime import date

from diary.domain.course import Course
from diary.domain.dosing import DoseSoFar
from diary.domain.labs import LabResult
from diary.domain.preferences import Preferences, Tracked
from diary.domain.visits import Question, Visit, VisitKind
from diary.journal import Journal


@dataclass(frozen=True, slots=True)
class Shown:
    today: date
    course: Course
    so_far: DoseSoFar
    labs: tuple[LabResult, ...]
    visits: tuple[Visit, ...]
    """Oldest first; pregnancy tests only if the patient switched them on."""
    questions: tuple[Question, ...]
    preferences: Preferences

    @property
    def shows_labs(self) -> bool:
        return Tracked.LABS in self.preferences.tracked or bool(self.labs)


def read(journal: Journal) -> Shown:
    preferences = journal.preferences()
    return Shown(
        today=journal.today(),
        course=journal.course.get(),
        so_far=journal.course.dose_so_far(),
        labs=tuple(journal.labs.all()),
        visits=tuple(
            visit
            for visit in journal.visits.all()
            if visit.kind is not VisitKind.PREGNANCY_TEST or preferences.pregnancy_test
        ),
        questions=tuple(journal.questions.all()),
        preferences=preferences,
    )
