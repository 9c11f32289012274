from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from diary.domain.day import Dose, DoseState
from diary.domain.diary import Diary
from diary.domain.labs import Analyte, LabResult, LipidUnit
from diary.domain.preferences import Preferences
from diary.domain.visits import Visit, VisitKind
from diary.errors import InvalidInput
from diary.report.options import ReportOptions, Section
from diary.report.parts import Line, Numbered, Table, Text
from diary.report.summary import summarise

Change = Callable[..., Diary]


def table(diary: Diary, title: str, options: ReportOptions | None = None) -> list[list[str]]:
    """The texts of a table, heads first."""
    blocks = summarise(diary, options or ReportOptions()).blocks
    found = next(b for b in blocks if isinstance(b, Table) and b.heads[0].text == title)
    return [[cell.text for cell in row] for row in (found.heads, *found.rows)]


def words(diary: Diary, title: str, options: ReportOptions | None = None) -> str | None:
    blocks = summarise(diary, options or ReportOptions()).blocks
    named = {b.title: b.text for b in blocks if isinstance(b, Text)}
    named |= {b.name: b.text for b in blocks if isinstance(b, Line)}
    return next((text for name, text in named.items() if name.startswith(title)), None)


def titles(diary: Diary, options: ReportOptions | None = None) -> list[str]:
    blocks = summarise(diary, options or ReportOptions()).blocks
    return [
        b.heads[0].text if isinstance(b, Table) else b.name if isinstance(b, Line) else b.title
        for b in blocks
    ]


def test_sections_come_in_the_order_the_doctor_expects(diary: Diary) -> None:
    assert titles(diary) == [
        "Side effects",
        "Blood tests",
        "Care:",
        "Spots counted",
        "Since last appointment, 5 November",
        "Mood note",
        "Patient’s questions",
    ]


def test_sections_without_data_are_left_out(diary: Diary) -> None:
    bare = replace(diary, days=(), photos=(), labs=(), visits=(), questions=())
    summary = summarise(bare, ReportOptions())
    assert summary.blocks == ()
    assert (summary.trend, summary.photos, summary.daily_notes) == (None, None, None)


def test_sections_that_are_ticked_off_are_left_out(diary: Diary) -> None:
    nothing = ReportOptions(sections=frozenset(), views=frozenset())
    assert titles(diary, nothing) == ["Since last appointment, 5 November"]
    assert summarise(diary, nothing).trend is None
    assert summarise(diary, nothing).photos is None


def test_the_head_names_person_period_and_appointment(diary: Diary) -> None:
    summary = summarise(diary, ReportOptions())
    assert summary.person == "Alex Sample · born 12 March 2004"
    assert summary.period == "1 October – 23 November 2026, day 1–54"
    assert summary.prepared == "Prepared 23 November 2026 for the appointment on 3 December"


def test_nobody_is_named_unless_they_entered_a_name(diary: Diary) -> None:
    assert summarise(replace(diary, preferences=Preferences()), ReportOptions()).person == ""


def test_side_effects_say_days_peak_and_last(diary: Diary) -> None:
    rows = table(diary, "Side effects")
    assert rows[0] == ["Side effects", "Days of 49", "Peak", "Last"]
    assert rows[1] == ["Dry lips, 1 or more", "43", "7 of 10", "today"]
    assert ["Tired", "3", "not rated", "18 Nov"] in rows
    assert ["Joint or muscle pain", "4", "moderate", "17 Nov"] in rows


def test_a_site_that_was_never_dry_is_no_side_effect(diary: Diary) -> None:
    days = tuple(replace(day, eyes=0) for day in diary.days)
    rows = table(replace(diary, days=days), "Side effects")
    assert not any("eyes" in row[0] for row in rows)


def test_blood_tests_mark_what_is_outside_the_range_of_the_lab_report(diary: Diary) -> None:
    rows = table(diary, "Blood tests")
    assert rows[0] == ["Blood tests", "24 Sep", "22 Oct", "19 Nov", "Range"]
    assert ["Triglycerides, mmol/L", "1.1", "1.5", "↑ 1.9", "≤ 1.7"] in rows
    assert ["ALT, U/L", "22", "27", "31", "≤ 41"] in rows


def test_only_the_last_three_blood_tests_are_shown(diary: Diary) -> None:
    later = LabResult("x", diary.today, Analyte.ALT, 12, "U/L", low=15, high=41)
    rows = table(replace(diary, labs=(*diary.labs, later)), "Blood tests")
    assert rows[0][1:4] == ["22 Oct", "19 Nov", "23 Nov"]
    assert rows[1] == ["ALT, U/L", "27", "31", "↓ 12", "15–41"]
    assert rows[2][3] == "–"


def test_blood_fats_are_shown_in_the_patients_unit(diary: Diary) -> None:
    american = replace(diary, preferences=Preferences(lipid_unit=LipidUnit.MG))
    assert ["Triglycerides, mg/dL", "97", "133", "↑ 168", "≤ 151"] in table(american, "Blood tests")


def test_a_test_taken_after_eating_is_said(diary: Diary) -> None:
    fed = replace(diary, labs=tuple(replace(lab, fasting=False) for lab in diary.labs[-1:]))
    block = next(
        b
        for b in summarise(fed, ReportOptions()).blocks
        if isinstance(b, Table) and b.heads[0].text == "Blood tests"
    )
    assert block.notes == ("not fasting on 19 Nov",)


def test_care_is_counted_in_days(diary: Diary) -> None:
    assert words(diary, "Care") == "moisturiser 49, lip balm 49, sunscreen 32 of 49 days"


def test_spots_are_means_of_the_days_on_which_they_were_counted(diary: Diary) -> None:
    assert table(diary, "Spots counted") == [
        ["Spots counted", "First 7 days", "Last 7 days"],
        ["Inflamed spots, mean", "16.0", "4.0"],
        ["Nodules, mean", "2.0", "2.0"],
    ]


def test_a_kind_not_counted_in_one_week_says_so(diary: Diary) -> None:
    days = tuple(replace(day, nodules=None) if day.on.month == 10 else day for day in diary.days)
    rows = table(replace(diary, days=days), "Spots counted")
    assert rows[2] == ["Nodules, mean", "not counted", "2.0"]


def test_since_the_appointment_only_computed_facts_are_said(diary: Diary) -> None:
    assert words(diary, "Since last appointment") == (
        "Dose unchanged. 60 mg daily planned from 4 December. Weight 67.5 kg on 5 November. "
        "Days without a dose record: 2. 17 of 19 days journaled."
    )


def test_no_dose_skipped_is_said_only_when_each_day_has_a_record(
    diary: Diary, changed_day: Change
) -> None:
    assert "No dose skipped" not in (words(diary, "Since last appointment") or "")
    late = Visit("v", VisitKind.APPOINTMENT, date(2026, 11, 10))
    assert "No dose skipped." in (words(replace(diary, visits=(late,)), "Since") or "")
    skipped = changed_day(date(2026, 11, 15), dose=Dose(DoseState.SKIPPED, 0))
    said = words(replace(skipped, visits=(late,)), "Since") or ""
    assert "Skipped: 15 Nov." in said
    assert "No dose skipped" not in said


def test_todays_appointment_is_not_the_last_one(diary: Diary) -> None:
    today = replace(diary, visits=(Visit("v", VisitKind.APPOINTMENT, diary.today),))
    assert words(today, "Since last appointment") is None
    assert summarise(today, ReportOptions()).prepared.endswith("appointment on 23 November")


def test_an_appointment_before_the_period_is_not_told(diary: Diary) -> None:
    late = ReportOptions(first=date(2026, 11, 10))
    assert words(diary, "Since last appointment", late) is None


def test_the_mood_note_quotes_the_lowest_day(diary: Diary) -> None:
    assert words(diary, "Mood note") == (
        "Lowest 3 of 10, on 24 October. No answer of 3 or below since then. "
        "Patient’s words, 24 October: “Slept badly and felt low.”"
    )


def test_the_mood_note_names_a_day_that_was_almost_as_low(
    diary: Diary, changed_day: Change
) -> None:
    said = words(changed_day(date(2026, 11, 2), mood=4), "Mood note") or ""
    assert said.startswith(
        "Lowest 3 of 10, on 24 October; 4 on 2 November. No answer of 4 or below since then."
    )


def test_a_mood_at_its_lowest_today_is_not_over(diary: Diary, changed_day: Change) -> None:
    said = words(changed_day(diary.today, mood=3), "Mood note") or ""
    assert said.startswith("Lowest 3 of 10, on 24 October and 23 November.")
    assert "since then" not in said


def test_a_patients_words_leave_with_the_mood_note(diary: Diary) -> None:
    without = ReportOptions(sections=ReportOptions().sections - {Section.MOOD_NOTE})
    assert "Slept badly" not in str(summarise(diary, without))


def test_only_ticked_questions_go_in(diary: Diary) -> None:
    asked = next(b for b in summarise(diary, ReportOptions()).blocks if isinstance(b, Numbered))
    assert asked.items == (
        "My triglycerides went up. Does that matter?",
        "Is there a stronger lip balm I could use?",
    )


def test_daily_notes_and_pregnancy_tests_go_in_only_if_ticked(diary: Diary) -> None:
    test = Visit("p", VisitKind.PREGNANCY_TEST, date(2026, 11, 1))
    with_test = replace(diary, visits=(test,))
    assert "regnancy" not in str(summarise(with_test, ReportOptions()))
    assert summarise(with_test, ReportOptions()).daily_notes is None
    every = ReportOptions(sections=frozenset(Section))
    assert words(with_test, "Pregnancy test dates", every) == "1 November 2026."
    notes = summarise(with_test, every).daily_notes
    assert notes
    assert [(note.date, note.text) for note in notes.notes] == [
        ("24 October 2026", "Slept badly and felt low.")
    ]


def test_the_trend_says_both_weeks_and_the_range_of_their_difference(diary: Diary) -> None:
    trend = summarise(diary, ReportOptions()).trend
    assert trend
    acne = trend.panels[0]
    assert acne.value == "6.6 → 3.4"
    assert acne.lines[0].startswith("−3.1 (95% −")
    assert trend.panels[1].lines[-1] == "now lips 7.0, skin 4.0, nose 3.0, eyes 2.0"


def test_four_days_are_a_mean_and_no_comparison(diary: Diary) -> None:
    short = ReportOptions(last=diary.course.start + timedelta(days=3))
    trend = summarise(diary, short).trend
    assert trend
    assert (trend.panels[0].value, trend.panels[0].lines) == ("6.5", ("mean of 4 days",))
    assert trend.legend == ()


def test_a_period_from_before_the_course_counts_no_days_of_it(diary: Diary) -> None:
    early = ReportOptions(first=date(2026, 9, 20), last=date(2026, 10, 4))
    assert summarise(diary, early).period == "20 September – 4 October 2026"


def test_a_period_never_reaches_beyond_today(diary: Diary) -> None:
    assert summarise(diary, ReportOptions(last=date(2027, 1, 1))).period.endswith("day 1–54")


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidInput, match="first day is after the last"):
        ReportOptions(first=date(2026, 11, 2), last=date(2026, 11, 1))


def test_a_short_password_is_refused() -> None:
    with pytest.raises(InvalidInput, match="at least 8 characters"):
        ReportOptions(password="1234567")
