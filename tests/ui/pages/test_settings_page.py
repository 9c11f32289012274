"""Every setting is in the diary as soon as it is chosen, and can be taken back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from diary import log
from diary.domain.labs import LipidUnit
from diary.domain.preferences import Preferences, Tracked
from diary.journal import Journal
from diary.ui import theme
from diary.ui.pages.settings import SettingsPage
from diary.ui.pages.settings.folder_card import FolderCard
from diary.ui.session import Session
from tests.ui.keyboard import press, tab_to, type_text
from tests.ui.seen import says

SPACE, RIGHT = Qt.Key.Key_Space, Qt.Key.Key_Right


@pytest.fixture
def page(session: Session, show: Callable[[QWidget], None], qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(session)
    show(page)
    page.enter()
    qtbot.waitUntil(page.tracking.isVisible)
    page.tracking.first.setFocus()
    return page


def stored(session: Session) -> Preferences:
    return session.jobs.wait(session.journal.preferences)


def test_what_is_tracked_is_saved_at_once_and_undone_by_undo(
    page: SettingsPage, session: Session, qtbot: QtBot
) -> None:
    tab_to("Blood tests")
    press(SPACE)
    assert Tracked.LABS in stored(session).tracked
    session.undo.undo()
    qtbot.waitUntil(lambda: Tracked.LABS not in page.tracking.tracked())
    assert Tracked.LABS not in stored(session).tracked


def test_the_reminder_and_the_unit_of_blood_fats_are_saved(
    page: SettingsPage, session: Session
) -> None:
    tab_to("Show it under Coming up on the Course page")
    press(SPACE)
    tab_to("Blood fats, mmol/L")
    press(RIGHT)
    press(SPACE)
    assert stored(session).pregnancy_test
    assert stored(session).lipid_unit is LipidUnit.MG


def test_photos_can_be_covered_and_that_can_be_taken_back(
    page: SettingsPage, session: Session, qtbot: QtBot
) -> None:
    tab_to("Cover photos until I click")
    press(SPACE)
    assert stored(session).cover_photos
    session.undo.undo()
    qtbot.waitUntil(lambda: not page.cover_photos.isChecked())
    assert not stored(session).cover_photos


def test_words_are_saved_when_their_field_is_left(page: SettingsPage, session: Session) -> None:
    tab_to("Name")
    type_text("Ada Lind")
    tab_to("Your contact")
    type_text("Dr Berg, 555 0142")
    tab_to("Emergency number")
    type_text("112")
    page.commit_pending()
    saved = stored(session)
    assert (saved.name, saved.contact, saved.emergency_number) == (
        "Ada Lind",
        "Dr Berg, 555 0142",
        "112",
    )


def test_a_date_of_birth_is_saved_and_taken_back(
    page: SettingsPage, session: Session, qtbot: QtBot
) -> None:
    page.report.fill(Preferences(born=date(1999, 5, 17)), date(2026, 11, 23))
    page.commit_pending()
    assert stored(session).born == date(1999, 5, 17)
    session.undo.undo()
    assert stored(session).born is None


def test_undo_never_writes_over_what_is_being_typed(
    page: SettingsPage, session: Session, qtbot: QtBot
) -> None:
    tab_to("Mood")
    press(SPACE)
    tab_to("Name")
    type_text("Ada")
    session.undo.undo()
    qtbot.waitUntil(lambda: Tracked.MOOD in page.tracking.tracked())
    page.commit_pending()
    assert stored(session).name == "Ada"


def test_the_lock_is_not_offered_where_there_is_nothing_to_lock(page: SettingsPage) -> None:
    assert not page.idle.isVisible()


def test_the_look_changes_at_once(page: SettingsPage) -> None:
    tab_to("Appearance, Light")
    press(RIGHT)
    press(SPACE)
    assert theme.current().scheme is theme.Scheme.DARK


def test_a_backup_is_said_to_be_saved_once_it_was_read_back(
    page: SettingsPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    page.backup.save(tmp_path / "diary.skinbackup")
    assert not page.backup.button.isEnabled()
    qtbot.waitUntil(lambda: says(page, "Last backup: 23 November 2026, 08:14"))
    assert says(page, "Read back whole: 0 photos")
    assert page.backup.button.isEnabled()
    restored = Journal.restore(tmp_path / "diary.skinbackup", tmp_path / "again.skindiary")
    restored.close()


def test_a_backup_that_cannot_be_written_says_so(
    page: SettingsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.backup.save(tmp_path / "nowhere" / "diary.skinbackup")
    qtbot.waitUntil(lambda: says(page, "Not saved."))
    assert page.backup.button.isEnabled()


def test_a_long_path_makes_no_page_wider(show: Callable[[QWidget], None]) -> None:
    card = FolderCard(Path("/home", *["2026"] * 40, "mine.skindiary"))
    show(card)
    assert card.minimumSizeHint().width() < 300


def test_the_log_is_copied_for_a_message(page: SettingsPage, tmp_path: Path) -> None:
    tab_to("Copy the log")
    press(SPACE)
    assert says(page, "The log is empty: no mistake was noticed.")
    log.start(tmp_path / "log.txt")
    log.LOG.error("ValueError at days.py:7 record")
    press(SPACE)
    log.stop()
    assert says(page, "Copied. Paste it into your message.")
    assert QApplication.clipboard().text().endswith("ERROR ValueError at days.py:7 record\n")
