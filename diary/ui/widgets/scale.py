"""A question answered from 0 to 10 with one click or one key."""

from typing import cast

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.scales import HIGH, LOW
from diary.ui.widgets.marker import Series
from diary.ui.widgets.roving import CLEAR_KEYS, STEPS, Roving
from diary.ui.widgets.scale_cell import ScaleCell
from diary.ui.widgets.scale_row import ScaleRow
from diary.ui.widgets.text import label

WAIT_FOR_ZERO_MS = 600
"""A 1 may become 10 for as long as a slow typist needs for the second key."""

COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Scale(QWidget):
    """Eleven buttons with one Tab stop; no answer until the patient gives one.

    `question` is spoken, such as "Lips dryness"; `low_end` and `high_end` say beneath the row what
    0 and 10 mean.
    """

    answered = Signal(object)
    """The new answer, or None when it was cleared. Only the patient's own answers are told."""

    next_requested = Signal()
    previous_requested = Signal()

    def __init__(
        self,
        question: str,
        series: Series,
        low_end: str = "",
        high_end: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._value: int | None = None
        self._yesterday: int | None = None
        self._day_before = ""
        self._row = ScaleRow(series, self)
        self._keyboard = Roving(self._row.cells)
        self._waiting = QTimer(self, interval=WAIT_FOR_ZERO_MS, singleShot=True)
        self._waiting.timeout.connect(self._accept_one)
        for cell in self._row.cells:
            cell.clicked.connect(self._choose_clicked)
            cell.left.connect(self._notice_leaving)
        self._lay_out(low_end, high_end)
        self._show()

    @property
    def value(self) -> int | None:
        """The answer given; a 1 that may still become 10 is not one yet."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a saved answer. A waiting 1 keeps waiting: `commit_pending` before changing day."""
        self._value = value
        self._show()

    def set_yesterday(self, value: int | None, spoken: str = "") -> None:
        """Mark the answer of the day before; `spoken` is what that day is called."""
        self._yesterday = value
        self._day_before = spoken or self.tr("yesterday")
        self._show()

    @Slot()
    def commit_pending(self) -> None:
        """Make a waiting 1 the answer, as when the diary closes or locks."""
        if self._waiting.isActive():
            self._waiting.stop()
            self._accept_one()

    def take_focus(self) -> None:
        """Move the keyboard here, with the ring, as ↓ and ↑ do."""
        self._keyboard.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "0" and self._waiting.isActive() and not event.modifiers() & COMMANDS:
            self._waiting.stop()
            self._answer(HIGH)
            return
        self.commit_pending()
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & COMMANDS:
            return False
        key = Qt.Key(event.key())
        if key in STEPS:
            self._keyboard.step(STEPS[key])
        elif key in CLEAR_KEYS:
            self._answer(None)
        elif key == Qt.Key.Key_Down:
            self.next_requested.emit()
        elif key == Qt.Key.Key_Up:
            self.previous_requested.emit()
        else:
            return self._take_digit(event)
        return True

    def _take_digit(self, event: QKeyEvent) -> bool:
        digit = event.text()
        if len(digit) != 1 or not "0" <= digit <= "9":
            return False
        if event.isAutoRepeat():
            return True
        if digit == "1":
            self._waiting.start()
            self._show()
        else:
            self._answer(int(digit))
        return True

    @Slot()
    def _accept_one(self) -> None:
        self._answer(1)

    @Slot()
    def _choose_clicked(self) -> None:
        number = cast("ScaleCell", self.sender()).number
        typing = self._waiting.isActive()
        self.commit_pending()
        again = number == self._value and not typing
        self._answer(None if again else number)

    def _answer(self, value: int | None) -> None:
        changed = value != self._value
        self._value = value
        self._show()
        if changed:
            self.answered.emit(value)

    @Slot()
    def _notice_leaving(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.commit_pending()
            self._keyboard.move(LOW if self._value is None else self._value)

    def _show(self) -> None:
        shown = 1 if self._waiting.isActive() else self._value
        for cell in self._row.cells:
            cell.setChecked(cell.number == shown)
            cell.yesterday = cell.number == self._yesterday
            cell.setAccessibleName(self._spoken_cell(cell.number, shown))
            cell.update()
        self.setAccessibleName(self._spoken(shown))
        if shown is not None:
            self._keyboard.follow(shown)
        self._row.update()

    def _spoken_cell(self, number: int, shown: int | None) -> str:
        """The whole answer on the chosen cell, or where Tab enters an unanswered row."""
        if number == shown or (shown is None and number == LOW):
            return self._spoken(shown)
        return f"{self._question}, {number}"

    def _spoken(self, shown: int | None) -> str:
        answer = (
            self.tr("not answered") if shown is None else self.tr("{0} of {1}").format(shown, HIGH)
        )
        parts = [self._question, answer]
        if self._yesterday is not None:
            parts.append(f"{self._day_before} {self._yesterday}")
        return ", ".join(parts)

    def _lay_out(self, low_end: str, high_end: str) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self._row)
        if low_end or high_end:
            ends = QHBoxLayout()
            ends.addWidget(label(low_end, "caption"))
            ends.addStretch()
            ends.addWidget(label(high_end, "caption"))
            rows.addLayout(ends)
