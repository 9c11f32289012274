"""A count that may also be "not counted"."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSpinBox, QWidget

from diary.domain.scales import MOST_SPOTS
from diary.ui.widgets.button import IconButton
from diary.ui.widgets.wheel import let_wheel_pass

DASH, NOT_COUNTED = "–", -1
"""What is shown and what the spin box holds."""


class Stepper(QFrame):
    """A spin box between − and +; `None` is shown as a dash.

    From the dash + gives 1 and − gives 0; Del returns to the dash.
    """

    answered = Signal(object)
    """The count the patient entered, or None for "not counted"."""

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepper")
        self.setAccessibleName(what)
        self._less = IconButton("minus", self.tr("{0}: one less").format(what), 16)
        self._more = IconButton("plus", self.tr("{0}: one more").format(what), 16)
        self._count = _Count(what)
        self._told: int | None = None
        for button in (self._less, self._more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._less.clicked.connect(self._count.stepDown)
        self._more.clicked.connect(self._count.stepUp)
        self._count.valueChanged.connect(self._tell)
        self._lay_out()
        self._show_limits()

    @property
    def value(self) -> int | None:
        count = self._count.value()
        return None if count == NOT_COUNTED else count

    def set_value(self, value: int | None) -> None:
        """Show a saved count without telling of it."""
        if value == self.value:
            return
        self._told = value
        self._count.setValue(NOT_COUNTED if value is None else value)

    @Slot()
    def _tell(self) -> None:
        self._show_limits()
        if self.value != self._told:
            self._told = self.value
            self.answered.emit(self.value)

    def _show_limits(self) -> None:
        self._less.setEnabled(self._count.value() != 0)
        self._more.setEnabled(self._count.value() < MOST_SPOTS)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for widget in (self._less, self._count, self._more):
            row.addWidget(widget)


class _Count(QSpinBox):
    """Digits, ↑ and ↓, and Del for the dash."""

    def __init__(self, what: str) -> None:
        super().__init__()
        let_wheel_pass(self)
        self.setAccessibleName(what)
        self.setRange(NOT_COUNTED, MOST_SPOTS)
        self.setSpecialValueText(DASH)
        self.setValue(NOT_COUNTED)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        if self.value() == NOT_COUNTED:
            self.setValue(max(steps, 0))
        else:
            self.setValue(max(self.value() + steps, 0))
        self.selectAll()

    def stepEnabled(self) -> QSpinBox.StepEnabledFlag:  # noqa: N802 - Qt's name
        flags = QSpinBox.StepEnabledFlag
        down = flags.StepNone if self.value() == 0 else flags.StepDownEnabled
        return down | flags.StepUpEnabled

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Only digits, which take the dash's place: the −1 behind it cannot be typed."""
        digits = text.replace(DASH, "")
        if text == DASH:
            return (QValidator.State.Acceptable, text, position)
        if not digits:
            return (QValidator.State.Intermediate, digits, 0)
        if not digits.isdecimal() or int(digits) > MOST_SPOTS:
            return (QValidator.State.Invalid, text, position)
        return (QValidator.State.Acceptable, digits, min(position, len(digits)))

    def fixup(self, _text: str) -> str:
        """What an emptied box becomes."""
        return DASH

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.setValue(NOT_COUNTED)
            self.selectAll()
        else:
            super().keyPressEvent(event)
