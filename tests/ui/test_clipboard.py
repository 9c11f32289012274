"""A secret does not stay on the clipboard."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QWidget

from diary.journal import Journal
from diary.ui import clipboard
from diary.ui.main_window import MainWindow
from tests.ui.conftest import PASSPHRASE

SECRET = "000011 000022"  # noqa: S105 - of a diary made up for the tests


@pytest.fixture
def board(qapp: QApplication) -> Iterator[QClipboard]:
    yield qapp.clipboard()
    qapp.clipboard().clear()


def test_a_secret_leaves_the_clipboard_after_a_while(board: QClipboard) -> None:
    clip = clipboard.clip()
    clip.put(SECRET)
    assert board.text() == SECRET
    assert clip.timer.remainingTime() > 59_000
    clip.timer.timeout.emit()
    assert board.text() == ""


def test_what_was_copied_since_then_stays(board: QClipboard) -> None:
    clip = clipboard.clip()
    clip.put(SECRET)
    board.setText("a shopping list")
    clip.clear()
    assert board.text() == "a shopping list"
    board.setText(SECRET)
    clip.clear()
    assert board.text() == SECRET


def test_clipboard_histories_are_asked_to_leave_it_out(board: QClipboard) -> None:
    clipboard.clip().put(SECRET)
    content = board.mimeData()
    assert content.data("x-kde-passwordManagerHint").data() == b"secret"
    assert any("ExcludeClipboardContentFromMonitor" in name for name in content.formats())


@pytest.mark.parametrize("leave", [MainWindow.lock, MainWindow.close])
def test_locking_and_closing_take_a_copied_secret_along(
    board: QClipboard,
    window: MainWindow,
    locked: Path,
    show: Callable[[QWidget], None],
    leave: Callable[[MainWindow], object],
) -> None:
    show(window)
    window.show_diary(window.jobs.wait(partial(Journal.open, locked, passphrase=PASSPHRASE)))
    clipboard.clip().put(SECRET)
    leave(window)
    assert board.text() == ""
