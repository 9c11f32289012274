"""The window as a whole: its pages, its keys and its notices."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.preferences import Tracked
from diary.journal import Journal
from diary.ui import theme
from diary.ui.dialogs.welcome import Welcome
from diary.ui.diary_view import DiaryView
from diary.ui.main_window import MainWindow
from diary.ui.settings import SCHEME
from tests.ui.conftest import NOW
from tests.ui.full_disk import TOO_LONG, full_disk
from tests.ui.keyboard import press, tab_to
from tests.ui.seen import SLOW, is_locked, is_open, says, view_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TODAY = NOW.date()

Show = Callable[[QWidget], None]


def rail_names(window: MainWindow) -> list[str]:
    items = window.findChildren(QToolButton)
    shown = [item for item in items if item.property("rail") == "true" and item.isVisible()]
    return [item.accessibleName() for item in shown]


def test_the_title_says_nothing_but_the_name_on_every_page(opened: MainWindow) -> None:
    for name in ("photos", "course", "settings", "help"):
        view_of(opened).show_page(name)
        assert opened.windowTitle() == "Skin Diary"


def test_ctrl_and_a_number_open_the_pages_in_the_order_of_the_rail(opened: MainWindow) -> None:
    shown = []
    for key in (Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_Comma, Qt.Key.Key_1):
        QTest.keyClick(opened, key, CTRL)
        shown.append(type(view_of(opened).page).__name__)
    assert shown == ["PhotosPage", "CoursePage", "SettingsPage", "TodayPage"]


def test_a_page_comes_back_as_it_was_left(opened: MainWindow) -> None:
    settings = view_of(opened)
    settings.show_page("settings")
    first = settings.page
    settings.show_page("today")
    settings.show_page("settings")
    assert settings.page is first


def test_undo_and_redo_keys_work_on_any_page(opened: MainWindow, qtbot: QtBot) -> None:
    view = view_of(opened)
    stored = partial(view.session.jobs.wait, view.session.journal.preferences)
    usual = stored().tracked
    view.show_page("settings")
    qtbot.waitUntil(lambda: says(opened, "Appearance"))
    tab_to("Mood")
    press(Qt.Key.Key_Space)
    assert stored().tracked == usual - {Tracked.MOOD}
    QTest.keyClick(opened, Qt.Key.Key_Z, CTRL)
    assert stored().tracked == usual
    QTest.keyClick(opened, Qt.Key.Key_Z, CTRL | SHIFT)
    assert stored().tracked == usual - {Tracked.MOOD}
    QTest.keyClick(opened, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(opened, Qt.Key.Key_Y, CTRL)
    assert stored().tracked == usual - {Tracked.MOOD}


def test_a_diary_without_a_passphrase_offers_no_lock(opened: MainWindow) -> None:
    assert rail_names(opened) == ["Today", "Photos", "Progress", "Course", "Report", "Settings"]
    QTest.keyClick(opened, Qt.Key.Key_L, CTRL)
    assert is_open(opened)


def test_in_a_narrow_window_the_rail_keeps_its_names_as_tool_tips(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.resize(960, 640)
    today = next(
        item for item in opened.findChildren(QToolButton) if item.accessibleName() == "Today"
    )
    qtbot.waitUntil(lambda: today.width() < 60)
    assert today.toolTip() == "Today"
    opened.resize(1280, 832)
    qtbot.waitUntil(lambda: today.width() > 150)


def test_a_full_disk_is_said_on_every_page_until_there_is_room(
    opened: MainWindow, qtbot: QtBot
) -> None:
    view = view_of(opened)
    view.show_page("settings")
    with full_disk(), qtbot.waitSignal(view.session.save_failed):
        write_note(view, TOO_LONG)
    assert says(opened, "Not saved.")
    tab_to("Try again")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not says(opened, "Not saved."))


def test_while_the_disk_is_full_the_diary_neither_locks_nor_closes_by_itself(
    unlocked: MainWindow, qtbot: QtBot
) -> None:
    with full_disk():
        write_note(view_of(unlocked), TOO_LONG)
        unlocked.lock_by_itself("Locked with your computer")
        assert is_open(unlocked)
        assert not unlocked.close()
        question = unlocked.findChild(QMessageBox)
        assert isinstance(question, QMessageBox)
        assert question.text().startswith("Not saved.")
        question.reject()
    unlocked.lock()
    assert is_locked(unlocked)


def test_who_asks_to_lock_while_the_disk_is_full_is_told_that_the_diary_is_still_open(
    unlocked: MainWindow,
) -> None:
    with full_disk():
        write_note(view_of(unlocked), TOO_LONG)
        unlocked.lock()
        assert is_open(unlocked)
        told = unlocked.findChild(QMessageBox)
    assert isinstance(told, QMessageBox)
    assert told.text().startswith("Not saved.")
    assert told.informativeText() == "The diary is still open."


def test_unsaved_answers_are_given_up_only_when_the_patient_says_so(
    opened: MainWindow, qtbot: QtBot, open_folder: Path
) -> None:
    with full_disk():
        write_note(view_of(opened), TOO_LONG)
        opened.close()
        agree = next(
            button
            for button in opened.findChildren(QPushButton)
            if button.text() == "Close without saving"
        )
        agree.click()
        qtbot.waitUntil(lambda: not opened.isVisible())
    Journal.open(open_folder).close()


def test_looking_around_ends_with_a_diary_of_ones_own(
    window: MainWindow, show: Show, qtbot: QtBot
) -> None:
    window.show_welcome()
    show(window)
    tab_to("Look around with sample data")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_open(window), timeout=SLOW)
    qtbot.waitUntil(lambda: says(window, "Sample data, nothing is saved."))
    assert window.last_diary() is None
    QTest.keyClick(window, Qt.Key.Key_Comma, CTRL)
    tab_to("Start my diary")
    press(Qt.Key.Key_Return)
    assert isinstance(window.centralWidget(), Welcome)


def test_the_chosen_look_and_the_last_diary_are_remembered(
    opened: MainWindow, open_folder: Path, qapp: QApplication
) -> None:
    theme.current().set_look(theme.Scheme.DARK, 1)
    assert opened.settings.get(SCHEME) == "dark"
    assert opened.last_diary() == open_folder


def test_closing_lets_the_next_program_open_the_diary(
    opened: MainWindow, open_folder: Path
) -> None:
    assert opened.close()
    Journal.open(open_folder).close()


def write_note(view: DiaryView, note: str) -> None:
    view.session.push("notes", partial(_write, note), partial(_write, ""), changed=_nothing)


def _write(note: str, journal: Journal) -> None:
    journal.days.record(TODAY, note=note)


def _nothing() -> None:
    pass
