"""A count, or none."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QToolButton, QWidget

from diary.ui.widgets.stepper import Stepper

Key = Qt.Key
Press = Callable[..., None]
Click = Callable[[QWidget], None]
Show = Callable[[QWidget], None]


@pytest.fixture
def stepper(show: Show) -> Stepper:
    made = Stepper("Nodules")
    show(made)
    made.findChildren(QSpinBox)[0].setFocus()
    return made


@pytest.fixture
def told(stepper: Stepper) -> list[int | None]:
    answers: list[int | None] = []
    stepper.answered.connect(answers.append)
    return answers


def buttons(stepper: Stepper) -> tuple[QToolButton, QToolButton]:
    less, more = stepper.findChildren(QToolButton)
    return less, more


def text(stepper: Stepper) -> str:
    return stepper.findChildren(QSpinBox)[0].text()


def test_nothing_is_counted_at_first(stepper: Stepper) -> None:
    assert (stepper.value, text(stepper)) == (None, "–")


def test_plus_on_the_dash_is_one(stepper: Stepper, told: list[int | None], click: Click) -> None:
    click(buttons(stepper)[1])
    assert told == [1]


def test_minus_on_the_dash_is_zero(stepper: Stepper, told: list[int | None], click: Click) -> None:
    click(buttons(stepper)[0])
    assert (told, text(stepper)) == ([0], "0")


def test_minus_stops_at_zero(stepper: Stepper, told: list[int | None], press: Press) -> None:
    press(Key.Key_Down, Key.Key_Down)
    assert told == [0]
    assert not buttons(stepper)[0].isEnabled()


def test_a_large_step_down_ends_at_zero_not_at_the_dash(
    stepper: Stepper, told: list[int | None], press: Press
) -> None:
    press(Key.Key_5, Key.Key_PageDown)
    assert told == [5, 0]


def test_a_count_can_be_typed(stepper: Stepper, told: list[int | None], press: Press) -> None:
    press(Key.Key_1, Key.Key_2)
    assert (stepper.value, told[-1]) == (12, 12)


def test_delete_returns_to_the_dash(stepper: Stepper, told: list[int | None], press: Press) -> None:
    press(Key.Key_9, Key.Key_Delete)
    assert (told, text(stepper)) == ([9, None], "–")


def test_a_minus_sign_cannot_be_typed(
    stepper: Stepper, told: list[int | None], press: Press
) -> None:
    press(Key.Key_Minus, Key.Key_1)
    assert told == [1]


def test_an_emptied_box_is_not_counted(
    stepper: Stepper, told: list[int | None], press: Press
) -> None:
    press(Key.Key_9, Key.Key_Backspace, Key.Key_Return)
    assert (stepper.value, text(stepper), told) == (None, "–", [9, None])


def test_a_saved_count_is_shown_without_being_told(
    stepper: Stepper, told: list[int | None]
) -> None:
    stepper.set_value(7)
    stepper.set_value(None)
    assert (told, text(stepper)) == ([], "–")


def test_every_part_has_a_spoken_name(stepper: Stepper) -> None:
    assert [button.accessibleName() for button in buttons(stepper)] == [
        "Nodules: one less",
        "Nodules: one more",
    ]
    assert stepper.findChildren(QSpinBox)[0].accessibleName() == "Nodules"
