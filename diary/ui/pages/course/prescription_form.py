"""The prescription: start of the course, product, doses, and the patient's own target."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout

from diary.domain.course import Course, Step, Target
from diary.errors import InvalidInput
from diary.ui.local import number
from diary.ui.pages.course.inline_form import InlineForm, checked
from diary.ui.pages.course.step_row import Proposed, StepRow
from diary.ui.typed import read_range
from diary.ui.widgets import focus_ring
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.field import Field


@dataclass(frozen=True, slots=True)
class Prescription:
    """The fields of a `Course` that the form changes."""

    start: date
    product: str
    steps: tuple[Step, ...]
    target: Target | None


class PrescriptionForm(InlineForm):
    """Saves a `Prescription`."""

    def __init__(self, course: Course, today: date) -> None:
        super().__init__(self.tr("Prescription"))
        self._course, self._today = course, today
        self.start = DateField(self.tr("First day of the course"))
        self.start.set_value(course.start)
        self.product = Field(self.tr("Product"))
        self.product.set_text(course.product)
        self.target = Field(
            self.tr("Target for the course"),
            unit=self.tr("mg/kg"),
            hint=self.tr("Leave empty if you don’t know it."),
            placeholder=self.tr("such as 120–150"),
        )
        self.target.set_note(self.tr("optional"))
        self.target.set_text(_range(course.target))
        self.steps: list[StepRow] = []
        self._step_rows = QVBoxLayout()
        self._step_rows.setSpacing(16)
        self._add = Button(self.tr("Add a dose"), Kind.TEXT, "plus")
        self._add.clicked.connect(self.add_step)
        self._lay_out()

    def value(self) -> Prescription:
        steps = sorted((row.step() for row in self.steps), key=lambda step: step.first_day)
        self._refuse_same_day()
        return Prescription(
            start=self.start.value() or self._course.start,
            product=self.product.text().strip() or self._course.product,
            steps=tuple(steps),
            target=checked(self.target, self._read_target),
        )

    @Slot()
    def add_step(self) -> None:
        row = self._add_row(Proposed(self._next_day()))
        focus_ring.focus(row.mg.edit)

    def _add_row(self, proposed: Proposed) -> StepRow:
        row = StepRow(proposed)
        row.removed.connect(self._drop_row)
        self.steps.append(row)
        self._step_rows.addWidget(row)
        row.show()
        return row

    @Slot(object)
    def _drop_row(self, row: StepRow) -> None:
        self.steps.remove(row)
        self._step_rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        focus_ring.focus(self._add)

    def _next_day(self) -> date:
        """Today, or the first day for the first dose; the patient changes it as needed."""
        return self._today if self.steps else self._course.start

    def _refuse_same_day(self) -> None:
        seen: set[date] = set()
        for row in self.steps:
            if row.day() in seen:
                sentence = self.tr("Another dose starts on this day. Choose another day.")
                row.first_day.set_error(sentence)
                focus_ring.focus(row.first_day.control)
                raise InvalidInput(sentence)
            seen.add(row.day())

    def _read_target(self) -> Target | None:
        ends = read_range(self.target.text())
        return Target(*ends) if ends else None

    def _lay_out(self) -> None:
        self.rows.addWidget(self.start)
        self.rows.addWidget(self.product)
        self.rows.addLayout(self._step_rows)
        for step in self._course.steps:
            self._add_row(Proposed(step.first_day, number(step.mg, 2), step.with_food))
        if not self.steps:
            self._add_row(Proposed(self._course.start))
        self.rows.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.addWidget(self.target)


def _range(target: Target | None) -> str:
    return f"{target.low:g}–{target.high:g}" if target else ""
