"""Whoever chooses a folder or files is answered once, and the dialog is gone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from diary.ui.choosing import choose_files, choose_folder

Show = Callable[[QWidget], None]


@pytest.fixture
def page(show: Show) -> QWidget:
    page = QWidget()
    show(page)
    return page


def dialog_over(page: QWidget) -> QFileDialog:
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.isVisible()
    return dialog


def test_a_chosen_folder_is_told(page: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    told: list[str] = []
    choose_folder(page, "The folder", told.append)
    dialog = dialog_over(page)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path))
    dialog.accept()
    assert told == [str(tmp_path)]
    qtbot.waitUntil(lambda: page.findChild(QFileDialog) is None)


def test_several_chosen_files_are_told_together(
    page: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).touch()
    told: list[list[str]] = []
    choose_files(page, "Add photos", told.append)
    dialog = dialog_over(page)
    dialog.setDirectory(str(tmp_path))
    edit = dialog.findChild(QLineEdit)
    assert isinstance(edit, QLineEdit)
    edit.setText('"a.jpg" "b.jpg"')
    dialog.accept()
    assert told == [[str(tmp_path / "a.jpg"), str(tmp_path / "b.jpg")]]
    qtbot.waitUntil(lambda: page.findChild(QFileDialog) is None)


def test_who_cancels_is_asked_nothing_more(page: QWidget, qtbot: QtBot) -> None:
    told: list[str] = []
    choose_folder(page, "The folder", told.append)
    dialog_over(page).reject()
    qtbot.waitUntil(lambda: page.findChild(QFileDialog) is None)
    assert told == []
