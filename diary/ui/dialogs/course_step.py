"""First step of first run: the course, as written on the prescription."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout

from diary.domain.course import Course, Target, Weight
from diary.domain.course import Step as Prescribed
from diary.errors import InvalidInput
from diary.journal import Clock
from diary.ui.dialogs.course_info import CourseInfo
from diary.ui.dialogs.step import Missing, Step
from diary.ui.typed import read_number, read_range
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.field import Field
from diary.ui.widgets.switch import Switch
from diary.ui.widgets.text import label

T = TypeVar("T")


class CourseStep(Step):
    """First day, dose, and what the patient may leave out: weight and target."""

    entered = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__(
            self.tr("About your course"),
            self.tr("As written on your prescription. You can change all of it later."),
        )
        self._today = clock().date()
        self.start = DateField(self.tr("First day of isotretinoin"))
        self.start.set_value(self._today)
        self.dose = Field(self.tr("Dose"), unit=self.tr("mg a day"))
        self.weight = Field(
            self.tr("Body weight"),
            unit=self.tr("kg"),
            hint=self.tr("Used only to work out mg per kg."),
        )
        self.target = Field(
            self.tr("Target for the course"),
            unit=self.tr("mg/kg"),
            hint=self.tr("Leave empty if you don’t know it."),
            placeholder=self.tr("such as 120–150"),
        )
        self.pregnancy_test = Switch(self.tr("Off. Switch on if your dermatologist asked for it."))
        self.pregnancy_test.toggled.connect(self._say_pregnancy_test)
        self._info = CourseInfo()
        self._build()
        self._connect()
        self.first = self.start
        self._reckon()

    def course(self) -> Course:
        """The course entered. Raises `InvalidInput`."""
        start = self._start()
        dose, weight = self._dose(), self._weight()
        return Course(
            start=start,
            steps=(Prescribed(start, dose),) if dose is not None else (),
            weights=(weight,) if weight else (),
            target=self._target(),
        )

    def missing(self) -> Missing | None:
        if not self.dose.text().strip():
            return Missing(self.tr("Enter the dose in mg a day."), self.dose)
        readings: tuple[tuple[Callable[[], object], Field], ...] = (
            (self._dose, self.dose),
            (self._weight, self.weight),
            (self._target, self.target),
        )
        for read, field in readings:
            try:
                read()
            except InvalidInput as error:
                return Missing(str(error), field)
        return None

    def _dose(self) -> float | None:
        mg = read_number(self.dose.text())
        return None if mg is None else Prescribed(self._start(), mg).mg

    def _weight(self) -> Weight | None:
        kg = read_number(self.weight.text())
        return None if kg is None else Weight(self._start(), kg)

    def _target(self) -> Target | None:
        ends = read_range(self.target.text())
        return Target(*ends) if ends else None

    def _start(self) -> date:
        return self.start.value() or self._today

    def _connect(self) -> None:
        self.start.set_large()
        self.start.edited.connect(self._reckon)
        for field in (self.dose, self.weight, self.target):
            field.set_large()
            field.edit.textChanged.connect(self._reckon)
            field.edit.returnPressed.connect(self.entered)
        for field in (self.weight, self.target):
            field.set_note(self.tr("optional"))

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(20)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.start, 0, 0, top)
        grid.addWidget(self.dose, 0, 1, top)
        grid.addWidget(self.weight, 1, 0, top)
        grid.addWidget(self.target, 1, 1, top)
        self.rows.addLayout(grid)
        self.rows.addSpacing(20)
        self.rows.addWidget(self._info)
        self.rows.addSpacing(20)
        self.rows.addWidget(label(self.tr("Pregnancy test"), "control"))
        self.rows.addWidget(self.pregnancy_test)
        self.rows.addStretch(1)

    @Slot()
    def _reckon(self) -> None:
        self._info.explain(self._start(), self._today, _or_none(self._dose), _or_none(self._weight))

    @Slot(bool)
    def _say_pregnancy_test(self, on: bool) -> None:  # noqa: FBT001 - the signal's argument
        self.pregnancy_test.setText(
            self.tr("On. It is shown under Coming up on the Course page.")
            if on
            else self.tr("Off. Switch on if your dermatologist asked for it.")
        )


def _or_none(read: Callable[[], T | None]) -> T | None:
    """What is typed so far, or nothing while it is not yet valid."""
    try:
        return read()
    except InvalidInput:
        return None
