"""The recovery code as a page: printed, or saved where the patient says."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtWidgets import QWidget

from diary.errors import NotSaved
from diary.journal import Clock
from diary.report.recovery_card import write_recovery_card
from diary.ui.choosing import choose_target
from diary.ui.jobs import Jobs
from diary.ui.save_file import save_file


class RecoveryPaper(QObject):
    """Nothing of the page is on the disk unless the patient saves it."""

    saved = Signal(str)
    """The name of the file."""
    refused = Signal(str)
    """Why it was not saved, in a sentence."""

    def __init__(self, parent: QWidget, jobs: Jobs, name: str, clock: Clock) -> None:
        super().__init__(parent)
        self._over = parent
        self._jobs = jobs
        self._name = name
        self._clock = clock

    def print_out(self, code: str) -> None:
        """Set the page and ask for a printer."""
        self._set(code, self._ask_to_print)

    def save(self, code: str) -> None:
        """Ask where to, then write the page there."""
        choose_target(
            self._over,
            self.tr("Save the recovery code"),
            self.tr("{name} recovery code.pdf").format(name=self._name),
            ["pdf"],
            partial(self.write, code=code),
            known=self.tr("PDF (*.pdf)"),
        )

    def write(self, path: Path, code: str) -> None:
        """Set the page, write it to `path` and say what came of it."""
        self._set(code, partial(self._write, path))

    def _set(self, code: str, then: Callable[[bytes], None]) -> None:
        made = self._clock().date()
        self._jobs.decode(
            partial(write_recovery_card, code, diary=self._name, made=made), then, self
        )

    def _write(self, path: Path, pdf: bytes) -> None:
        try:
            save_file(path, pdf)
        except NotSaved as error:
            self.refused.emit(str(error))
        else:
            self.saved.emit(path.name)

    def _ask_to_print(self, pdf: bytes) -> None:
        from PySide6.QtPdf import QPdfDocument

        from diary.ui.printing import ask_to_print

        document = QPdfDocument(self)
        pages = QBuffer(document)
        pages.setData(pdf)
        pages.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(pages)
        ask_to_print(self._over, document)
