"""What a patient sees in a window."""

from PySide6.QtWidgets import QLabel, QWidget

from diary.ui.dialogs.unlock import Unlock
from diary.ui.diary_view import DiaryView
from diary.ui.main_window import MainWindow

SLOW = 30_000
"""Milliseconds to wait for what takes seconds on purpose, as opening with a passphrase does."""


def says(widget: QWidget, words: str) -> bool:
    """Whether the words stand somewhere in it."""
    return any(words in label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def view_of(window: MainWindow) -> DiaryView:
    view = window.centralWidget()
    assert isinstance(view, DiaryView)
    return view


def is_open(window: MainWindow) -> bool:
    return isinstance(window.centralWidget(), DiaryView)


def is_locked(window: MainWindow) -> bool:
    return isinstance(window.centralWidget(), Unlock)
