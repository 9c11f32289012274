"""Light, dark and larger text reach the widgets."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary.ui import theme
from diary.ui.tokens import DARK, LIGHT, from_palette
from diary.ui.widgets.text import label


def test_dark_changes_the_window_and_tells_of_it(qapp: QApplication, qtbot: QtBot) -> None:
    look = theme.current()
    with qtbot.waitSignal(look.changed):
        look.set_look(theme.Scheme.DARK, 1)
    assert look.tokens == DARK
    assert look.dark
    assert qapp.palette().window().color().name() == DARK.bg.lower()


def test_without_a_choice_the_system_decides(qapp: QApplication) -> None:
    theme.current().set_look(theme.Scheme.SYSTEM, 1)
    assert theme.current().tokens == LIGHT


def test_larger_text_enlarges_every_role(qtbot: QtBot) -> None:
    title, caption = label("Monday", "title"), label("yesterday", "caption")
    for shown in (title, caption):
        qtbot.addWidget(shown)
    theme.current().set_look(theme.Scheme.LIGHT, 2)
    for shown in (title, caption):
        shown.ensurePolished()
    assert (title.font().pixelSize(), caption.font().pixelSize()) == (48, 24)


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
def test_the_style_sheet_leaves_no_name_unfilled(qapp: QApplication, scheme: theme.Scheme) -> None:
    theme.current().set_look(scheme, 1.5)
    assert "$" not in qapp.styleSheet().replace("$px_N", "")


def test_the_text_scale_of_the_system_is_kept_between_one_and_two(qapp: QApplication) -> None:
    assert 1 <= theme.system_text_scale() <= theme.LARGEST_TEXT


def test_high_contrast_takes_every_colour_from_the_system() -> None:
    palette = QPalette(QColor("black"))
    system = {palette.color(role).name() for role in QPalette.ColorRole if role.value < 22}
    tokens = from_palette(palette)
    assert {getattr(tokens, name) for name in tokens.__slots__} <= system
