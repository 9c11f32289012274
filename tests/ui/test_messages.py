"""What is asked and told outside the pages."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from diary.errors import NotSaved
from diary.ui import messages
from tests.ui.keyboard import focused, name_of, press

ENTER = Qt.Key.Key_Return


@pytest.fixture
def parent(show: Callable[[QWidget], None]) -> QWidget:
    parent = QWidget()
    parent.resize(600, 400)
    show(parent)
    return parent


def message(parent: QWidget) -> QMessageBox:
    found = parent.findChild(QMessageBox)
    assert isinstance(found, QMessageBox)
    return found


def test_before_something_is_deleted_enter_means_cancel(parent: QWidget, qtbot: QtBot) -> None:
    deleted: list[bool] = []
    messages.confirm(parent, "Delete this photo?", "Delete", lambda: deleted.append(True))
    qtbot.waitUntil(lambda: name_of(focused()) == "Cancel")
    press(ENTER)
    qtbot.waitUntil(lambda: parent.findChild(QMessageBox) is None)
    assert not deleted


def test_deleting_needs_its_own_button(parent: QWidget, qtbot: QtBot) -> None:
    deleted: list[bool] = []
    messages.confirm(parent, "Delete this photo?", "Delete", lambda: deleted.append(True))
    buttons = message(parent).findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Delete").click()
    assert deleted == [True]


def test_a_problem_is_told_in_its_own_sentence_and_without_markup(
    parent: QWidget, qtbot: QtBot
) -> None:
    messages.tell(parent, NotSaved("Not saved: <b>Photos</b> is full."))
    assert message(parent).text() == "Not saved: <b>Photos</b> is full."
    assert message(parent).textFormat() is Qt.TextFormat.PlainText
