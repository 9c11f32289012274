"""What goes with the pages when the diary locks: what lies over them, was copied or remembered."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QPixmapCache
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolTip,
    QWidget,
)

from diary import memory
from diary.ui import clipboard
from diary.ui.jobs import Jobs


class Curtain(QObject):
    """Falls before the pages are replaced."""

    forgotten = Signal()
    """Nothing of the diary is left in memory."""

    def __init__(self, window: QWidget, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs

    def fall(self) -> None:
        """Leave nothing of the diary over the window or on the clipboard."""
        close_all_over(self._window)
        take_back_copies(self._window)
        clipboard.clip().clear()

    def forget(self) -> None:
        """Leave nothing of the diary in memory, once its pages are destroyed."""
        QPixmapCache.clear()
        self._jobs.run(_forget_pages, self._forget_memory, self)

    def _forget_memory(self, _done: None) -> None:
        memory.forget()
        self.forgotten.emit()


def _forget_pages() -> None:
    from diary.report.typeset import forget_pages

    forget_pages()


def close_all_over(window: QWidget) -> None:
    """End dialogs as if the patient had cancelled them, and close menus, lists and hints."""
    QToolTip.hideText()
    for other in QApplication.topLevelWidgets():
        if other is window or not other.isVisible():
            continue
        if isinstance(other, QFileDialog):
            other.reject()
        elif isinstance(other, QDialog):
            # Its own `reject` may ask first, or take back one step and stay.
            other.done(QDialog.DialogCode.Rejected)
        else:
            other.close()


def take_back_copies(pages: QWidget) -> None:
    """Empty the clipboard if this program filled it, or if its text stands in `pages`.

    A clipboard manager takes over what is copied, which then no longer counts as the program's.
    """
    board = QGuiApplication.clipboard()
    written = _texts(pages)
    for mode, ours in (
        (QClipboard.Mode.Clipboard, board.ownsClipboard()),
        (QClipboard.Mode.Selection, board.ownsSelection()),
    ):
        copied = board.text(mode).strip()
        if ours or (copied and any(copied in text for text in written)):
            board.clear(mode)


def _texts(pages: QWidget) -> list[str]:
    """What can be selected there."""
    lines = [field.text() for field in pages.findChildren(QLineEdit)]
    notes = [field.toPlainText() for field in pages.findChildren(QPlainTextEdit)]
    labels = [label.text() for label in pages.findChildren(QLabel)]
    return lines + notes + labels
