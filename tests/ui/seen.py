"""What a patient sees in a window."""

from PySide6.QtWidgets import QLabel, QWidget

SLOW = 30_000
"""Milliseconds to wait for what takes seconds on purpose, as opening with a passphrase does."""


def says(widget: QWidget, words: str) -> bool:
    """Whether the words stand somewhere in it."""
    return any(words in label.text() for label in widget.findChildren(QLabel) if label.isVisible())
