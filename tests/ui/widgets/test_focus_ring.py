"""The ring follows the keyboard, not the mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from diary.ui.tokens import LIGHT
from diary.ui.widgets import focus_ring
from diary.ui.widgets.marker import Series
from diary.ui.widgets.scale import Scale

Key = Qt.Key
Press = Callable[..., None]
Click = Callable[[QWidget], None]
Show = Callable[[QWidget], None]


class Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = QLineEdit(), QPushButton("Second")
        self.scale = Scale("Acne", Series.ACNE)
        rows = QVBoxLayout(self)
        for widget in (self.first, self.second, self.scale):
            rows.addWidget(widget)

    def ringed(self, widget: QWidget) -> bool:
        """Whether the pixel left of `widget`, beyond the gap, has the ring's colour."""
        corner = widget.mapTo(self, widget.rect().topLeft())
        x, y = corner.x() - 3, corner.y() + widget.height() // 2
        return self.grab().toImage().pixelColor(x, y).name() == LIGHT.accent.lower()


@pytest.fixture
def form(show: Show) -> Form:
    made = Form()
    show(made)
    made.first.setFocus()
    return made


def test_tab_brings_the_ring_and_takes_it_along(form: Form, press: Press, qtbot: QtBot) -> None:
    press(Key.Key_Tab)
    qtbot.waitUntil(lambda: form.ringed(form.second))
    press(Key.Key_Tab)
    qtbot.waitUntil(lambda: not form.ringed(form.second))


def test_a_scale_wears_one_ring_around_its_row(form: Form, press: Press, qtbot: QtBot) -> None:
    press(Key.Key_Tab, Key.Key_Tab)
    qtbot.waitUntil(lambda: form.ringed(form.scale))


def test_a_click_brings_no_ring(form: Form, click: Click, press: Press, qtbot: QtBot) -> None:
    press(Key.Key_Tab)
    qtbot.waitUntil(lambda: form.ringed(form.second))
    click(form.first)
    qtbot.waitUntil(lambda: not form.ringed(form.second))
    assert not form.ringed(form.first)


def test_the_ring_shows_when_the_program_moves_the_keyboard(form: Form, qtbot: QtBot) -> None:
    focus_ring.focus(form.first)
    qtbot.waitUntil(lambda: form.ringed(form.first))


def test_the_ring_moves_with_its_control(form: Form, press: Press, qtbot: QtBot) -> None:
    press(Key.Key_Tab)
    qtbot.waitUntil(lambda: form.ringed(form.second))
    before = form.second.y()
    form.first.setFixedHeight(90)
    qtbot.waitUntil(lambda: form.second.y() > before)
    assert form.ringed(form.second)


def test_a_control_destroyed_under_the_ring_harms_nothing(
    form: Form, press: Press, qtbot: QtBot
) -> None:
    press(Key.Key_Tab)
    qtbot.waitUntil(lambda: form.ringed(form.second))
    with qtbot.waitSignal(form.second.destroyed):
        form.second.deleteLater()
    form.scale.take_focus()
    qtbot.waitUntil(lambda: form.ringed(form.scale))
