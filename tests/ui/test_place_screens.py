"""The screens about the diary's folder, in every look, looked at as drawn."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from diary.domain.day import Day
from diary.journal import Journal
from diary.ui.dialogs.moving import Moving
from diary.ui.main_window import MainWindow
from diary.ui.pages.folder.copy_card import CopyCard
from tests.ui import screens
from tests.ui.screens import LOOKS
from tests.ui.test_screens import Check, check, clock, diary, look, window

__all__ = ["check", "diary", "look", "window"]


@pytest.fixture
def synced(diary: Path, tmp_path: Path) -> Path:
    """The sample diary in a folder that Syncthing copies, beside two copies with other days."""
    folder = Path(shutil.copytree(diary, tmp_path / "synced" / "sample.skindiary"))
    (tmp_path / "synced" / ".stfolder").mkdir()
    for name in ("diary (Anna’s conflicted copy 2026-11-21).db", "diary (1).db"):
        shutil.copyfile(folder / "diary.db", folder / name)
    journal = Journal.open(folder, clock=clock)
    some = [day.on for day in journal.days.all()]
    journal.days.record_all([Day(on) for on in some[3:12]])
    journal.days.record_all([Day(on, acne=9) for on in some[20:22]])
    journal.close()
    return folder


def test_the_page_about_a_synced_folder_shows_all_its_words(
    synced: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    screens.show_page(window, "folder", synced, qtbot)
    screens.settle(window, qtbot)
    for card in window.findChildren(CopyCard):
        card.look.click()
        qtbot.waitUntil(card.bring.isVisible)
    check("folder-synced")


def test_a_remark_above_today_shows_all_its_words(
    synced: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    for copy in synced.glob("diary (*"):
        copy.unlink()
    screens.show_page(window, "today", synced, qtbot)
    check("today-synced")


def test_the_move_to_another_folder_shows_all_its_words(
    synced: Path, window: MainWindow, check: Check, tmp_path: Path
) -> None:
    moving = Moving(window.jobs, synced, tmp_path / "Skin Diary.skindiary")
    window.setCentralWidget(moving)
    check("moving")


@pytest.mark.parametrize("look", LOOKS[:-1], ids=lambda look: look.name, indirect=True)
def test_first_run_in_a_synced_folder_shows_all_its_words(
    window: MainWindow, check: Check, tmp_path: Path
) -> None:
    """Not in the tightest look: the name of a test's folder is one word, wider than that."""
    (tmp_path / ".stfolder").mkdir()
    screens.show_welcome(window, 1)
    check("welcome-synced")
