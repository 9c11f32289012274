"""One choice out of a few."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from diary.ui.widgets.segmented import Segment, Segmented

Key = Qt.Key
Press = Callable[..., None]
Click = Callable[[QWidget], None]
Show = Callable[[QWidget], None]
CHOICES = [("taken", "Taken"), ("skipped", "Skipped"), ("other", "Different…")]


@pytest.fixture
def dose(show: Show) -> Segmented:
    made = Segmented("Dose", CHOICES, tick=True, clearable=True)
    show(made)
    made.take_focus()
    return made


@pytest.fixture
def told(dose: Segmented) -> list[str | None]:
    answers: list[str | None] = []
    dose.chosen.connect(answers.append)
    return answers


def segment(row: Segmented, number: int) -> Segment:
    return row.findChildren(Segment)[number]


def test_nothing_is_chosen_at_first(dose: Segmented) -> None:
    assert dose.value is None
    assert dose.accessibleName() == "Dose, not answered"


def test_space_chooses_where_the_arrows_went(
    dose: Segmented, told: list[str | None], press: Press
) -> None:
    press(Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Space)
    assert told == ["skipped"]
    assert dose.accessibleName() == "Dose, Skipped"


def test_a_chosen_segment_has_a_tick_besides_its_colour(dose: Segmented, click: Click) -> None:
    click(segment(dose, 0))
    assert not segment(dose, 0).icon().isNull()
    click(segment(dose, 1))
    assert segment(dose, 0).icon().isNull()


def test_an_answer_can_be_taken_back(
    dose: Segmented, told: list[str | None], press: Press, click: Click
) -> None:
    press(Key.Key_Space, Key.Key_Delete)
    click(segment(dose, 1))
    click(segment(dose, 1))
    assert told == ["taken", None, "skipped", None]


def test_a_choice_that_must_stand_stays(show: Show, click: Click) -> None:
    units = Segmented("Unit", [("mmol", "mmol/L"), ("mg", "mg/dL")])
    units.set_value("mg")
    show(units)
    click(segment(units, 1))
    assert units.value == "mg"
    assert segment(units, 1).isChecked()


def test_choosing_does_not_move_the_neighbours(dose: Segmented, click: Click) -> None:
    units = Segmented("Unit", [("mmol", "mmol/L"), ("mg", "mg/dL")])
    before = units.sizeHint()
    units.set_value("mg")
    units.ensurePolished()
    assert units.sizeHint() == before


def test_the_words_of_a_segment_can_change(dose: Segmented) -> None:
    dose.set_value("other")
    dose.set_text("other", "30 mg")
    assert dose.accessibleName() == "Dose, 30 mg"


def test_down_asks_for_the_next_question(dose: Segmented, press: Press) -> None:
    asked: list[None] = []
    dose.next_requested.connect(lambda: asked.append(None))
    press(Key.Key_Down)
    assert asked == [None]
