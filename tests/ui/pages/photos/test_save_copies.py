"""Copies of the photos that are selected in the gallery, in one folder, only when asked."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from diary.journal import Journal
from diary.ui.dialogs.copy_out import CopyOutDialog
from diary.ui.dialogs.save_copies import SaveCopiesDialog
from diary.ui.pages.photos import PhotosPage
from diary.ui.pages.photos.grid import PhotoGrid
from diary.ui.pages.photos.selection_bar import SelectionBar
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from tests.read_only import read_only
from tests.ui.pages.photos.conftest import DAYS
from tests.ui.seen import SLOW, says

FRONTS = sorted(f"Photo {on} {view.value}.jpg" for view, on in DAYS)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "for the doctor"
    folder.mkdir()
    return folder


@pytest.fixture
def dialog(grid: PhotoGrid, page: PhotosPage, qtbot: QtBot) -> SaveCopiesDialog:
    """For all photos."""
    QTest.keyClick(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(grid, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    return found(page)


def found(page: PhotosPage) -> SaveCopiesDialog:
    dialog = page.findChild(SaveCopiesDialog)
    assert isinstance(dialog, SaveCopiesDialog)
    assert dialog.isVisible()
    return dialog


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def choose(dialog: SaveCopiesDialog, folder: Path) -> None:
    dialog.choose.click()
    (asked,) = dialog.findChildren(QFileDialog)
    asked.fileSelected.emit(str(folder))
    asked.reject()


def wait_until_told(dialog: SaveCopiesDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=SLOW)
    qtbot.waitUntil(lambda: dialog.said.isVisible() or dialog.problem.isVisible(), timeout=SLOW)


def test_all_that_are_selected_are_saved_and_counted(
    dialog: SaveCopiesDialog, out: Path, qtbot: QtBot
) -> None:
    assert says(dialog, "6 photos")
    choose(dialog, out)
    wait_until_told(dialog, qtbot)

    assert says(dialog, "6 copies saved in “for the doctor”. They are not encrypted.")
    assert dialog.said.accessibleName().endswith("Show in folder")
    assert names(out) == FRONTS
    assert dialog.choose.isEnabled()
    assert not dialog.progress.isVisible()


def test_once_more_replaces_nothing(dialog: SaveCopiesDialog, out: Path, qtbot: QtBot) -> None:
    for _ in range(2):
        choose(dialog, out)
        wait_until_told(dialog, qtbot)

    assert len(names(out)) == 12
    assert "Photo 2026-09-20 front (2).jpg" in names(out)


def test_one_photo_that_cannot_be_copied_is_named_and_the_rest_is_saved(
    dialog: SaveCopiesDialog, session: Session, out: Path, qtbot: QtBot
) -> None:
    session.jobs.wait(lambda: hurt_oldest(session.journal))
    choose(dialog, out)
    wait_until_told(dialog, qtbot)

    assert says(dialog, "5 of 6 copies were saved in “for the doctor”.")
    assert says(dialog, "Could not be copied: front 20 September 2026.")
    assert names(out) == FRONTS[1:]


def hurt_oldest(journal: Journal) -> None:
    oldest = journal.photos.all()[0]
    name = oldest.object_name
    (journal.folder / "objects" / name[:2] / f"{name}.age").write_bytes(b"hurt")


def test_cancelling_keeps_what_is_done_and_says_how_many(
    dialog: SaveCopiesDialog, session: Session, out: Path, qtbot: QtBot
) -> None:
    cancelled = Event()
    session.ask(lambda _journal: cancelled.wait(), lambda _done: None, dialog)
    choose(dialog, out)
    assert dialog.progress.isVisible()
    assert not dialog.choose.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    cancelled.set()
    wait_until_told(dialog, qtbot)

    assert dialog.isVisible()
    assert says(dialog, f"Cancelled. {len(names(out))} of 6 copies were saved")
    assert len(names(out)) < 6


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_left(
    dialog: SaveCopiesDialog, out: Path, qtbot: QtBot
) -> None:
    with read_only(out):
        choose(dialog, out)
        wait_until_told(dialog, qtbot)

    assert not says(dialog, "0 of 6")
    assert says(dialog, "Not saved. This folder cannot be written to.")
    assert names(out) == []


def test_the_bar_offers_it_where_several_are_selected(
    page: PhotosPage,
    grid: PhotoGrid,
) -> None:
    bar = page.findChild(SelectionBar)
    assert isinstance(bar, SelectionBar)
    (save,) = [one for one in bar.findChildren(Button) if one.text() == "Save copies…"]
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert not save.isVisible()
    QTest.keyClick(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert save.isVisible()

    save.click()

    assert says(found(page), "6 photos")


def test_a_single_photo_has_the_dialog_for_one(
    page: PhotosPage,
    grid: PhotoGrid,
    qtbot: QtBot,
) -> None:
    QTest.keyClick(grid, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: page.findChild(CopyOutDialog) is not None, timeout=SLOW)
    assert page.findChild(SaveCopiesDialog) is None


def test_closing_gives_the_keyboard_back_to_the_gallery(
    dialog: SaveCopiesDialog, page: PhotosPage, grid: PhotoGrid, qtbot: QtBot
) -> None:
    dialog.close_button.click()

    qtbot.waitUntil(lambda: page.findChild(QDialog) is None)
    assert page.window().focusWidget() is grid
