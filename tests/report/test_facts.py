from dataclasses import replace
from datetime import date

from diary.domain.course import Course, Step
from diary.domain.day import Day, Dose, DoseState
from diary.domain.diary import Diary
from diary.domain.preferences import Preferences
from diary.report.options import ReportOptions
from diary.report.parts import Fact
from diary.report.summary import summarise


def cell(diary: Diary, label: str, options: ReportOptions | None = None) -> Fact:
    facts = summarise(diary, options or ReportOptions()).facts
    return next(fact for fact in facts if fact.label.startswith(label))


def test_the_sum_counts_recorded_doses_and_says_the_days_without_a_record(diary: Diary) -> None:
    dose = cell(diary, "Cumulative dose")
    assert dose.value == "1,920 mg, 28 mg/kg"
    assert dose.lines == ("at 68.0 kg, starting weight", "5 days without a record")


def test_a_target_is_drawn_only_if_the_patient_entered_one(diary: Diary) -> None:
    assert cell(diary, "Cumulative dose").under_bar == "target 120–150 mg/kg"
    without = replace(diary, course=replace(diary.course, target=None))
    assert cell(without, "Cumulative dose").bar is None


def test_without_a_weight_there_is_no_dose_per_kilogram(diary: Diary) -> None:
    unweighed = replace(diary, course=replace(diary.course, weights=()))
    assert cell(unweighed, "Cumulative dose").value == "1,920 mg"
    assert "no weight entered" in cell(unweighed, "Isotretinoin").lines


def test_skipped_doses_are_dated_until_they_are_many(diary: Diary) -> None:
    assert cell(diary, "Doses").value == "48 taken, 1 skipped"
    assert "skipped 18 Oct" in cell(diary, "Doses").lines
    often = [
        replace(day, dose=Dose(DoseState.SKIPPED, 0)) if day.on.day < 7 else day
        for day in diary.days
    ]
    doses = cell(replace(diary, days=tuple(often)), "Doses")
    assert doses.value == "36 taken, 13 skipped"
    assert "last skipped 6 Nov" in doses.lines


def test_a_dose_of_another_amount_is_counted_apart(diary: Diary) -> None:
    days = tuple(
        replace(day, dose=Dose(DoseState.DIFFERENT, 20)) if day.on == diary.today else day
        for day in diary.days
    )
    assert cell(replace(diary, days=days), "Doses").value == "47 taken, 1 different, 1 skipped"


def test_today_is_no_gap_while_it_can_still_be_answered(diary: Diary) -> None:
    days = tuple(day for day in diary.days if day.on != diary.today)
    unanswered = replace(diary, days=days)
    assert "5 days without a record" in cell(unanswered, "Doses").lines
    assert cell(unanswered, "Journal").value == "48 of 54 days"


def test_the_longest_gap_is_named_by_its_dates(diary: Diary) -> None:
    assert cell(diary, "Journal").lines == ("longest gap", "12–14 October")
    assert cell(replace(diary, days=diary.days[-16:]), "Journal").lines[1] == (
        "1 October – 5 November"
    )


def test_a_shorter_period_counts_its_own_doses_and_the_whole_sum(diary: Diary) -> None:
    november = ReportOptions(first=date(2026, 11, 1), last=date(2026, 11, 10))
    assert cell(diary, "Doses", november).value == "8 taken"
    assert cell(diary, "Doses", november).lines == ("2 days without a record",)
    assert cell(diary, "Cumulative dose", november).value == "1,400 mg, 21 mg/kg"
    assert cell(diary, "Journal", november).value == "8 of 10 days"


def test_the_dose_is_unchanged_since_the_first_step_of_its_amount(diary: Diary) -> None:
    start = diary.course.start
    steps = (Step(start, 20), Step(date(2026, 10, 20), 40), Step(date(2026, 11, 1), 40))
    fact = cell(replace(diary, course=replace(diary.course, steps=steps)), "Isotretinoin")
    assert fact.value == "40 mg daily"
    assert "unchanged since 20 October" in fact.lines


def test_a_planned_dose_is_said_once(diary: Diary) -> None:
    assert not any("planned" in line for line in cell(diary, "Isotretinoin").lines)
    unseen = replace(diary, visits=())
    assert "60 mg daily planned from 4 December" in cell(unseen, "Isotretinoin").lines


def test_a_course_without_prescription_and_doses_says_only_what_is_known() -> None:
    bare = Diary(
        course=Course(date(2026, 10, 1)),
        days=(Day(date(2026, 10, 1), acne=5),),
        photos=(),
        labs=(),
        visits=(),
        questions=(),
        preferences=Preferences(),
        today=date(2026, 10, 1),
    )
    facts = {fact.label: fact.value for fact in summarise(bare, ReportOptions()).facts}
    assert facts == {
        "Isotretinoin": "from 1 October 2026",
        "Doses": "none recorded",
        "Journal": "1 day",
    }


def test_the_first_day_before_any_answer_is_counted_in_the_singular(diary: Diary) -> None:
    new = replace(diary, course=Course(diary.today), days=())
    assert cell(new, "Journal").value == "0 of 1 day"
