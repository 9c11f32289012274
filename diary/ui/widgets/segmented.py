"""One choice out of a few, side by side in one frame."""

from collections.abc import Sequence
from enum import StrEnum
from typing import cast

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from diary.ui import icons
from diary.ui.widgets.button import ENTER_KEYS
from diary.ui.widgets.roving import CLEAR_KEYS, STEPS, Roving
from diary.ui.widgets.weight import widened


class Segment(QPushButton):
    """One answer; the row decides which is on."""

    def __init__(self, key: str, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.key = key
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return widened(self, super().sizeHint())

    minimumSizeHint = sizeHint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Segmented(QFrame):
    """`choices` are (key, text); nothing is chosen before `set_value` or the patient.

    With `clearable`, Del or another press on the chosen segment takes the answer back.
    """

    chosen = Signal(object)
    """The key the patient chose, or None when the answer was taken back."""

    next_requested = Signal()
    previous_requested = Signal()

    def __init__(
        self,
        question: str,
        choices: Sequence[tuple[str | StrEnum, str]],
        *,
        tick: bool = False,
        clearable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self._question = question
        self._tick = tick
        self._clearable = clearable
        self._value: str | None = None
        self._segments = [Segment(str(key), text, self) for key, text in choices]
        self._keyboard = Roving(self._segments)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(2)
        for segment in self._segments:
            segment.clicked.connect(self._choose_clicked)
            row.addWidget(segment)
        self._show()

    @property
    def value(self) -> str | None:
        return self._value

    def set_value(self, value: str | None) -> None:
        self._value = value
        self._show()

    def set_text(self, key: str, text: str) -> None:
        """Change the words of one segment, such as "30 mg" for "Different…"."""
        for segment in self._segments:
            if segment.key == key:
                segment.setText(text)
        self._show()

    def take_focus(self) -> None:
        """Move the keyboard here, with the ring."""
        self._keyboard.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self._keyboard.step(STEPS[key])
        elif key in CLEAR_KEYS and self._clearable:
            self._answer(None)
        elif key == Qt.Key.Key_Down:
            self.next_requested.emit()
        elif key == Qt.Key.Key_Up:
            self.previous_requested.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _choose_clicked(self) -> None:
        key = cast("Segment", self.sender()).key
        self._answer(None if self._clearable and key == self._value else key)

    def _answer(self, value: str | None) -> None:
        changed = value != self._value
        self._value = value
        self._show()
        if changed:
            self.chosen.emit(value)

    def _show(self) -> None:
        chosen = None
        for index, segment in enumerate(self._segments):
            on = segment.key == self._value
            segment.setChecked(on)
            segment.setAccessibleName(f"{self._question}, {segment.text()}")
            if on:
                chosen = segment
                self._keyboard.follow(index)
            if self._tick:
                _show_tick(segment, on=on)
        answer = chosen.text() if chosen else self.tr("not answered")
        self.setAccessibleName(f"{self._question}, {answer}")


def _show_tick(segment: Segment, *, on: bool) -> None:
    if on:
        icons.put(segment, "check", "accent_text", 16)
    else:
        icons.take_off(segment)
