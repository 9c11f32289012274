"""What is prescribed: the doses as steps, and the facts of today."""

from datetime import date

from PySide6.QtCore import Signal, Slot

from diary.domain.course import Course
from diary.domain.dosing import DoseSoFar
from diary.ui.local import fixed, number, short_date
from diary.ui.pages.course.edits import Edits
from diary.ui.pages.course.facts import Facts
from diary.ui.pages.course.inline_form import FormPlace
from diary.ui.pages.course.prescription_form import Prescription, PrescriptionForm
from diary.ui.pages.course.shown import Shown
from diary.ui.pages.course.step_chart import StepChart
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.text import label, line


class PrescriptionCard(Card):
    opened = Signal(object)
    """The form, which wants to be seen."""

    def __init__(self, edits: Edits) -> None:
        super().__init__(self.tr("Prescription"))
        self._edits = edits
        self._shown: Shown | None = None
        self.change = Button(self.tr("Change dose…"), icon="pencil")
        self.change.clicked.connect(self.open_form)
        self.form: PrescriptionForm | None = None
        self._place = FormPlace()
        self._empty = label(self.tr("Add your prescription to see your dose so far."), "subtitle")
        self._empty.setWordWrap(True)
        self._chart = StepChart()
        self._line = line()
        self._facts = Facts(4)
        self.add_to_head(self.change)
        self.add(self._place)
        for widget in (self._empty, self._chart, self._line, self._facts):
            self.add(widget)

    def fill(self, shown: Shown) -> None:
        self._shown = shown
        entered = bool(shown.course.steps)
        self.change.setText(self.tr("Change dose…") if entered else self.tr("Add prescription…"))
        self._empty.setVisible(not entered)
        for widget in (self._chart, self._line, self._facts):
            widget.setVisible(entered)
        if entered:
            self._chart.set_course(shown.course, shown.today)
            self._facts.set_facts(self._say_facts(shown.course, shown.so_far, shown.today))

    @Slot()
    def open_form(self) -> None:
        if self._shown is None:
            return
        self.form = PrescriptionForm(self._shown.course, self._shown.today)
        self.form.saved.connect(self._save)
        first = self.form.steps[-1].mg.edit if self.form.steps else self.form.start.control
        self._place.show_form(self.form, first, self.change)
        self.opened.emit(self.form)

    @Slot(object)
    def _save(self, new: Prescription) -> None:
        if self._shown:
            self._edits.change_course(
                self.tr("prescription"),
                self._shown.course,
                start=new.start,
                product=new.product,
                steps=new.steps,
                target=new.target,
            )

    def _say_facts(
        self, course: Course, so_far: DoseSoFar, today: date
    ) -> tuple[tuple[str, str], ...]:
        return (
            (course.product, self._say_dose(course, today)),
            (self.tr("Per kg of starting weight"), self._say_per_kg(course, today)),
            self._say_weight(course),
            (self.tr("Doses"), self._say_doses(so_far)),
        )

    def _say_dose(self, course: Course, today: date) -> str:
        step = course.step_on(today)
        if step is None:
            return self.tr("not started")
        with_food = self.tr("{mg} mg daily with food")
        words = with_food if step.with_food else self.tr("{mg} mg daily")
        return words.format(mg=number(step.mg, 2))

    def _say_per_kg(self, course: Course, today: date) -> str:
        step, weight = course.step_on(today), course.starting_weight
        if step is None or weight is None:
            return "–"
        return self.tr("{dose} mg/kg a day").format(dose=number(step.mg / weight.kg, 2))

    def _say_weight(self, course: Course) -> tuple[str, str]:
        if not course.weights:
            return self.tr("Weight"), self.tr("not entered")
        newest = course.weights[-1]
        caption = self.tr("Weight, {day}").format(day=short_date(newest.on))
        return caption, self.tr("{kg} kg").format(kg=fixed(newest.kg, 1))

    def _say_doses(self, so_far: DoseSoFar) -> str:
        said = [self.tr("%n taken", "", so_far.taken)]
        if so_far.skipped:
            said.append(self.tr("%n skipped", "", len(so_far.skipped)))
        if so_far.different:
            said.append(self.tr("%n different", "", so_far.different))
        return ", ".join(said)
