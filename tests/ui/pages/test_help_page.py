"""Who to call: the same page whatever was answered, with the patient's own numbers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from diary.journal import Journal
from diary.ui.pages.help_page import HelpPage
from diary.ui.session import Session
from tests.ui.keyboard import press, tab_to

Show = Callable[[QWidget], None]


@pytest.fixture
def page(session: Session, show: Show) -> HelpPage:
    page = HelpPage(session)
    show(page)
    page.enter()
    return page


def words_of(page: HelpPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def set_numbers(session: Session, contact: str, emergency: str) -> None:
    def choose(journal: Journal) -> None:
        new = replace(journal.preferences(), contact=contact, emergency_number=emergency)
        journal.set_preferences(new)

    session.jobs.wait(partial(choose, session.journal))


@pytest.mark.parametrize(
    "sign", ["low mood", "headache", "sight", "belly pain", "yellow skin", "blisters", "pregnancy"]
)
def test_every_reason_to_call_at_once_is_named(page: HelpPage, sign: str) -> None:
    assert sign in words_of(page)


def test_it_says_that_nobody_watches_the_diary(page: HelpPage) -> None:
    assert "Nobody watches this diary." in words_of(page)


def test_it_shows_the_patients_own_contact_and_emergency_number(
    page: HelpPage, session: Session, qtbot: QtBot
) -> None:
    set_numbers(session, "Dr Berg, 555 0142", "112")
    page.enter()
    qtbot.waitUntil(lambda: "Emergency number: 112" in words_of(page))
    assert "Dr Berg, 555 0142" in words_of(page)


def test_no_answer_changes_its_words(page: HelpPage, session: Session, qtbot: QtBot) -> None:
    before = words_of(page)
    record = partial(session.journal.days.record, date(2026, 11, 23), mood=0, note="very low")
    session.jobs.wait(record)
    page.enter()
    with qtbot.waitSignal(session.preferences_changed):
        session.preferences_changed.emit()
    session.jobs.wait(lambda: None)
    assert words_of(page) == before


def test_its_link_leads_to_the_settings(page: HelpPage, qtbot: QtBot) -> None:
    page.setFocus()
    page.focusNextChild()
    tab_to("Change in Settings")
    with qtbot.waitSignal(page.open_page) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == ["settings"]
