"""Our own mistakes: logged without the patient's words, and said to the patient."""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from diary import log
from diary.ui import messages


class BugReporter(QObject):
    """Catches what nothing else caught, on any thread."""

    _found = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._message: messages.Question | None = None
        self._found.connect(self._tell)

    def install(self) -> None:
        sys.excepthook = self._from_here
        sys.unraisablehook = self._from_elsewhere
        threading.excepthook = self._from_elsewhere

    def report(self, error: BaseException) -> None:
        """Log `error` and say that something went wrong, from whichever thread."""
        log.LOG.error("%s", log.describe(error))
        self._found.emit()

    def _from_here(
        self, _kind: type[BaseException], error: BaseException, _tb: TracebackType | None
    ) -> None:
        self.report(error)

    def _from_elsewhere(
        self, arguments: "threading.ExceptHookArgs | sys.UnraisableHookArgs"
    ) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_value)

    @Slot()
    def _tell(self) -> None:
        """Once at a time: one mistake often comes with many."""
        if self._message is None:
            self._message = messages.tell_of_bug(QApplication.activeWindow(), copy_log)
            self._message.finished.connect(self._told)

    @Slot()
    def _told(self) -> None:
        self._message = None


def copy_log() -> None:
    """Put the log on the clipboard: it says nothing about the patient."""
    QGuiApplication.clipboard().setText(log.text())
