"""The recovery code, group by group; a typing mistake is named as it is typed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout

from diary.journal import is_recovery_group
from diary.ui.dialogs.centred import MIDDLE, Centred
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.line_edit import LineEdit
from diary.ui.widgets.text import label

GROUPS, DIGITS, COLUMNS = 8, 6, 4


class RecoveryForm(Centred):
    entered = Signal(str)
    """The whole code with spaces between its groups."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("Use the recovery code"),
            self.tr("Type the 8 groups from your paper. You then choose a new passphrase."),
            width=480,
        )
        self.groups = [self._group(number) for number in range(1, GROUPS + 1)]
        self._problem = label("", "error", wrap=True)
        self.button = Button(self.tr("Open"), Kind.PRIMARY)
        self._back = Button(self.tr("Use the passphrase"), Kind.TEXT)
        self._build()
        self.button.clicked.connect(self._enter)
        self._back.clicked.connect(self.left)
        self.first = self.groups[0]

    def set_busy(self) -> None:
        self.button.set_busy(self.tr("Opening…"))
        self._back.setEnabled(False)

    def set_idle(self) -> None:
        self.button.set_idle()
        self._back.setEnabled(True)

    def clear(self) -> None:
        """Forget what was typed."""
        for group in self.groups:
            group.clear()
        self._check()

    def refuse(self, sentence: str) -> None:
        self._problem.setText(sentence)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        for index, group in enumerate(self.groups):
            grid.addWidget(group, *divmod(index, COLUMNS))
        self.button.set_large()
        self.rows.addLayout(grid)
        self.rows.addWidget(self._problem)
        self.rows.addWidget(self.button)
        self.rows.addWidget(self._back, 0, MIDDLE)

    def _group(self, number: int) -> LineEdit:
        group = LineEdit()
        group.setProperty("large", "true")
        group.setAccessibleName(self.tr("Group {number} of 8").format(number=number))
        group.textEdited.connect(self._typed)
        group.returnPressed.connect(self._enter)
        return group

    @Slot(str)
    def _typed(self, text: str) -> None:
        """Spread what was pasted over the groups, name a mistake, go on after a good group."""
        here = next(i for i, group in enumerate(self.groups) if group is self.sender())
        digits = "".join(sign for sign in text if sign.isdigit())
        for place, group in enumerate(self.groups[here:]):
            part = digits[place * DIGITS : (place + 1) * DIGITS]
            if part or place == 0:
                group.setText(part)
        last = min(here + max(len(digits) - 1, 0) // DIGITS, GROUPS - 1)
        self._check()
        if is_recovery_group(self.groups[last].text()) and last + 1 < GROUPS:
            self.groups[last + 1].setFocus()

    def _check(self) -> None:
        wrong = [
            number
            for number, group in enumerate(self.groups, start=1)
            if len(group.text()) == DIGITS and not is_recovery_group(group.text())
        ]
        said = self.tr("Group {place} has a typing mistake. Check it on your paper.")
        self._problem.setText(said.format(place=wrong[0]) if wrong else "")
        for number, group in enumerate(self.groups, start=1):
            group.setProperty("error", "true" if number in wrong else "false")
            group.style().polish(group)

    @Slot()
    def _enter(self) -> None:
        if self.button.isEnabled():
            self.entered.emit(" ".join(group.text() for group in self.groups))
