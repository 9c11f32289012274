"""The dose so far, recorded doses only, and the days without a record."""

from datetime import date
from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel

from diary.domain.course import Course
from diary.domain.dosing import DoseSoFar, reached_on
from diary.ui.local import fixed, number, short_date
from diary.ui.pages.course.dose_bar import DoseBar
from diary.ui.pages.course.edits import Edits
from diary.ui.pages.course.link import Link
from diary.ui.pages.course.shown import Shown
from diary.ui.pages.course.unrecorded_form import Doses, UnrecordedForm
from diary.ui.widgets.card import Card
from diary.ui.widgets.marker import Series
from diary.ui.widgets.text import label


class DoseCard(Card):
    def __init__(self, edits: Edits) -> None:
        super().__init__(self.tr("Dose so far"), Series.DOSE)
        self._edits = edits
        self.sum = QLabel()
        self.sum.setProperty("role", "subtitle")
        self.sum.setTextFormat(Qt.TextFormat.RichText)
        self._bar = DoseBar()
        self.forecast = label("", "muted", wrap=True)
        self._reckoned = label("", "caption", wrap=True)
        self.unrecorded = Link(side="right")
        self.unrecorded.clicked.connect(self._open_or_close)
        self.form = UnrecordedForm()
        self.form.hide()
        self.form.recorded.connect(self._record)
        self.form.closed.connect(self._close)
        self._lay_out()

    def fill(self, shown: Shown) -> None:
        course, so_far = shown.course, shown.so_far
        self.setVisible(bool(course.steps) or so_far.mg > 0)
        self.sum.setText(self._say_sum(course, so_far))
        if course.target and so_far.mg_per_kg is not None:
            self._bar.set_dose(so_far.mg_per_kg, course.target)
        self._bar.setVisible(bool(course.target) and so_far.mg_per_kg is not None)
        self._say(self.forecast, self._say_forecast(course, so_far, shown.today))
        self._say(self._reckoned, self._say_weight(so_far))
        self._show_unrecorded(course, so_far.unrecorded)

    @Slot()
    def _open_or_close(self) -> None:
        self.form.setVisible(self.form.isHidden())

    @Slot()
    def _close(self) -> None:
        self.form.hide()
        self.unrecorded.setFocus()

    @Slot(str, object)
    def _record(self, text: str, doses: Doses) -> None:
        self._edits.record_doses(text, doses)

    def _show_unrecorded(self, course: Course, days: tuple[date, ...]) -> None:
        several = self.tr("%n days without a record…", "", len(days))
        self.unrecorded.setText(self.tr("1 day without a record…") if len(days) == 1 else several)
        self.unrecorded.setVisible(bool(days))
        self.form.fill(course, days)
        if not days:
            self.form.hide()

    def _say_sum(self, course: Course, so_far: DoseSoFar) -> str:
        mg = _bold(self.tr("{mg} mg").format(mg=number(so_far.mg)))
        if so_far.mg_per_kg is None:
            return mg
        per_kg = _bold(self.tr("{sum} mg/kg").format(sum=number(so_far.mg_per_kg)))
        if course.target is None:
            return self.tr("{mg} or {per_kg}").format(mg=mg, per_kg=per_kg)
        ends = dict.fromkeys((course.target.low, course.target.high))
        target = "–".join(number(end) for end in ends)
        words = self.tr("{mg} or {per_kg} of {target}")
        return words.format(mg=mg, per_kg=per_kg, target=target)

    def _say_forecast(self, course: Course, so_far: DoseSoFar, today: date) -> str:
        if course.target is None:
            return ""
        ends = dict.fromkeys((course.target.low, course.target.high))
        days = {end: reached_on(course, so_far, today, end) for end in ends}
        reached = [(end, on) for end, on in days.items() if on]
        if not reached:
            return ""
        (end, on), *later = reached
        first = self.tr("At the doses entered: {sum} mg/kg around {day}")
        said = [first.format(sum=number(end), day=_with_year(on))]
        words = self.tr("{sum} around {day}")
        said += [words.format(sum=number(end), day=_with_year(on)) for end, on in later]
        return ", ".join(said) + "."

    def _say_weight(self, so_far: DoseSoFar) -> str:
        if so_far.weight is None:
            return self.tr("Add your weight to see mg/kg.")
        words = self.tr("Recorded doses only, mg/kg with the starting weight {kg} kg.")
        return words.format(kg=fixed(so_far.weight.kg, 1))

    def _say(self, shown: QLabel, words: str) -> None:
        shown.setText(words)
        shown.setVisible(bool(words))

    def _lay_out(self) -> None:
        self.add_to_head(self.sum)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.forecast, 1)
        foot.addStretch(0)
        foot.addWidget(self.unrecorded, 0, Qt.AlignmentFlag.AlignRight)
        self.add(self._bar)
        self.add(foot)
        self.add(self._reckoned)
        self.add(self.form)


def _with_year(on: date) -> str:
    return f"{short_date(on)} {on.year}"


def _bold(words: str) -> str:
    return f"<b>{escape(words)}</b>"
