"""What goes with the pages when the diary locks: all that lies over them, and what was copied."""

from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolTip,
    QWidget,
)


def close_all_over(window: QWidget) -> None:
    """End dialogs as if the patient had cancelled them, and close menus, lists and hints."""
    QToolTip.hideText()
    for other in QApplication.topLevelWidgets():
        if other is window or not other.isVisible():
            continue
        if isinstance(other, QDialog):
            other.reject()
        else:
            other.close()


def take_back_copies(pages: QWidget) -> None:
    """Empty the clipboard if this program filled it, or if its text stands in `pages`.

    A clipboard manager takes over what is copied, which then no longer counts as the program's.
    """
    clipboard = QGuiApplication.clipboard()
    written = _texts(pages)
    for mode, ours in (
        (QClipboard.Mode.Clipboard, clipboard.ownsClipboard()),
        (QClipboard.Mode.Selection, clipboard.ownsSelection()),
    ):
        copied = clipboard.text(mode).strip()
        if ours or (copied and any(copied in text for text in written)):
            clipboard.clear(mode)


def _texts(pages: QWidget) -> list[str]:
    """What can be selected there."""
    lines = [field.text() for field in pages.findChildren(QLineEdit)]
    notes = [field.toPlainText() for field in pages.findChildren(QPlainTextEdit)]
    labels = [label.text() for label in pages.findChildren(QLabel)]
    return lines + notes + labels
