"""The scale is answered as a patient does: with the mouse and the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from diary.ui.widgets.marker import Series
from diary.ui.widgets.scale import Scale
from diary.ui.widgets.scale_cell import ScaleCell

Key = Qt.Key
Press = Callable[..., None]
Click = Callable[[QWidget], None]
Show = Callable[[QWidget], None]


class Question(QWidget):
    """A scale between two fields, and what it told."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = QLineEdit(), QLineEdit()
        self.scale = Scale("Lips dryness", Series.DRYNESS, "0 none", "10 worst")
        self.told: list[int | None] = []
        self.scale.answered.connect(self.told.append)
        rows = QVBoxLayout(self)
        for widget in (self.before, self.scale, self.after):
            rows.addWidget(widget)

    def cell(self, number: int) -> ScaleCell:
        return self.scale.findChildren(ScaleCell)[number]


@pytest.fixture
def question(show: Show) -> Question:
    window = Question()
    show(window)
    window.before.setFocus()
    return window


def shown(question: Question) -> list[int]:
    return [cell.number for cell in question.scale.findChildren(ScaleCell) if cell.isChecked()]


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_a_question_starts_without_an_answer(question: Question) -> None:
    assert shown(question) == []
    assert question.scale.value is None


def test_a_digit_answers_at_once(question: Question, press: Press) -> None:
    press(Key.Key_Tab, Key.Key_6)
    assert (question.told, shown(question)) == ([6], [6])


def test_a_row_is_one_tab_stop(question: Question, press: Press) -> None:
    press(Key.Key_Tab, Key.Key_Tab)
    assert question.after.hasFocus()


def test_tab_returns_to_the_chosen_number(question: Question, press: Press) -> None:
    press(Key.Key_Tab, Key.Key_7, Key.Key_Tab, Key.Key_Backtab)
    assert question.cell(7).hasFocus()


def test_one_and_then_zero_is_ten(question: Question, press: Press) -> None:
    press(Key.Key_Tab, Key.Key_1, Key.Key_0)
    assert (question.told, shown(question)) == ([10], [10])


def test_a_one_is_shown_but_not_told_before_its_time_is_over(
    question: Question, press: Press, qtbot: QtBot
) -> None:
    press(Key.Key_Tab)
    with qtbot.waitSignal(question.scale.answered) as answer:
        press(Key.Key_1)
        assert (question.told, shown(question)) == ([], [1])
    assert answer.args == [1]


def test_another_key_makes_the_waiting_one_an_answer(question: Question, press: Press) -> None:
    press(Key.Key_Tab, Key.Key_1, Key.Key_5)
    assert question.told == [1, 5]


def test_leaving_the_row_makes_the_waiting_one_an_answer(question: Question, press: Press) -> None:
    press(Key.Key_Tab, Key.Key_1, Key.Key_Tab)
    assert question.told == [1]


def test_closing_makes_the_waiting_one_an_answer(question: Question, press: Press) -> None:
    press(Key.Key_Tab, Key.Key_1)
    question.scale.commit_pending()
    assert (question.told, question.scale.value) == ([1], 1)


def test_a_reload_does_not_swallow_the_waiting_one(question: Question, press: Press) -> None:
    press(Key.Key_Tab, Key.Key_1)
    question.scale.set_value(None)
    assert shown(question) == [1]
    question.scale.commit_pending()
    assert question.told == [1]


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_takes_the_answer_back(question: Question, press: Press, key: Qt.Key) -> None:
    press(Key.Key_Tab, Key.Key_0, key)
    assert (question.told, shown(question)) == ([0, None], [])


def test_a_click_answers_and_a_second_click_takes_it_back(question: Question, click: Click) -> None:
    for _ in range(2):
        click(question.cell(4))
    assert (question.told, shown(question)) == ([4, None], [])


def test_arrows_move_and_space_answers(question: Question, press: Press) -> None:
    press(Key.Key_Tab, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left)
    assert question.told == []
    press(Key.Key_Space)
    assert question.told == [2]


def test_up_and_down_ask_for_the_neighbouring_question(
    question: Question, press: Press, qtbot: QtBot
) -> None:
    press(Key.Key_Tab)
    with qtbot.waitSignal(question.scale.next_requested):
        press(Key.Key_Down)
    with qtbot.waitSignal(question.scale.previous_requested):
        press(Key.Key_Up)


def test_commands_are_left_to_the_window(question: Question) -> None:
    question.scale.take_focus()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert question.told == []


def test_a_saved_answer_is_shown_without_being_told(question: Question) -> None:
    question.scale.set_value(8)
    assert (question.told, shown(question)) == ([], [8])


def test_the_answer_and_yesterday_are_spoken(question: Question) -> None:
    question.scale.set_yesterday(5)
    assert spoken(question.scale) == "Lips dryness, not answered, yesterday 5"
    assert spoken(question.cell(0)) == "Lips dryness, not answered, yesterday 5"
    question.scale.set_value(6)
    assert spoken(question.scale) == "Lips dryness, 6 of 10, yesterday 5"
    assert spoken(question.cell(6)) == "Lips dryness, 6 of 10, yesterday 5"
    assert spoken(question.cell(0)) == "Lips dryness, 0"


def test_a_disabled_scale_takes_no_answer(question: Question, click: Click) -> None:
    question.scale.setEnabled(False)
    click(question.cell(4))
    assert question.told == []


def test_a_click_on_the_1_that_waits_for_a_0_keeps_it(
    show: Callable[[QWidget], None], press: Callable[..., None], click: Callable[[QWidget], None]
) -> None:
    scale = Scale("Lips dryness", Series.DRYNESS)
    show(scale)
    scale.take_focus()
    press(Qt.Key.Key_1)
    click(scale.findChildren(ScaleCell)[1])
    assert scale.value == 1
