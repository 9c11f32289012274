"""First run: from an empty window to a diary of one's own."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.course import Course, Step, Target, Weight
from diary.domain.preferences import Tracked
from diary.journal import Journal, needs_passphrase
from diary.ui.dialogs.welcome import Welcome
from diary.ui.diary_view import DiaryView
from diary.ui.main_window import MainWindow
from tests.ui.conftest import NOW
from tests.ui.keyboard import focused, name_of, press, tab_to, type_text
from tests.ui.seen import says

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
TODAY = NOW.date()
WORDS = "correct horse battery"
Show = Callable[[QWidget], None]
Click = Callable[[QWidget], None]


@pytest.fixture
def welcome(window: MainWindow, show: Show) -> Welcome:
    window.show_welcome()
    show(window)
    shown = window.centralWidget()
    assert isinstance(shown, Welcome)
    return shown


def fill_protection(welcome: Welcome) -> None:
    """Everything the second step asks for."""
    step = welcome.protect
    step.new_passphrase.first.edit.setText(WORDS)
    step.new_passphrase.second.edit.setText(WORDS)
    assert step.recovery_code is not None
    groups = step.recovery_code.split()
    for place, field in zip(
        step.new_code.typed_back.places, step.new_code.typed_back.fields, strict=True
    ):
        field.edit.setText(groups[place])
    step.new_code.written_down.setChecked(True)


def test_a_diary_is_made_by_keyboard_and_opens_on_today(
    window: MainWindow, welcome: Welcome, qtbot: QtBot, tmp_path: Path
) -> None:
    tab_to("Dose")
    type_text("40")
    tab_to("Body weight")
    type_text("68")
    tab_to("Target for the course")
    type_text("120-150")
    press(ENTER)
    tab_to("Passphrase")
    type_text(WORDS)
    press(ENTER)
    type_text(WORDS)
    code = welcome.protect.recovery_code
    assert code is not None
    for place in welcome.protect.new_code.typed_back.places:
        tab_to(f"Group {place + 1} of the code")
        type_text(code.split()[place])
    tab_to("I have printed it or written it down")
    press(SPACE)
    tab_to("Continue")
    press(ENTER)
    tab_to("Counting spots")
    press(SPACE)
    tab_to("Create my diary")
    press(ENTER)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), DiaryView), timeout=30_000)
    window.close()
    journal = Journal.open(tmp_path / "new.skindiary", recovery_code=code)
    assert journal.course.get() == Course(
        TODAY, "Isotretinoin", (Step(TODAY, 40),), (Weight(TODAY, 68),), Target(120, 150)
    )
    assert Tracked.COUNTS in journal.preferences().tracked
    assert needs_passphrase(tmp_path / "new.skindiary")
    journal.close()


def test_without_a_passphrase_there_is_no_code_and_the_window_says_who_can_read(
    window: MainWindow, welcome: Welcome, qtbot: QtBot, click: Click, tmp_path: Path
) -> None:
    welcome.course.dose.edit.setText("40")
    welcome.go_on()
    tab_to("No passphrase. Anyone who can use this account can read this diary.")
    press(SPACE)
    assert not welcome.protect.new_code.card.isVisible()
    welcome.go_on()
    welcome.go_on()
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), DiaryView), timeout=30_000)
    qtbot.waitUntil(lambda: says(window, "Anyone who can use this account can read this diary."))
    assert not needs_passphrase(tmp_path / "new.skindiary")


def test_the_step_on_the_course_works_out_the_dose_and_the_day(welcome: Welcome) -> None:
    welcome.course.start.set_value(TODAY - timedelta(days=53))
    welcome.course.dose.edit.setText("40")
    welcome.course.weight.edit.setText("68")
    assert says(welcome, "That is <b>0.59 mg/kg a day</b>.")
    assert says(welcome, "Today would be <b>day 54</b> of your course.")


def test_a_course_still_to_come_is_told_its_first_day(welcome: Welcome) -> None:
    welcome.course.start.set_value(date(2026, 12, 3))
    welcome.course.dose.edit.setText("40")
    assert says(welcome, "Your course starts on <b>3 Dec</b>.")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("Dose", "", "Enter the dose in mg a day."),
        ("Dose", "forty", "“forty” is not a number."),
        ("Dose", "4000", "Enter a daily dose between 0 and 300 mg."),
        ("Body weight", "680", "Enter a weight between 25 and 300 kg."),
        ("Target for the course", "150-120", "Enter a target such as 120–150"),
    ],
)
def test_what_cannot_be_is_said_beneath_its_field(
    welcome: Welcome, field: str, typed: str, sentence: str
) -> None:
    if field != "Dose":
        welcome.course.dose.edit.setText("40")
    tab_to(field)
    type_text(typed)
    welcome.go_on()
    assert says(welcome, sentence)
    assert name_of(focused()) == field


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        ("short", "The passphrase needs at least 10 characters."),
        ("different", "The two passphrases are not the same."),
        ("group", "Type group"),
        ("tick", "Print the recovery code or write it down, then tick the box."),
    ],
)
def test_continuing_needs_two_equal_passphrases_two_groups_and_the_tick(
    welcome: Welcome, spoil: str, sentence: str
) -> None:
    welcome.course.dose.edit.setText("40")
    welcome.go_on()
    fill_protection(welcome)
    step = welcome.protect
    if spoil == "short":
        step.new_passphrase.first.edit.setText("horse")
    elif spoil == "different":
        step.new_passphrase.second.edit.setText("correct horse batteries")
    elif spoil == "group":
        step.new_code.typed_back.fields[1].edit.setText("000000")
    else:
        step.new_code.written_down.setChecked(False)
    welcome.go_on()
    assert says(welcome, sentence)
    assert says(welcome, "Step 2 of 3")


def test_the_groups_asked_for_are_covered_while_they_are_typed_back(welcome: Welcome) -> None:
    welcome.course.dose.edit.setText("40")
    welcome.go_on()
    step = welcome.protect
    assert step.recovery_code is not None
    asked = step.recovery_code.split()[step.new_code.typed_back.places[0]]
    assert says(step.new_code.card, asked)
    tab_to(f"Group {step.new_code.typed_back.places[0] + 1} of the code")
    assert not says(step.new_code.card, asked)
    tab_to("I have printed it or written it down")
    assert says(step.new_code.card, asked)


def test_copy_puts_the_whole_code_on_the_clipboard(welcome: Welcome) -> None:
    welcome.course.dose.edit.setText("40")
    welcome.go_on()
    tab_to("Copy")
    press(ENTER)
    assert QGuiApplication.clipboard().text() == welcome.protect.recovery_code
    QGuiApplication.clipboard().clear()


def test_going_back_keeps_what_was_entered(welcome: Welcome) -> None:
    welcome.course.dose.edit.setText("40")
    welcome.go_on()
    tab_to("Back")
    press(ENTER)
    assert says(welcome, "Step 1 of 3")
    assert welcome.course.dose.text() == "40"


def test_sample_data_is_offered_on_the_first_step_only(welcome: Welcome) -> None:
    def offered() -> bool:
        return any(
            button.text() == "Look around with sample data" and button.isVisible()
            for button in welcome.findChildren(QPushButton)
        )

    assert offered()
    welcome.course.dose.edit.setText("40")
    welcome.go_on()
    assert not offered()


def test_a_place_that_cannot_be_written_is_said_and_nothing_typed_is_lost(
    welcome: Welcome, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "new.skindiary").write_text("something else")
    welcome.course.dose.edit.setText("40")
    welcome.go_on()
    welcome.protect.no_passphrase.setChecked(True)
    welcome.go_on()
    welcome.go_on()
    qtbot.waitUntil(lambda: says(window, "already exists. Choose another name."))
    assert welcome.next.isEnabled()
    assert welcome.course.dose.text() == "40"


def test_a_synced_folder_is_told_before_a_diary_is_made_in_it(
    window: MainWindow, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / ".sync_0a1b.db").touch()
    own = tmp_path.parent / "a folder of my own"
    own.mkdir()
    window.show_welcome()
    show(window)
    welcome = window.centralWidget()
    assert isinstance(welcome, Welcome)
    said = welcome.place.accessibleName()
    assert "lies in a folder that Nextcloud copies while you write" in said
    tab_to(said)
    press(ENTER)
    (dialog,) = welcome.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(own))
    dialog.reject()
    assert not welcome.place.isVisible()
    welcome.course.dose.edit.setText("40")
    welcome.go_on()
    welcome.protect.no_passphrase.setChecked(True)
    welcome.go_on()
    welcome.go_on()
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), DiaryView))
    assert window.last_diary() == own / "new.skindiary"
