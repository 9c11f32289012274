"""The results of one lab report."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from diary.domain.labs import Analyte, LabResult, LipidUnit, shown_unit
from diary.errors import InvalidInput
from diary.ui.local import short_date
from diary.ui.pages.course.inline_form import InlineForm
from diary.ui.pages.course.result_row import HIGH, LINES, LOW, NAME, VALUE, ResultRow
from diary.ui.widgets import focus_ring
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.text import label

FASTING = {None: None, "yes": True, "no": False}


class LabsForm(InlineForm):
    """Saves a list of `LabResult`; `before` are the results it changes, all of one day."""

    def __init__(
        self, today: date, lipids: LipidUnit, before: Sequence[LabResult], taken: set[date]
    ) -> None:
        """`taken` are the other days that have results."""
        remove = self.tr("Remove results") if before else ""
        super().__init__(self.tr("Results of your lab report"), remove)
        self.before = tuple(before)
        self._today, self._taken = today, taken
        self.on = DateField(self.tr("Blood drawn on"), latest=today)
        self.on.set_value(before[0].on if before else today)
        self.fasting = Segmented(
            self.tr("Fasting"), [("yes", self.tr("Yes")), ("no", self.tr("No"))], clearable=True
        )
        self.fasting.set_value(_fasting(before))
        stored = {result.analyte: result for result in before}
        self.results = {
            analyte: ResultRow(analyte, stored.get(analyte), shown_unit(analyte, lipids), self)
            for analyte in Analyte
        }
        self._lay_out()

    def value(self) -> list[LabResult]:
        on = self._day()
        fasting = FASTING[self.fasting.value]
        rows = [row.result(on, fasting=fasting) for row in self.results.values()]
        entered = [result for result in rows if result]
        if not entered:
            first = self.results[Analyte.ALT]
            self._refuse(self.tr("Enter at least one value, or press Cancel."), first)
        return entered

    def _day(self) -> date:
        on = self.on.value() or self._today
        if on in self._taken:
            words = self.tr("There are results for {day} already. Press that date to change them.")
            self.on.set_error(words.format(day=short_date(on)))
            focus_ring.focus(self.on.control)
            raise InvalidInput(self.on.error)
        return on

    def _refuse(self, sentence: str, row: ResultRow) -> None:
        row.problem.setText(sentence)
        row.problem.show()
        focus_ring.focus(row.value)
        raise InvalidInput(sentence)

    def _lay_out(self) -> None:
        self.rows.addWidget(self.on)
        self.rows.addWidget(label(self.tr("Fasting"), "control"))
        self.rows.addWidget(self.fasting, 0, Qt.AlignmentFlag.AlignLeft)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for column, words in (
            (NAME, ""),
            (VALUE, self.tr("Value")),
            (LOW, self.tr("Range from")),
            (HIGH, self.tr("to")),
        ):
            grid.addWidget(label(words, "caption", wrap=True), 0, column)
            grid.setColumnStretch(column, 1)
        for index, row in enumerate(self.results.values()):
            row.place(grid, 1 + LINES * index)
        self.rows.addLayout(grid)


def _fasting(before: Sequence[LabResult]) -> str | None:
    known = before[0].fasting if before else None
    return {None: None, True: "yes", False: "no"}[known]
