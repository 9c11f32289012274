"""The course, blood tests, visits and questions on a real vault."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

import pytest

from diary.domain.course import Step, Target
from diary.domain.day import Dose, DoseState
from diary.domain.labs import Analyte, LabResult
from diary.domain.preferences import Preferences
from diary.domain.visits import Question, Visit, VisitKind
from diary.errors import InvalidInput
from diary.journal import Journal, new_id


def test_a_changed_course_can_be_put_back(journal: Journal) -> None:
    course = journal.course.get()
    later = replace(
        course,
        steps=(*course.steps, Step(date(2026, 12, 4), 60, with_food=False)),
        target=Target(120, 150),
    )
    before = journal.course.change(later)
    assert journal.course.get() == later
    journal.course.change(before)
    assert journal.course.get() == course


def test_only_recorded_doses_count_and_the_other_days_are_said(journal: Journal) -> None:
    journal.days.record(date(2026, 10, 1), dose=Dose(DoseState.TAKEN, 40))
    journal.days.record(date(2026, 10, 2), dose=Dose(DoseState.SKIPPED, 0))
    journal.days.record(date(2026, 10, 3), dose=Dose(DoseState.DIFFERENT, 20))
    so_far = journal.course.dose_so_far()
    assert (so_far.mg, so_far.taken, so_far.different) == (60, 1, 1)
    assert so_far.mg_per_kg == 60 / 68
    assert so_far.skipped == (date(2026, 10, 2),)
    assert len(so_far.unrecorded) == 50  # 53 days before today, three of them recorded


def test_a_lab_result_keeps_the_unit_of_its_report(journal: Journal) -> None:
    result = LabResult(
        new_id(), date(2026, 11, 19), Analyte.TRIGLYCERIDES, 168, "mg/dL", high=150, fasting=True
    )
    journal.labs.put(result)
    assert journal.labs.all() == [result]
    journal.labs.remove(result)
    assert journal.labs.all() == []


def test_results_that_take_the_place_of_others_do_so_all_or_none(journal: Journal) -> None:
    old = LabResult(new_id(), date(2026, 11, 19), Analyte.ALT, 22, "U/L")
    new = LabResult(new_id(), date(2026, 11, 19), Analyte.ALT, 27, "U/L")
    journal.labs.put(old)

    def results() -> Iterator[LabResult]:
        yield new
        raise InvalidInput("the second value is none")

    with pytest.raises(InvalidInput):
        journal.labs.swap([old], results())
    assert journal.labs.all() == [old]
    journal.labs.swap([old], [new])
    assert journal.labs.all() == [new]


def test_the_next_appointment_is_the_first_from_today_on(journal: Journal) -> None:
    past = Visit(new_id(), VisitKind.APPOINTMENT, date(2026, 11, 5))
    blood = Visit(new_id(), VisitKind.BLOOD_TEST, date(2026, 11, 30))
    coming = Visit(new_id(), VisitKind.APPOINTMENT, date(2026, 12, 3), time(9, 40), "Dermatology")
    for visit in (coming, past, blood):
        journal.visits.put(visit)
    assert journal.visits.next() == coming
    assert journal.visits.all() == [past, blood, coming]


def test_a_removed_question_comes_back_in_its_place(journal: Journal) -> None:
    first, second = Question(new_id(), "May I ski?"), Question(new_id(), "Which balm?", False)
    journal.questions.put(first)
    journal.questions.put(second)
    place = journal.questions.remove(first)
    journal.questions.put(first, place)
    assert journal.questions.all() == [first, second]


def test_preferences_are_kept_in_the_vault(journal: Journal) -> None:
    chosen = Preferences(name="Alex", born=date(2004, 3, 12), idle_minutes=10, pregnancy_test=True)
    journal.set_preferences(chosen)
    assert journal.preferences() == chosen
