"""Every icon that the code names exists, parses and is seen."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from diary import resources
from diary.domain.photo import View
from diary.ui import icons, theme

FILES = sorted(resources.path("icons").glob("*.svg"))
NAMES = {file.stem for file in FILES}
UI = Path(icons.__file__).parent
CALLS = (
    r"(?:icons\.(?:put\(\w[\w.]*, ?|icon\(|pixmap\(|paint_at_end\(\w+, ?)|IconButton\(\s*|icon=)"
)
NAMED = re.compile(CALLS + r'"([a-z-]+)"')


def names_in_the_code() -> set[str]:
    return {name for file in UI.rglob("*.py") for name in NAMED.findall(file.read_text("utf-8"))}


def is_empty(picture: QImage) -> bool:
    blank = QImage(picture.size(), picture.format())
    blank.fill(Qt.GlobalColor.transparent)
    return picture == blank


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_icon_parses_and_is_seen(qapp: QApplication, file: Path) -> None:
    assert QSvgRenderer(str(file)).isValid()
    assert not is_empty(icons.pixmap(file.stem, "text", 20).toImage())


def test_every_icon_named_in_the_code_exists() -> None:
    assert {"check", "eye", "calendar"} <= names_in_the_code() <= NAMES


def test_every_view_has_its_outline() -> None:
    assert {f"view-{view}" for view in View} <= NAMES


def test_an_icon_takes_the_colour_of_the_theme(qapp: QApplication) -> None:
    light = icons.pixmap("plus", "text", 20).toImage()
    theme.current().set_look(theme.Scheme.DARK, 1)
    dark = icons.pixmap("plus", "text", 20).toImage()
    assert light.pixelColor(10, 10).name() == "#1e2a27"
    assert dark.pixelColor(10, 10).name() == "#e6ecea"


def test_a_button_gets_a_new_icon_with_a_new_theme(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    icons.put(button, "plus", "text", 20)
    theme.current().set_look(theme.Scheme.DARK, 2)
    shown = button.icon().pixmap(button.iconSize()).toImage()
    assert button.iconSize().width() == 40
    assert shown.pixelColor(shown.rect().center()).name() == "#e6ecea"


def test_icons_grow_with_the_text(qapp: QApplication) -> None:
    theme.current().set_look(theme.Scheme.LIGHT, 2)
    assert icons.pixmap("plus", "text", 20, 2).width() == 80


def test_the_logo_is_drawn(qapp: QApplication) -> None:
    assert not is_empty(icons.logo(28).toImage())
