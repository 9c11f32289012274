"""The recovery code as it is shown once: eight groups, to print, to save and to copy."""

from collections.abc import Container

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel

from diary.journal import Clock
from diary.ui import clipboard
from diary.ui.dialogs.recovery_paper import RecoveryPaper
from diary.ui.jobs import Jobs
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.text import label

COLUMNS = 4
COVERED = "••••••"


class RecoveryCard(Card):
    """`code` is groups of digits with spaces between, `name` that of the diary it is for."""

    def __init__(self, code: str, name: str, jobs: Jobs, clock: Clock) -> None:
        super().__init__(self.tr("Recovery code"))
        self._code = code
        self._groups = code.split()
        self._cells = [_cell(group) for group in self._groups]
        self.paper = RecoveryPaper(self, jobs, name, clock)
        self.paper.saved.connect(self._say_saved)
        self.paper.refused.connect(self._say_refused)
        self._add_button(self.tr("Save as PDF…"), "download").clicked.connect(self._save)
        self._add_button(self.tr("Print…"), "printer").clicked.connect(self._print)
        self._add_button(self.tr("Copy"), "copy").clicked.connect(self._copy)
        self.add(self._grid())
        kept = self.tr("It opens the diary if you forget the passphrase. It is shown only now.")
        self.add(label(kept, "caption", wrap=True))
        self._said = Notice(Tone.INFO)
        self._problem = Notice(Tone.ERROR)
        for notice in (self._said, self._problem):
            notice.hide()
            self.add(notice)

    def cover(self, covered: Container[int]) -> None:
        """Hide the groups that are being typed back, so that they come from the paper."""
        for index, (cell, group) in enumerate(zip(self._cells, self._groups, strict=True)):
            cell.setText(COVERED if index in covered else group)

    def _add_button(self, text: str, icon: str) -> Button:
        button = Button(text, icon=icon)
        self.add_to_head(button)
        return button

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        for index, cell in enumerate(self._cells):
            grid.addWidget(cell, *divmod(index, COLUMNS))
        return grid

    @Slot()
    def _copy(self) -> None:
        clipboard.clip().put(self._code)
        self._say(
            self.tr("Copied. It leaves the clipboard after %n seconds.", "", clipboard.SECONDS)
        )

    @Slot()
    def _print(self) -> None:
        self.paper.print_out(self._code)

    @Slot()
    def _save(self) -> None:
        self.paper.save(self._code)

    @Slot(str)
    def _say_saved(self, name: str) -> None:
        said = self.tr("Saved as {name}. Anyone who has this file can open the diary.")
        self._say(said.format(name=name))

    def _say(self, sentence: str) -> None:
        self._said.set_text(sentence)
        self._said.show()
        self._problem.hide()

    @Slot(str)
    def _say_refused(self, sentence: str) -> None:
        self._problem.set_text(sentence)
        self._problem.show()
        self._said.hide()


def _cell(group: str) -> QLabel:
    cell = label(group, "code")
    cell.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return cell
