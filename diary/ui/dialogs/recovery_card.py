"""The recovery code as it is shown once: eight groups, a button to print and one to copy."""

from collections.abc import Container

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel

from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.text import label

COLUMNS = 4
COVERED = "••••••"


class RecoveryCard(Card):
    """`code` is groups of digits with spaces between."""

    def __init__(self, code: str) -> None:
        super().__init__(self.tr("Recovery code"))
        self._groups = code.split()
        self._cells = [_cell(group) for group in self._groups]
        self.print_button = Button(self.tr("Print…"), icon="printer")
        self.print_button.clicked.connect(self._print)
        copy = Button(self.tr("Copy"), icon="copy")
        copy.clicked.connect(self._copy)
        self.add_to_head(self.print_button)
        self.add_to_head(copy)
        self.add(self._grid())
        kept = self.tr("It opens the diary if you forget the passphrase. It is shown only now.")
        self.add(label(kept, "caption", wrap=True))

    def cover(self, covered: Container[int]) -> None:
        """Hide the groups that are being typed back, so that they come from the paper."""
        for index, (cell, group) in enumerate(zip(self._cells, self._groups, strict=True)):
            cell.setText(COVERED if index in covered else group)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        for index, cell in enumerate(self._cells):
            grid.addWidget(cell, *divmod(index, COLUMNS))
        return grid

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(" ".join(self._groups))

    @Slot()
    def _print(self) -> None:
        from diary.ui.dialogs.print_code import print_code

        print_code(self.window(), self._groups)


def _cell(group: str) -> QLabel:
    cell = label(group, "code")
    cell.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return cell
