"""Blood tests as a table: analytes beneath each other, dates side by side."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from diary.domain.course import Course
from diary.domain.labs import Analyte, LabResult, LipidUnit, analyte_name, convert, shown_unit
from diary.ui.local import short_date
from diary.ui.pages.course.lab_trend import LabTrend, Range
from diary.ui.pages.course.lab_words import amount, arrow, printed_range, spoken
from diary.ui.pages.course.link import Link
from diary.ui.widgets.flow_layout import FlowLayout
from diary.ui.widgets.text import label, line

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LabsTable(QScrollArea):
    """As high as its rows; scrolls sideways when there are more dates than room."""

    date_chosen = Signal(object)
    """The date whose results the patient wants to change."""

    def __init__(self) -> None:
        super().__init__()
        self._content: object = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(
        self, results: Sequence[LabResult], dates: Sequence[date], course: Course, lipids: LipidUnit
    ) -> None:
        """Show the `results` of `dates`, oldest first; the trend shows all of them."""
        content = (tuple(results), tuple(dates), course, lipids)
        if content == self._content:
            return
        self._content = content
        table = _Table(results, dates, course, lipids)
        table.date_chosen.connect(self.date_chosen)
        self.setWidget(table)
        table.setAutoFillBackground(False)
        table.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the rows when their fonts or words change their height."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        table = self.widget()
        if table is None:
            return
        wide = table.minimumSizeHint().width() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(table.heightForWidth(self.viewport().width()) + bar)


class _Table(QWidget):
    date_chosen = Signal(object)

    def __init__(
        self, results: Sequence[LabResult], dates: Sequence[date], course: Course, lipids: LipidUnit
    ) -> None:
        super().__init__()
        self._results = {(result.on, result.analyte): result for result in results}
        self._dates = dates
        self._lipids = lipids
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 1)
        self._add_head(course)
        for analyte in Analyte:
            history = [result for result in results if result.analyte is analyte]
            if history:
                self._add_row(sorted(history, key=lambda result: result.on))

    def _add_head(self, course: Course) -> None:
        for column, on in enumerate(self._dates, 1):
            button = _DateButton(on, course)
            button.chosen.connect(self.date_chosen)
            self._grid.addWidget(button, 0, column, RIGHT)
        last = len(self._dates) + 1
        self._grid.addWidget(label(self.tr("Lab’s\nrange"), "caption"), 0, last, RIGHT)
        self._grid.addWidget(label(self.tr("Trend"), "caption"), 0, last + 1, RIGHT)

    def _add_row(self, history: list[LabResult]) -> None:
        newest = history[-1]
        unit = shown_unit(newest.analyte, self._lipids)
        row, last = self._grid.rowCount(), len(self._dates) + 1
        self._grid.addWidget(line(), row, 0, 1, last + 2)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(_name(newest.analyte, unit), row + 1, 0, middle)
        for column, on in enumerate(self._dates, 1):
            result = self._results.get((on, newest.analyte))
            self._grid.addWidget(_value(result, unit, newest=result == newest), row + 1, column)
        shown = label(printed_range(newest, unit), "muted")
        shown.setAlignment(RIGHT)
        self._grid.addWidget(shown, row + 1, last)
        self._grid.addWidget(_trend(history, unit), row + 1, last + 1, RIGHT)


def _name(analyte: Analyte, unit: str) -> QWidget:
    """The unit moves under the name where the column is narrow."""
    shown = QWidget()
    words = FlowLayout(shown, spacing=6)
    words.addWidget(label(analyte_name(analyte)))
    measured_in = label(unit, "caption")
    measured_in.setContentsMargins(0, 2, 0, 0)
    words.addWidget(measured_in)
    return shown


def _value(result: LabResult | None, unit: str, *, newest: bool) -> QWidget:
    if result is None:
        shown = label("–", "subtitle")
    else:
        words = f"{arrow(result)} {amount(result.value, result, unit)}".strip()
        shown = label(words, "strong" if newest or arrow(result) else "body")
        shown.setAccessibleName(spoken(result, unit))
    shown.setAlignment(RIGHT)
    return shown


def _trend(history: list[LabResult], unit: str) -> LabTrend:
    newest = history[-1]

    def shown(value: float | None, result: LabResult) -> float | None:
        return None if value is None else convert(value, result.analyte, result.unit, unit)

    points = [(r.on, convert(r.value, r.analyte, r.unit, unit)) for r in history]
    said = ", ".join(f"{short_date(r.on)} {amount(r.value, r, unit)}" for r in history)
    name = f"{analyte_name(newest.analyte)}, {unit}: {said}"
    return LabTrend(name, points, Range(shown(newest.low, newest), shown(newest.high, newest)))


class _DateButton(Link):
    """The head of a column opens its results for a change."""

    chosen = Signal(object)

    def __init__(self, on: date, course: Course) -> None:
        number = course.day_number(on)
        day = self.tr("day {number}").format(number=number)
        when = day if number > 0 else self.tr("before start")
        super().__init__(f"{short_date(on)}\n{when}", "right", tight=True)
        self._on = on
        name = self.tr("Change the results of {day}").format(day=short_date(on))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._on)
