"""One prescribed dose in the prescription's form."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from diary.domain.course import Step
from diary.errors import InvalidInput
from diary.ui.pages.course.inline_form import checked
from diary.ui.typed import read_number
from diary.ui.widgets.button import IconButton
from diary.ui.widgets.check_row import CheckRow
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.field import Field


class Proposed(NamedTuple):
    """What a new row starts with."""

    first_day: date
    mg: str = ""
    with_food: bool = True


class StepRow(QWidget):
    """First day, mg a day, with food or not."""

    removed = Signal(object)
    """This row."""

    def __init__(self, proposed: Proposed) -> None:
        super().__init__()
        self._fallback = proposed.first_day
        self.first_day = DateField(self.tr("From"))
        self.first_day.set_value(proposed.first_day)
        self.mg = Field(self.tr("Dose"), unit=self.tr("mg a day"))
        self.mg.set_text(proposed.mg)
        self.with_food = CheckRow(self.tr("With food"))
        self.with_food.setChecked(proposed.with_food)
        remove = IconButton("trash", self.tr("Remove this dose"))
        remove.clicked.connect(self._remove)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.first_day, 0, 0, top)
        grid.addWidget(self.mg, 0, 1, top)
        grid.addWidget(self.with_food, 1, 0)
        grid.addWidget(remove, 1, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def step(self) -> Step:
        """The dose entered. Raises `InvalidInput` after saying it in the field."""
        return checked(self.mg, self._read)

    def day(self) -> date:
        return self.first_day.value() or self._fallback

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self)

    def _read(self) -> Step:
        mg = read_number(self.mg.text())
        if mg is None:
            raise InvalidInput(self.tr("Enter the dose in mg a day."))
        return Step(self.day(), mg, self.with_food.isChecked())
