"""One analyte in the form of blood tests: value, unit, and the range printed beside it."""

from datetime import date

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QGridLayout, QLabel

from diary.domain.ids import new_id
from diary.domain.labs import Analyte, LabResult, analyte_name, units
from diary.errors import InvalidInput
from diary.ui import theme
from diary.ui.typed import read_number
from diary.ui.widgets import focus_ring
from diary.ui.widgets.line_edit import LineEdit
from diary.ui.widgets.select import Select
from diary.ui.widgets.text import label

NARROWEST = 56
LINES = 3
"""Of the grid, that a row takes."""
NAME_OVER_FROM = 1.75
"""Text scale from which name and controls find no room in one line of the smallest window."""
NAME, VALUE, UNIT, LOW, HIGH = range(5)
"""Columns of the form's grid."""


class ResultRow(QObject):
    """Three lines of a grid: the name, the controls, and beneath them a problem.

    The name stands beside the controls where the text leaves room for it.
    """

    def __init__(
        self, analyte: Analyte, before: LabResult | None, unit: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.analyte = analyte
        self._before = before
        name = analyte_name(analyte)
        self.value = _number(
            self.tr("{name}, value").format(name=name), before.value if before else None
        )
        self.low = _number(
            self.tr("{name}, range from").format(name=name), before.low if before else None
        )
        self.high = _number(
            self.tr("{name}, range to").format(name=name), before.high if before else None
        )
        self.unit = Select()
        self.unit.setAccessibleName(self.tr("{name}, unit").format(name=name))
        self.unit.addItems(units(analyte))
        self.unit.setCurrentText(before.unit if before else unit)
        self.problem: QLabel = label("", "error", wrap=True)
        self.problem.hide()
        for edit in (self.value, self.low, self.high):
            edit.textEdited.connect(self._forgive)

    def place(self, grid: QGridLayout, at: int) -> None:
        over = theme.current().text_scale >= NAME_OVER_FROM
        name = label(analyte_name(self.analyte), "control", wrap=True)
        grid.addWidget(name, at + (0 if over else 1), NAME, 1, HIGH + 1 if over else 1)
        row = at + 1
        grid.addWidget(self.value, row, VALUE)
        if self.unit.count() > 1:
            grid.addWidget(self.unit, row, UNIT)
        else:
            grid.addWidget(label(self.unit.currentText(), "muted"), row, UNIT)
        grid.addWidget(self.low, row, LOW)
        grid.addWidget(self.high, row, HIGH)
        grid.addWidget(self.problem, at + 2, NAME, 1, HIGH + 1)

    def result(self, on: date, *, fasting: bool | None) -> LabResult | None:
        """What was entered, `None` for an empty row.

        Raises `InvalidInput` after saying it beneath the row.
        """
        try:
            return self._read(on, fasting=fasting)
        except InvalidInput as error:
            self.problem.setText(str(error))
            self.problem.show()
            self.value.setAccessibleDescription(str(error))
            focus_ring.focus(self.value)
            raise

    def _read(self, on: date, *, fasting: bool | None) -> LabResult | None:
        value = read_number(self.value.text())
        low, high = read_number(self.low.text()), read_number(self.high.text())
        if value is None:
            if low is None and high is None:
                return None
            raise InvalidInput(self.tr("Enter the value as printed on your lab report."))
        number = self._before.id if self._before else new_id()
        unit = self.unit.currentText()
        return LabResult(number, on, self.analyte, value, unit, low, high, fasting)

    @Slot()
    def _forgive(self) -> None:
        self.problem.hide()
        self.value.setAccessibleDescription("")


def _number(name: str, value: float | None) -> LineEdit:
    edit = LineEdit()
    edit.setAccessibleName(name)
    edit.setMinimumWidth(theme.current().px(NARROWEST))
    edit.set_saved("" if value is None else f"{value:g}")
    return edit
