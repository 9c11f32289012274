"""The Course page on a real diary."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.course import Course, Step, Target, Weight
from diary.domain.day import Day, Dose, DoseState
from diary.domain.labs import Analyte, LabResult, LipidUnit
from diary.domain.preferences import Preferences, Tracked
from diary.domain.visits import Visit, VisitKind
from diary.journal import Journal
from diary.ui.jobs import Jobs
from diary.ui.pages.course import CoursePage
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.segmented import Segment
from tests.ui.keyboard import focused, name_of

START, TODAY = date(2026, 10, 1), date(2026, 11, 23)
UNRECORDED = tuple(date(2026, 11, day) for day in (7, 8, 9, 20))
TRIGLYCERIDES = LabResult("t1", date(2026, 11, 19), Analyte.TRIGLYCERIDES, 1.9, "mmol/L", high=1.7)
ALT = LabResult("a1", date(2026, 11, 19), Analyte.ALT, 31, "U/L", high=41)

Show = Callable[[QWidget], None]
Press = Callable[..., None]


def clock() -> datetime:
    return datetime(2026, 11, 23, 8, 14)


def _fill(journal: Journal) -> None:
    days = (START + timedelta(days=n) for n in range((TODAY - START).days))
    dose = Dose(DoseState.TAKEN, 40)
    journal.days.record_all(Day(on, dose=dose) for on in days if on not in UNRECORDED)
    journal.labs.put(TRIGLYCERIDES, ALT)


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    course = Course(START, steps=(Step(START, 40),), weights=(Weight(START, 68),))
    jobs = Jobs()
    journal = jobs.wait(
        lambda: Journal.create(tmp_path / "a.skindiary", course=course, clock=clock)
    )
    jobs.wait(lambda: _fill(journal))
    session = Session(journal, jobs)
    yield session
    session.close()
    jobs.close()


@pytest.fixture
def page(session: Session, show: Show, qtbot: QtBot) -> CoursePage:
    page = CoursePage(session)
    page.resize(1080, 800)
    show(page)
    page.enter()
    qtbot.waitUntil(lambda: "Started 1 October 2026 · day 54, week 8" in words(page))
    return page


def words(inside: QWidget) -> str:
    """Every word that is in sight."""
    return "\n".join(label.text() for label in inside.findChildren(QLabel) if label.isVisible())


def press_button(inside: QWidget, name: str) -> None:
    buttons = [b for b in inside.findChildren(Button) if b.isVisible()]
    (button,) = [b for b in buttons if name in (b.text(), b.accessibleName())]
    button.click()


def stored_doses(session: Session) -> dict[date, Dose | None]:
    return {day.on: day.dose for day in session.jobs.wait(session.journal.days.all)}


def test_a_question_typed_and_entered_reaches_the_disk_and_undo_takes_it_away(
    page: CoursePage, session: Session, press: Press, qtbot: QtBot
) -> None:
    page.questions.field.setFocus()
    QTest.keyClicks(page.questions.field, "Can I use retinol?")
    press(Qt.Key.Key_Return)
    (asked,) = session.jobs.wait(session.journal.questions.all)
    assert (asked.text, asked.in_report) == ("Can I use retinol?", True)
    assert page.questions.field.text() == ""
    qtbot.waitUntil(lambda: asked.id in page.questions.rows)
    session.undo.undo()
    qtbot.waitUntil(lambda: not page.questions.rows)
    assert session.jobs.wait(session.journal.questions.all) == []


def test_tab_goes_through_the_questions_in_their_order_to_the_field(
    page: CoursePage, press: Press, qtbot: QtBot
) -> None:
    page.questions.field.setFocus()
    for asked in ("Can I use retinol?", "And sun cream?"):
        QTest.keyClicks(page.questions.field, asked)
        press(Qt.Key.Key_Return)
    rows = page.questions.rows
    qtbot.waitUntil(lambda: [row.isVisible() for row in rows.values()] == [True, True])
    passed = []
    for _ in range(2):
        press(Qt.Key.Key_Backtab)
        passed.append(name_of(focused()))
    assert passed == ["And sun cream?", "Can I use retinol?"]


def test_a_question_is_ticked_reworded_and_removed_by_keyboard(
    page: CoursePage, session: Session, press: Press, qtbot: QtBot
) -> None:
    for text in ("First?", "Second?"):
        QTest.keyClicks(page.questions.field, text)
        QTest.keyClick(page.questions.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.questions.rows) == 2)
    first, second = page.questions.rows.values()
    first.check.setFocus()
    press(Qt.Key.Key_Space, Qt.Key.Key_F2)
    first.edit.setText("Changed?")
    press(Qt.Key.Key_Return)
    questions = session.jobs.wait(session.journal.questions.all)
    assert [(q.text, q.in_report) for q in questions] == [("Changed?", False), ("Second?", True)]
    qtbot.waitUntil(lambda: first.question.text == "Changed?")
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.questions.rows) == 1)
    assert second.check.hasFocus()
    session.undo.undo()
    questions = session.jobs.wait(session.journal.questions.all)
    assert [q.text for q in questions] == ["Changed?", "Second?"]


def test_a_new_dose_step_changes_what_the_page_says(
    page: CoursePage, session: Session, qtbot: QtBot
) -> None:
    assert "40 mg daily with food" in words(page.prescription)
    press_button(page, "Change dose…")
    form = page.prescription.form
    assert form is not None
    form.add_step()
    form.steps[-1].mg.edit.setText("60")
    form.steps[-1].with_food.setChecked(False)
    form.target.edit.setText("120–150")
    form.submit()
    qtbot.waitUntil(lambda: "60 mg daily" in words(page.prescription))
    assert "60 mg daily with food" not in words(page.prescription)
    assert "0.88 mg/kg a day" in words(page.prescription)
    assert "120 mg/kg around" in words(page.dose)
    course = session.jobs.wait(session.journal.course.get)
    assert course.steps == (Step(START, 40), Step(TODAY, 60, with_food=False))
    assert course.target == Target(120, 150)
    session.undo.undo()
    qtbot.waitUntil(lambda: "40 mg daily with food" in words(page.prescription))
    assert "around" not in words(page.dose)


def test_two_doses_that_start_on_one_day_are_refused_in_words(
    page: CoursePage, session: Session
) -> None:
    page.prescription.open_form()
    form = page.prescription.form
    assert form is not None
    form.add_step()
    form.steps[-1].first_day.set_value(START)
    form.steps[-1].mg.edit.setText("60")
    form.submit()
    assert "Another dose starts on this day. Choose another day." in words(form)
    assert not session.undo.count()


def test_a_result_above_the_range_gets_its_arrow_and_its_words(page: CoursePage) -> None:
    seen = words(page.labs)
    assert "↑ 1.9" in seen
    assert "≤ 1.7" in seen
    assert "↑ 31" not in seen
    assert (
        "↑ above the range printed on your lab report. "
        "Your dermatologist can tell you what it means for you." in seen
    )


def test_the_other_unit_changes_what_is_shown_and_not_what_is_stored(
    page: CoursePage, session: Session, click: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    (mg,) = [s for s in page.labs.unit.findChildren(Segment) if s.text() == "mg/dL"]
    click(mg)
    qtbot.waitUntil(lambda: "↑ 168" in words(page.labs))
    assert "≤ 151" in words(page.labs)
    assert session.jobs.wait(session.journal.preferences).lipid_unit is LipidUnit.MG
    assert TRIGLYCERIDES in session.jobs.wait(session.journal.labs.all)


def test_results_are_added_changed_and_removed_each_with_undo(
    page: CoursePage, session: Session, qtbot: QtBot
) -> None:
    press_button(page, "Add results…")
    form = page.labs.form
    assert form is not None
    form.results[Analyte.ALT].value.setText("38")
    form.results[Analyte.ALT].high.setText("41")
    form.submit()
    qtbot.waitUntil(lambda: "38" in words(page.labs.table))
    press_button(page, "Change the results of 23 Nov")
    changed = page.labs.form
    assert changed is not None
    changed.results[Analyte.ALT].value.setText("39,5")
    changed.submit()
    qtbot.waitUntil(lambda: "39.5" in words(page.labs.table))
    press_button(page, "Change the results of 23 Nov")
    press_button(page, "Remove results")
    qtbot.waitUntil(lambda: "39.5" not in words(page.labs.table))
    session.undo.undo()
    session.undo.undo()
    qtbot.waitUntil(lambda: "38" in words(page.labs.table))
    session.undo.undo()
    qtbot.waitUntil(lambda: "38" not in words(page.labs.table))
    assert set(session.jobs.wait(session.journal.labs.all)) == {TRIGLYCERIDES, ALT}


@pytest.mark.parametrize(
    ("value", "low", "high", "sentence"),
    [
        ("much", "", "", "“much” is not a number. Type it like 37.5."),
        ("30", "41", "10", "The range’s lower end is above its upper end."),
        ("", "", "41", "Enter the value as printed on your lab report."),
        ("", "", "", "Enter at least one value, or press Cancel."),
    ],
)
def test_a_result_that_cannot_be_gets_its_sentence_and_is_not_kept(
    page: CoursePage, session: Session, value: str, low: str, high: str, sentence: str
) -> None:
    page.labs.open_form()
    form = page.labs.form
    assert form is not None
    row = form.results[Analyte.ALT]
    for edit, typed in ((row.value, value), (row.low, low), (row.high, high)):
        edit.setText(typed)
    form.submit()
    assert sentence in words(form)
    assert len(session.jobs.wait(session.journal.labs.all)) == 2


def test_days_without_a_record_are_filled_in_a_run_at_a_time(
    page: CoursePage, session: Session, qtbot: QtBot
) -> None:
    assert "1,960 mg" in words(page.dose)
    press_button(page, "4 days without a record…")
    press_button(page.dose.form, "Sat 7 Nov – Mon 9 Nov, 3 days, Taken as prescribed")
    qtbot.waitUntil(lambda: "2,080 mg" in words(page.dose))
    press_button(page.dose.form, "Fri 20 Nov, Skipped")
    qtbot.waitUntil(page.dose.form.isHidden)
    doses = stored_doses(session)
    taken = Dose(DoseState.TAKEN, 40, with_food=True)
    assert [doses[on] for on in UNRECORDED] == [taken] * 3 + [Dose(DoseState.SKIPPED, 0)]
    assert "52 taken, 1 skipped" in words(page.prescription)
    session.undo.undo()
    session.undo.undo()
    qtbot.waitUntil(lambda: "1,960 mg" in words(page.dose))
    assert not set(UNRECORDED) & stored_doses(session).keys()


def test_a_run_of_days_is_parted_to_fill_in_one_day(
    page: CoursePage, session: Session, qtbot: QtBot
) -> None:
    press_button(page, "4 days without a record…")
    press_button(page.dose.form, "Sat 7 Nov – Mon 9 Nov, 3 days, One by one")
    press_button(page.dose.form, "Sun 8 Nov, Taken as prescribed")
    qtbot.waitUntil(lambda: "2,000 mg" in words(page.dose))
    assert date(2026, 11, 7) not in stored_doses(session)


def test_a_wrong_weight_gets_its_sentence_and_nothing_changes(
    page: CoursePage, session: Session, press: Press, qtbot: QtBot
) -> None:
    page.update_weight.setFocus()
    press(Qt.Key.Key_Return)
    form = page.weight_form
    assert form is not None
    QTest.keyClicks(form.kg.edit, "680")
    press(Qt.Key.Key_Return)
    assert form.kg.error == "Enter a weight between 25 and 300 kg."
    assert session.jobs.wait(session.journal.course.get).weights == (Weight(START, 68),)
    form.kg.edit.setText("70,5")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "70.5 kg" in words(page.prescription))
    assert "with the starting weight 68.0 kg" in words(page.dose)
    assert page.update_weight.hasFocus()


def test_escape_closes_a_form_without_a_write(
    page: CoursePage, session: Session, press: Press
) -> None:
    page.visits.add_visit.click()
    form = page.visits.form
    assert form is not None
    press(Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert not session.undo.count()


def test_a_date_is_added_counted_down_and_removed_with_undo(
    page: CoursePage, session: Session, qtbot: QtBot
) -> None:
    page.visits.open_form()
    form = page.visits.form
    assert form is not None
    form.on.set_value(date(2026, 12, 3))
    form.at.edit.setText("at ten")
    form.submit()
    assert form.at.error == "Type the time like 09:40, or leave it empty."
    form.at.edit.setText("9:40")
    form.detail.edit.setText("Dermatology")
    form.submit()
    qtbot.waitUntil(lambda: "in 10 days" in words(page.visits))
    assert "Dermatology, 09:40" in words(page.visits)
    press_button(page.visits, "Appointment, Dermatology, 09:40, Thursday 3 December, in 10 days")
    press_button(page.visits, "Remove")
    qtbot.waitUntil(lambda: "No dates entered." in words(page.visits))
    session.undo.undo()
    qtbot.waitUntil(lambda: "in 10 days" in words(page.visits))


def test_a_pregnancy_test_is_shown_only_if_switched_on(
    page: CoursePage, session: Session, qtbot: QtBot
) -> None:
    visit = Visit("p", VisitKind.PREGNANCY_TEST, date(2026, 12, 1), None, "Monthly")
    session.jobs.wait(lambda: session.journal.visits.put(visit))
    page.enter()
    page.visits.open_form()
    assert page.visits.form is not None
    assert page.visits.form.kind.findText("Pregnancy test") < 0
    assert "Pregnancy test" not in words(page.visits)
    session.jobs.wait(lambda: session.journal.set_preferences(Preferences(pregnancy_test=True)))
    session.preferences_changed.emit()
    qtbot.waitUntil(lambda: "Pregnancy test" in words(page.visits))


def test_a_course_without_prescription_says_what_to_do(
    page: CoursePage, session: Session, qtbot: QtBot
) -> None:
    bare = Course(START)
    session.jobs.wait(lambda: session.journal.course.change(bare))
    session.jobs.wait(lambda: session.journal.labs.remove(TRIGLYCERIDES, ALT))
    tracked = Preferences(tracked=frozenset(Tracked))
    session.jobs.wait(lambda: session.journal.set_preferences(tracked))
    page.enter()
    sentence = "Add your prescription to see your dose so far."
    qtbot.waitUntil(lambda: sentence in words(page.prescription))
    empty = "No blood tests yet. Add results when you have the lab report."
    assert empty in words(page.labs)
