"""Whoever chooses a folder or files is answered once, and the dialog is gone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from diary.ui.choosing import choose_files, choose_folder, choose_target

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


def save_as(page: QWidget, folder: Path, typed: str) -> list[Path]:
    """Type a name for a picture in the system's dialog and press Save."""
    told: list[Path] = []
    choose_target(page, "Save", "a.jpg", ["jpg", "jpeg"], told.append, folder=str(folder))
    dialog = dialog_over(page)
    edit = dialog.findChild(QLineEdit)
    assert isinstance(edit, QLineEdit)
    assert edit.text() == "a.jpg"
    edit.setText(typed)
    dialog.accept()
    return told


def question(page: QWidget) -> QMessageBox:
    """What is asked over the page or over its dialog."""
    (asked,) = [one for one in page.findChildren(QMessageBox) if one.isVisible()]
    return asked


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("b.jpg", "b.jpg"),
        ("b.JPEG", "b.JPEG"),
        ("b", "b.jpg"),
        ("b.", "b.jpg"),
        ("b.heic", "b.heic.jpg"),
        ("3.11.2026", "3.11.2026.jpg"),
    ],
)
def test_a_name_ends_as_the_file_does(
    page: QWidget, tmp_path: Path, typed: str, saved: str
) -> None:
    assert save_as(page, tmp_path, typed) == [tmp_path / saved]


def test_the_dialog_asks_before_a_file_is_replaced(page: QWidget, tmp_path: Path) -> None:
    (tmp_path / "b.jpg").touch()

    replaced: list[bool] = []

    def refuse() -> None:
        asked = question(page)
        replaced.append("b.jpg" in asked.text())
        asked.reject()

    QTimer.singleShot(0, refuse)
    assert save_as(page, tmp_path, "b.jpg") == []
    assert replaced == [True]


@pytest.mark.parametrize("answer", ["Replace", "Cancel"])
def test_a_file_whose_name_is_made_whole_afterwards_is_asked_about_too(
    page: QWidget, tmp_path: Path, answer: str
) -> None:
    (tmp_path / "b.jpg").touch()

    told = save_as(page, tmp_path, "b")

    assert told == []
    assert question(page).text() == "b.jpg is there already. Replace it?"
    (button,) = [one for one in question(page).buttons() if one.text() == answer]
    button.click()
    assert told == ([tmp_path / "b.jpg"] if answer == "Replace" else [])
