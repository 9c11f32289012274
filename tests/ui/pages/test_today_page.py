"""A patient answers the day's questions, and what they see is what the vault holds."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.day import Dose, DoseState
from diary.domain.preferences import Preferences, Tracked
from diary.domain.scales import Severity
from diary.journal import Journal
from diary.ui import rail
from diary.ui.diary_view import DiaryView
from diary.ui.main_window import USUAL
from diary.ui.pages.table import entries
from diary.ui.pages.today.typed import TypedNote
from diary.ui.pages.today_page import TodayPage
from diary.ui.session import Session
from diary.ui.widgets.card import Card
from diary.ui.widgets.day_button import DayButton
from diary.ui.widgets.week_strip import WeekStrip
from tests.ui.full_disk import TOO_LONG, full_disk
from tests.ui.pages.today.reading import (
    TODAY,
    YESTERDAY,
    Click,
    Press,
    button,
    button_text,
    chips_on,
    focus_name,
    focused,
    record,
    says,
    stored,
)

DOWN, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Space


def test_a_whole_day_takes_thirteen_keys_and_is_in_the_vault_afterwards(
    page: TodayPage, session: Session, folder: Path, press: Press
) -> None:
    keys = (*"4", DOWN, *"6", DOWN, *"4", DOWN, *"2", DOWN, *"3", DOWN, *"7", DOWN, SPACE)
    press(*(Qt.Key(ord(key)) if isinstance(key, str) else key for key in keys))
    assert len(keys) == 13
    page.commit_pending()
    assert session.close() is None
    reopened = Journal.open(folder)
    day = reopened.days.get(TODAY)
    reopened.close()
    assert [day.acne, day.lips, day.skin, day.eyes, day.nose, day.mood] == [4, 6, 4, 2, 3, 7]
    assert day.dose == Dose(DoseState.TAKEN, 40, with_food=True)


def test_the_foot_says_saved_only_once_the_answer_is_on_disk(
    page: TodayPage, session: Session, press: Press, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.saved):
        press(Qt.Key.Key_5)
        assert not says(page, "Saved")()
    assert says(page, "Saved 08:14 · Ctrl+Z to undo")()
    assert stored(session).acne == 5


def test_one_then_zero_answers_ten(page: TodayPage, session: Session, press: Press) -> None:
    press(Qt.Key.Key_1, Qt.Key.Key_0)
    assert stored(session).acne == 10


def test_not_answered_none_at_all_and_skipped_are_three_things(
    page: TodayPage, session: Session, click: Click
) -> None:
    assert stored(session).is_empty
    QTest.keyClick(focused(), Qt.Key.Key_0)
    click(button(page, "Skipped"))
    day = stored(session)
    assert day.acne == 0
    assert day.lips is None
    assert day.dose == Dose(DoseState.SKIPPED, 0)


def test_del_takes_an_answer_back(page: TodayPage, session: Session, press: Press) -> None:
    press(Qt.Key.Key_6)
    assert stored(session).acne == 6
    press(Qt.Key.Key_Delete)
    assert stored(session).acne is None


def test_undo_says_what_it_took_back_and_redo_gives_it_again(
    page: TodayPage, session: Session, press: Press, qtbot: QtBot
) -> None:
    press(DOWN, Qt.Key.Key_5, Qt.Key.Key_6)
    session.undo.undo()
    assert stored(session).lips == 5
    qtbot.waitUntil(says(page, "Undone: lips 6"))
    qtbot.waitUntil(lambda: focus_name() == "Lips dryness, 5 of 10")
    session.undo.redo()
    assert stored(session).lips == 6
    qtbot.waitUntil(says(page, "Done again: lips 6"))


def test_undo_of_another_day_names_the_day(
    page: TodayPage, session: Session, press: Press, qtbot: QtBot
) -> None:
    page.show_day(YESTERDAY)
    qtbot.waitUntil(says(page, "Sunday 22 November"))
    press(Qt.Key.Key_5)
    session.undo.undo()
    qtbot.waitUntil(says(page, "Undone: acne 5, 22 Nov"))


def test_another_day_shows_and_takes_its_own_answers(
    page: TodayPage, session: Session, press: Press, qtbot: QtBot
) -> None:
    record(session, YESTERDAY, acne=7)
    page.show_day(YESTERDAY)
    qtbot.waitUntil(says(page, "Sunday 22 November"))
    assert says(page, "Day 53 of your course · week 8")()
    assert focus_name() == "Acne, 7 of 10"
    press(DOWN, Qt.Key.Key_2)
    assert stored(session, YESTERDAY).lips == 2
    assert stored(session).is_empty


def test_the_days_before_the_first_dose_have_no_number(
    page: TodayPage, session: Session, qtbot: QtBot
) -> None:
    page.show_day(date(2026, 9, 30))
    qtbot.waitUntil(says(page, "Before your course"))


def test_the_strip_leads_to_another_day(page: TodayPage, qtbot: QtBot) -> None:
    strip = page.findChild(WeekStrip)
    assert isinstance(strip, WeekStrip)
    strip.take_focus()
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    qtbot.waitUntil(says(page, "Sunday 22 November"))


def test_after_a_click_on_a_day_the_keys_answer_its_questions(
    page: TodayPage, session: Session, click: Click, press: Press, qtbot: QtBot
) -> None:
    strip = page.findChild(WeekStrip)
    assert isinstance(strip, WeekStrip)
    (day,) = [each for each in strip.findChildren(DayButton) if each.day == YESTERDAY]
    click(day)
    qtbot.waitUntil(lambda: focus_name() == "Acne, not answered")
    press(Qt.Key.Key_6)

    assert stored(session, YESTERDAY).acne == 6
    assert stored(session).acne is None


def test_down_leads_from_the_day_to_its_questions(
    page: TodayPage, press: Press, qtbot: QtBot
) -> None:
    strip = page.findChild(WeekStrip)
    assert isinstance(strip, WeekStrip)
    strip.take_focus()
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: focus_name() == "Acne, not answered")
    assert says(page, "Sunday 22 November")()


def test_yesterdays_answers_are_spoken(page: TodayPage, session: Session, qtbot: QtBot) -> None:
    record(session, YESTERDAY, acne=5)
    page.enter()
    qtbot.waitUntil(lambda: focus_name() == "Acne, not answered, yesterday 5")


def test_on_another_day_the_mark_is_spoken_as_the_day_before(
    page: TodayPage, session: Session, qtbot: QtBot
) -> None:
    record(session, YESTERDAY - timedelta(days=1), acne=5)
    page.show_day(YESTERDAY)
    qtbot.waitUntil(lambda: focus_name() == "Acne, not answered, the day before 5")


def test_a_note_is_saved_while_it_is_typed_and_undone_at_once(
    page: TodayPage, session: Session, qtbot: QtBot
) -> None:
    note = page.findChild(TypedNote)
    assert isinstance(note, TypedNote)
    note.setFocus()
    with qtbot.waitSignal(session.saved):
        QTest.keyClicks(note, "Ask about sun")
    QTest.keyClicks(note, "screen")
    page.commit_pending()
    assert stored(session).note == "Ask about sunscreen"
    session.undo.undo()
    assert stored(session).note == ""
    qtbot.waitUntil(lambda: note.toPlainText() == "")


def test_what_the_disk_refuses_stays_on_the_page_until_it_can_be_saved(
    page: TodayPage, session: Session, press: Press, click: Click, qtbot: QtBot
) -> None:
    note = page.findChild(TypedNote)
    assert isinstance(note, TypedNote)
    with full_disk():
        with qtbot.waitSignal(session.save_failed):
            note.setPlainText(TOO_LONG)
        assert says(page, "Not saved.")()
        assert says(page, "Your answers are kept here until they can be saved.")()
    press(Qt.Key.Key_5)
    page.show_day(YESTERDAY)
    qtbot.waitUntil(says(page, "Sunday 22 November"))
    page.show_day(TODAY)
    qtbot.waitUntil(says(page, "Monday 23 November"))
    assert note.toPlainText() == TOO_LONG
    assert stored(session).is_empty
    with qtbot.waitSignal(session.saved):
        click(button(page, "Try again"))
    assert stored(session).acne == 5
    assert stored(session).note == TOO_LONG


def test_a_different_dose_is_recorded_with_its_mg_food_and_reason(
    page: TodayPage, session: Session, click: Click
) -> None:
    click(button(page, "Different…"))
    assert stored(session).dose is None
    assert focus_name() == "Dose in mg"
    QTest.keyClicks(focused(), "20")
    click(button(page, "No"))
    page.commit_pending()
    assert stored(session).dose == Dose(DoseState.DIFFERENT, 20, with_food=False)


def test_a_dose_that_cannot_be_is_refused_in_words(
    page: TodayPage, session: Session, click: Click
) -> None:
    click(button(page, "Different…"))
    QTest.keyClicks(focused(), "4000")
    page.commit_pending()
    assert says(page, "Enter the mg as a number between 0 and 300.")()
    assert stored(session).dose is None


def test_without_a_prescription_the_mg_of_a_taken_dose_are_asked(
    page: TodayPage, session: Session, click: Click, qtbot: QtBot
) -> None:
    page.show_day(date(2026, 9, 30))
    qtbot.waitUntil(says(page, "No prescription is entered for this day"))
    click(button(page, "Taken"))
    QTest.keyClicks(focused(), "30")
    page.commit_pending()
    assert stored(session, date(2026, 9, 30)).dose == Dose(DoseState.TAKEN, 30)


def test_the_sum_of_doses_says_how_many_days_are_without_a_record(
    page: TodayPage, session: Session, click: Click, qtbot: QtBot
) -> None:
    click(button(page, "Taken"))
    qtbot.waitUntil(says(page, "So far 40 mg, 1 mg/kg"))
    sum_so_far = next(each for each in page.findChildren(QLabel) if "So far" in each.text())
    assert "53 days without a record" in sum_so_far.accessibleName()


def test_a_symptom_asks_how_severe_it_was_and_goes_without_an_answer(
    page: TodayPage, session: Session, click: Click
) -> None:
    click(button(page, "Headache"))
    assert stored(session).symptoms == {"headache": None}
    click(button(page, "Mild"))
    assert stored(session).symptoms == {"headache": Severity.MILD}
    click(button(page, "Headache"))
    assert stored(session).symptoms == {}


def test_the_patients_own_word_becomes_a_symptom(
    page: TodayPage, session: Session, click: Click, press: Press, qtbot: QtBot
) -> None:
    click(button(page, "Other…"))
    QTest.keyClicks(focused(), "Night blindness")
    press(Qt.Key.Key_Return)
    assert stored(session).symptoms == {"Night blindness": None}
    qtbot.waitUntil(lambda: "Night blindness" in chips_on(page))


def test_care_is_switched_on_and_off(page: TodayPage, session: Session, click: Click) -> None:
    click(button(page, "Lip balm"))
    assert stored(session).care == {"lip_balm"}
    click(button(page, "Lip balm"))
    assert stored(session).care == frozenset()


def test_what_is_not_tracked_is_not_asked_and_the_keyboard_passes_over_it(
    page: TodayPage, session: Session, press: Press, qtbot: QtBot
) -> None:
    preferences = Preferences(tracked=frozenset({Tracked.ACNE, Tracked.MOOD}))
    session.jobs.wait(partial(session.journal.set_preferences, preferences))
    session.preferences_changed.emit()
    qtbot.waitUntil(lambda: not says(page, "Dryness")())
    press(DOWN)
    assert focus_name() == "Mood, not answered"
    assert not says(page, "Inflamed spots")()


def test_the_line_under_mood_leads_to_whom_to_call(
    page: TodayPage, click: Click, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.open_page) as opened:
        click(button(page, "Who to call"))
    assert opened.args == ["help"]


def test_tab_goes_through_the_page_as_it_is_read(
    page: TodayPage, click: Click, press: Press, qtbot: QtBot
) -> None:
    click(button(page, "Headache"))
    qtbot.waitUntil(says(page, "Headache"))
    strip = page.findChild(WeekStrip)
    assert isinstance(strip, WeekStrip)
    strip.take_focus()
    names = [focus_name()]
    while not names[-1].startswith("Choose files"):
        press(Qt.Key.Key_Tab)
        names.append(focused().accessibleName() or button_text(focused()))
        assert len(names) < 60, names
    landmarks = [
        "Monday 23 November",
        "Acne",
        "Lips dryness",
        "Nose dryness",
        "Mood",
        "Who to call",
        "Dose, Taken",
        "Nosebleed",
        "Other…",
        "Headache, Mild",
        "Moisturiser",
        "Other medicines",
        "Notes",
        "Front, no photo",
        "Choose files…",
    ]
    places = [
        next(n for n, name in enumerate(names) if name.startswith(mark)) for mark in landmarks
    ]
    assert places == sorted(places)


def test_ctrl_z_in_the_note_takes_back_the_words(
    session: Session, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    view = DiaryView(session, entries(), protected=False)
    show(view)
    view.show_page("today")
    qtbot.waitUntil(lambda: focus_name().startswith("Acne"))
    note = view.findChild(TypedNote)
    assert isinstance(note, TypedNote)
    note.setFocus()
    QTest.keyClicks(note, "Ask about sunscreen")
    QTest.keyClick(note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(session).note == ""
    qtbot.waitUntil(lambda: note.toPlainText() == "")


def test_everything_fits_the_window_as_drawn_without_scrolling(
    page: TodayPage, qtbot: QtBot
) -> None:
    page.resize(USUAL.width() - rail.WIDE, USUAL.height())
    qtbot.waitUntil(lambda: page.width() == USUAL.width() - rail.WIDE)
    assert page.scroll_area.verticalScrollBar().maximum() == 0
    left, middle, right = (
        next(card for card in page.findChildren(Card) if card.accessibleName() == title)
        for title in ("Mood", "Notes", "Today’s photos")
    )
    feet = {card.mapTo(page, card.rect().bottomLeft()).y() for card in (left, middle, right)}
    assert len(feet) == 1


def test_in_a_narrow_window_the_cards_stand_in_one_column(page: TodayPage, qtbot: QtBot) -> None:
    page.resize(600, 640)
    qtbot.waitUntil(says(page, "Mon 23 Nov"))
    cards = [card for card in page.findChildren(Card) if card.isVisible()]
    qtbot.waitUntil(lambda: len({card.mapTo(page, QPoint(0, 0)).x() for card in cards}) == 1)
    assert page.scroll_area.horizontalScrollBar().maximum() == 0


def test_every_control_of_the_page_has_a_spoken_name(page: TodayPage, click: Click) -> None:
    click(button(page, "Headache"))
    click(button(page, "Different…"))
    controls = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    nameless = [widget for widget in controls if not spoken_name(widget)]
    assert len(controls) > 20
    assert nameless == []


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""
