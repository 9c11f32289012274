"""Each kind of fault, planted once in a window that is otherwise in order."""

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from diary.ui import theme
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.check_row import CheckRow
from diary.ui.widgets.field import Field
from diary.ui.widgets.scrolled import scrolled
from diary.ui.widgets.select import Select
from diary.ui.widgets.text import label
from tests.ui.faults import competing, cut, faults, nameless, overlapping, pale

SENTENCE = "Counting is optional. A dash means not counted."


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.rows = QVBoxLayout(self)
        self.words = label(SENTENCE, "caption")
        self.wrapped = label(SENTENCE, "body", wrap=True)
        self.button = Button("Choose files…", icon="plus")
        self.check = CheckRow("I have printed it or written it down")
        for widget in (self.words, self.wrapped, self.button, self.check, Field("Dose")):
            self.rows.addWidget(widget)
        self.resize(400, 500)
        self.show()

    def add(self, widget: QWidget) -> None:
        self.rows.addWidget(widget)
        widget.show()
        self.rows.activate()


@pytest.fixture
def window(qapp: QApplication) -> Window:
    return Window()


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
def test_a_window_in_order_has_no_fault(window: Window, scheme: theme.Scheme) -> None:
    theme.current().set_look(scheme, 1)
    assert faults(window) == []


@pytest.mark.parametrize("name", ["words", "button", "check"])
def test_words_in_too_narrow_a_widget_are_cut(window: Window, name: str) -> None:
    getattr(window, name).setFixedWidth(60)
    window.rows.activate()
    assert any(fault.startswith("cut: ") for fault in cut(window))


def test_a_choice_under_its_own_arrow_is_cut(window: Window) -> None:
    choices = Select()
    choices.addItem("Whole course, from 1 Oct")
    window.add(choices)
    assert cut(window) == []
    choices.setFixedWidth(choices.sizeHint().width() - 20)
    window.rows.activate()
    assert cut(window) == ["cut: “Whole course, from 1 Oct”"]


def test_a_line_too_many_is_cut(window: Window) -> None:
    window.wrapped.setFixedSize(160, 20)
    window.rows.activate()
    assert cut(window) == [f"cut: “{SENTENCE}”"]


def test_words_beyond_the_edge_of_their_container_are_cut(window: Window) -> None:
    box = QWidget(window)
    window.words.setParent(box)
    window.words.move(90, 0)
    window.words.show()
    box.show()
    assert f"cut: “{SENTENCE}”" in cut(window)


def test_a_page_that_scrolls_sideways_is_cut(window: Window) -> None:
    wide = QWidget()
    wide.setMinimumWidth(2000)
    window.add(scrolled(wide))
    assert cut(window) == ["scrolls sideways: QWidget"]


def test_words_on_other_words_overlap(window: Window) -> None:
    other = label("today", "caption")
    other.setParent(window)
    other.setGeometry(window.words.geometry())
    other.show()
    assert overlapping(window) == [f"overlap: “{SENTENCE}” and “today”"]


def test_a_button_with_only_an_icon_needs_a_name(window: Window) -> None:
    window.add(QToolButton())
    assert nameless(window) == ["no spoken name: QToolButton "]


def test_a_bare_line_and_a_bare_spin_box_need_a_name(window: Window) -> None:
    window.add(QLineEdit())
    window.add(QSpinBox())
    assert len(nameless(window)) == 2


@pytest.mark.parametrize("name", ["words", "button"])
def test_faint_words_are_pale(window: Window, name: str) -> None:
    getattr(window, name).setStyleSheet("color: #8A9793")
    assert len(pale(window)) == 1


def test_two_primary_buttons_compete(window: Window) -> None:
    window.add(Button("Save", Kind.PRIMARY))
    assert competing(window) == []
    window.add(Button("Send", Kind.PRIMARY))
    assert competing(window) == ["compete: Save, Send"]


def test_words_that_are_switched_off_may_be_pale(window: Window) -> None:
    window.button.setEnabled(False)
    assert pale(window) == []
