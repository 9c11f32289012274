"""One diary, two windows or a crash: a sentence, a way on, and nothing stale."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.journal import Journal
from diary.ui.dialogs.trouble import Trouble
from diary.ui.diary_view import DiaryView
from diary.ui.main_window import MainWindow
from diary.ui.settings import Settings
from tests import program
from tests.ui.conftest import NOW
from tests.ui.keyboard import press, tab_to

HOLD = """
import sys
from datetime import datetime
from pathlib import Path
from diary.journal import Journal
journal = Journal.open(Path(sys.argv[1]), clock=lambda: datetime(2026, 11, 23, 8, 14))
journal.days.record(journal.today(), acne=7)
print("open", flush=True)
sys.stdin.read()
journal.close()
"""

Show = Callable[[QWidget], None]


@pytest.fixture
def other(open_folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the diary open and answered a question of today."""
    with program.holding(HOLD, open_folder) as process:
        yield process


def acne_shown(window: MainWindow) -> str:
    names = [one.accessibleName() for one in window.findChildren(QWidget)]
    return next(name for name in names if name.startswith("Acne, "))


def test_a_second_window_says_who_has_the_diary_and_shows_what_that_one_saved(
    window: MainWindow,
    other: subprocess.Popen[str],
    open_folder: Path,
    show: Show,
    qtbot: QtBot,
) -> None:
    window.open_diary(open_folder)
    show(window)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), Trouble))
    trouble = window.centralWidget()
    assert isinstance(trouble, Trouble)
    assert trouble.notice.accessibleName().startswith(
        "This diary is already open in another window or program. Close it there first. It is "
        f"process {other.pid} on the computer"
    )
    assert other.stdin is not None
    other.stdin.close()
    other.wait()
    tab_to("Try again")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), DiaryView))
    qtbot.waitUntil(lambda: acne_shown(window).startswith("Acne, 7 of 10"))


def test_after_a_crash_the_diary_opens_at_once_with_what_was_saved(
    window: MainWindow,
    other: subprocess.Popen[str],
    open_folder: Path,
    show: Show,
    qtbot: QtBot,
) -> None:
    other.kill()
    other.wait()
    window.open_diary(open_folder)
    show(window)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), DiaryView))
    qtbot.waitUntil(lambda: acne_shown(window).startswith("Acne, 7 of 10"))


@pytest.mark.parametrize(
    "now", [datetime(1970, 1, 1, 0, 5), datetime(2038, 1, 20, 3, 14), datetime(2026, 11, 22, 8, 0)]
)
def test_a_clock_that_is_wrong_shuts_nobody_out(
    open_folder: Path, now: datetime, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    journal = Journal.open(open_folder, clock=lambda: NOW)
    journal.days.record(NOW.date(), acne=4)
    journal.close()
    with ExitStack() as leaving:
        wrong = MainWindow(
            Settings(tmp_path / "window.ini"), lambda: tmp_path / "n", leaving, lambda: now
        )
        wrong.open_diary(open_folder)
        show(wrong)
        qtbot.waitUntil(lambda: isinstance(wrong.centralWidget(), DiaryView))
        view = wrong.centralWidget()
        assert isinstance(view, DiaryView)
        for page in ("photos", "progress", "course", "report", "settings", "folder", "today"):
            view.show_page(page)
        view.session.push("acne", _answer_today, _take_back_today, changed=lambda: None)
        assert wrong.close()
    journal = Journal.open(open_folder, clock=lambda: NOW)
    assert journal.days.get(NOW.date()).acne == 4
    assert journal.days.get(now.date()).acne == 9
    journal.close()


def _answer_today(journal: Journal) -> None:
    journal.days.record(journal.today(), acne=9)


def _take_back_today(journal: Journal) -> None:
    journal.days.record(journal.today(), acne=None)
