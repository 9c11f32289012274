"""A whole day is deleted after one question, and comes back by undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from diary.domain.day import Day
from diary.ui.pages.today.typed import TypedNote
from diary.ui.pages.today_page import TodayPage
from diary.ui.session import Session
from diary.ui.widgets.button import IconButton
from tests.ui.pages.today.reading import TODAY, Press, says, stored

ANSWERED = Day(TODAY, acne=4, mood=7, care=frozenset({"sunscreen"}), note="to be gone")


@pytest.fixture
def answered(page: TodayPage, session: Session, qtbot: QtBot) -> TodayPage:
    session.jobs.wait(lambda: session.journal.days.record_all([ANSWERED]))
    session.day_changed.emit(TODAY)
    qtbot.waitUntil(delete_button(page).isVisible)
    return page


def delete_button(page: TodayPage) -> IconButton:
    (button,) = [
        one for one in page.findChildren(IconButton) if one.accessibleName() == "Delete this day…"
    ]
    return button


def question(page: TodayPage) -> QMessageBox:
    box = page.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    return box


def answer(box: QMessageBox, text: str) -> None:
    (button,) = [one for one in box.findChildren(QPushButton) if one.text() == text]
    button.click()


def test_an_unanswered_day_offers_nothing_to_delete(page: TodayPage, press: Press) -> None:
    assert not delete_button(page).isVisible()
    press(Qt.Key.Key_5)
    press(Qt.Key.Key_Delete)
    assert not delete_button(page).isVisible()


def test_a_deleted_day_has_no_answer_left_and_comes_back_by_undo(
    answered: TodayPage, session: Session, qtbot: QtBot
) -> None:
    delete_button(answered).click()
    assert "Monday 23 November" in question(answered).text()
    assert "backups as long as you keep them" in question(answered).informativeText()
    assert stored(session) == ANSWERED
    answer(question(answered), "Delete")
    assert stored(session).is_empty
    qtbot.waitUntil(lambda: not delete_button(answered).isVisible())
    session.undo.undo()
    assert stored(session) == ANSWERED
    qtbot.waitUntil(says(answered, "Undone: day deleted"))


def test_cancel_deletes_nothing(answered: TodayPage, session: Session) -> None:
    delete_button(answered).click()
    answer(question(answered), "Cancel")
    assert stored(session) == ANSWERED
    assert not session.undo.canUndo()


def test_what_is_typed_when_the_day_is_deleted_comes_back_as_well(
    answered: TodayPage, session: Session
) -> None:
    note = answered.findChild(TypedNote)
    assert isinstance(note, TypedNote)
    note.setPlainText("typed last")
    delete_button(answered).click()
    answer(question(answered), "Delete")
    session.undo.undo()
    assert stored(session) == replace(ANSWERED, note="typed last")


def test_the_earlier_states_go_only_if_that_is_ticked(
    answered: TodayPage, session: Session
) -> None:
    journal = session.journal
    session.jobs.wait(lambda: journal.backups.keep_snapshot(now=True))
    (earlier,) = journal.backups.snapshots()
    delete_button(answered).click()
    answer(question(answered), "Delete")
    assert stored(session).is_empty
    assert journal.backups.snapshots() == [earlier]
    session.undo.undo()
    delete_button(answered).click()
    box = question(answered)
    tick = box.checkBox()
    assert isinstance(tick, QCheckBox)
    tick.setChecked(True)
    answer(box, "Delete")
    assert stored(session).is_empty
    (now,) = journal.backups.snapshots()
    assert now.number > earlier.number
