"""The diary is moved out of a synced folder, and goes on where it is then."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from diary.journal import Journal
from diary.ui.dialogs.unlock import Unlock
from diary.ui.diary_view import DiaryView
from diary.ui.main_window import MainWindow
from diary.ui.pages.folder import FolderPage
from tests.ui.conftest import NOW, PASSPHRASE
from tests.ui.full_disk import TOO_LONG, full_disk
from tests.ui.keyboard import press, tab_to, type_text
from tests.ui.seen import SLOW
from tests.ui.test_standing import notices, settle

Show = Callable[[QWidget], None]


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Where the window makes new diaries."""
    return tmp_path / "new.skindiary"


def folder_page(window: MainWindow, qtbot: QtBot) -> FolderPage:
    view = window.centralWidget()
    assert isinstance(view, DiaryView)
    view.show_page("folder")
    page = view.page
    assert isinstance(page, FolderPage)
    qtbot.waitUntil(page.place.isVisible)
    return page


@pytest.fixture
def synced(window: MainWindow, open_folder: Path, show: Show, qtbot: QtBot, tmp_path: Path) -> Path:
    """A folder that Syncthing copies, its diary open in the window."""
    top = tmp_path / "synced"
    top.mkdir()
    (top / ".stfolder").mkdir()
    folder = open_folder.rename(top / "mine.skindiary")
    window.open_diary(folder)
    show(window)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), DiaryView))
    return folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_diary_goes_on_in_the_usual_place_and_the_old_folder_stays(
    window: MainWindow, synced: Path, new: Path, qtbot: QtBot
) -> None:
    page = folder_page(window, qtbot)
    view = window.centralWidget()
    tab_to("Move it to a folder on this computer")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: isinstance(window.centralWidget(), DiaryView) and window.centralWidget() is not view
    )
    moved = window.centralWidget()
    assert isinstance(moved, DiaryView)
    settle(moved, qtbot)
    assert window.last_diary() == new
    (said,) = notices(moved)
    assert said.startswith(f"Your diary now lies in {new}. The folder {synced} is as it was;")
    before = bytes_of(synced)
    moved.session.push("acne", _answer, _take_back, changed=lambda: None)
    assert window.close()
    assert bytes_of(synced) == before
    journal = Journal.open(new, clock=lambda: NOW)
    assert journal.days.get(NOW.date()).acne == 4
    journal.close()
    del page


def test_a_locked_diary_asks_for_its_passphrase_in_the_new_place(
    window: MainWindow, locked: Path, show: Show, new: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / ".stfolder").mkdir()
    show(window)
    window.show_diary(window.jobs.wait(partial(Journal.open, locked, passphrase=PASSPHRASE)))
    folder_page(window, qtbot).place.move_out.click()
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), Unlock))
    assert window.last_diary() == new
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), DiaryView), timeout=SLOW)
    assert window.last_diary() == new


def test_a_move_that_fails_says_why_and_the_diary_goes_on_where_it_was(
    window: MainWindow, synced: Path, new: Path, qtbot: QtBot
) -> None:
    page = folder_page(window, qtbot)
    new.mkdir()
    page.place.move_out.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (told,) = window.findChildren(QMessageBox)
    assert "already exists" in told.text()
    told.accept()
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), DiaryView))
    assert window.last_diary() == synced


def test_closing_the_window_amid_a_move_leaves_the_old_diary_and_no_half_one(
    window: MainWindow, synced: Path, new: Path, qtbot: QtBot
) -> None:
    shelf = synced / "objects" / "ab"
    shelf.mkdir()
    for number in range(500):
        (shelf / f"ab{number:062}.age").write_bytes(b"sealed")
    folder_page(window, qtbot).place.move_out.click()
    assert window.close()
    assert [path.name for path in new.parent.glob("new.skindiary*")] == []
    Journal.open(synced).close()


def test_what_is_not_saved_keeps_the_diary_where_it_is(
    window: MainWindow, synced: Path, new: Path, qtbot: QtBot
) -> None:
    page = folder_page(window, qtbot)
    with full_disk():
        page.session.push("note", _long_note, _take_back, changed=lambda: None)
        page.place.move_out.click()
        (told,) = window.findChildren(QMessageBox)
        assert told.text().startswith("Not saved.")
        told.accept()
    assert not new.exists()


def _answer(journal: Journal) -> None:
    journal.days.record(NOW.date(), acne=4)


def _take_back(journal: Journal) -> None:
    journal.days.record(NOW.date(), acne=None, note="")


def _long_note(journal: Journal) -> None:
    journal.days.record(NOW.date(), note=TOO_LONG)
