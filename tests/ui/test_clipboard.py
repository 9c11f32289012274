"""A secret does not stay on the clipboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from diary.ui import clipboard

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
