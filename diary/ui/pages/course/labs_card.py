"""Blood tests with the range that the laboratory printed; the diary knows no other."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy

from diary.domain.labs import LabResult, LipidUnit
from diary.ui.local import short_date
from diary.ui.pages.course.edits import Edits
from diary.ui.pages.course.inline_form import FormPlace
from diary.ui.pages.course.lab_words import ABOVE, BELOW
from diary.ui.pages.course.labs_form import LabsForm
from diary.ui.pages.course.labs_table import LabsTable
from diary.ui.pages.course.link import Link
from diary.ui.pages.course.shown import Shown
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.text import label

NEWEST = 3
"""Dates shown before the patient asks for all."""


class LabsCard(Card):
    opened = Signal(object)

    def __init__(self, edits: Edits) -> None:
        super().__init__(self.tr("Blood tests"))
        self._edits = edits
        self._shown: Shown | None = None
        self._all = False
        self.unit = Segmented(
            self.tr("Unit of blood fats"), [(unit, unit.value) for unit in LipidUnit]
        )
        self.unit.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.unit.chosen.connect(self._show_in)
        self.add_results = Button(self.tr("Add results…"), icon="plus")
        self.add_results.clicked.connect(self.open_form)
        self.form: LabsForm | None = None
        self._place = FormPlace()
        words = self.tr("No blood tests yet. Add results when you have the lab report.")
        self._empty = label(words, "subtitle", wrap=True)
        self.table = LabsTable()
        self.table.date_chosen.connect(self.open_form_of)
        self.note = label("", "caption", wrap=True)
        self.more = Link()
        self.more.clicked.connect(self._show_more_or_less)
        self._lay_out()

    def fill(self, shown: Shown) -> None:
        self._shown = shown
        self.setVisible(shown.shows_labs)
        self.unit.set_value(shown.preferences.lipid_unit)
        self.unit.setVisible(bool(shown.labs))
        self._empty.setVisible(not shown.labs)
        self.table.setVisible(bool(shown.labs))
        self._show_table(shown)
        self.note.setText(self._explain(shown.labs))
        self.note.setVisible(bool(self.note.text()))

    @Slot()
    def open_form(self) -> None:
        self._open([])

    @Slot(object)
    def open_form_of(self, on: date) -> None:
        """Change the results of a day."""
        if self._shown:
            self._open([result for result in self._shown.labs if result.on == on])

    def _open(self, before: list[LabResult]) -> None:
        if self._shown is None:
            return
        days = {result.on for result in self._shown.labs} - {result.on for result in before}
        lipids = self._shown.preferences.lipid_unit
        self.form = LabsForm(self._shown.today, lipids, before, days)
        self.form.saved.connect(self._save)
        self.form.removed.connect(self._remove)
        self._place.show_form(self.form, self.form.on, self.add_results)
        self.opened.emit(self.form)

    @Slot(object)
    def _save(self, results: list[LabResult]) -> None:
        if self.form and tuple(results) != self.form.before:
            said = self.tr("blood test {day}").format(day=short_date(results[0].on))
            self._edits.change_results(said, self.form.before, results)

    @Slot()
    def _remove(self) -> None:
        if self.form:
            said = self.tr("blood test {day} removed")
            said = said.format(day=short_date(self.form.before[0].on))
            self._edits.change_results(said, self.form.before, [])

    @Slot(object)
    def _show_in(self, unit: str) -> None:
        if self._shown:
            said = self.tr("blood fats in {unit}").format(unit=unit)
            before = self._shown.preferences.lipid_unit
            self._edits.show_lipids_in(said, before, LipidUnit(unit))

    @Slot()
    def _show_more_or_less(self) -> None:
        self._all = not self._all
        if self._shown:
            self._show_table(self._shown)

    def _show_table(self, shown: Shown) -> None:
        dates = sorted({result.on for result in shown.labs})
        self.more.setVisible(len(dates) > NEWEST)
        every = self.tr("All %n dates", "", len(dates))
        self.more.setText(self.tr("Newest dates only") if self._all else every)
        if dates:
            seen = dates if self._all else dates[-NEWEST:]
            self.table.fill(shown.labs, seen, shown.course, shown.preferences.lipid_unit)

    def _explain(self, labs: tuple[LabResult, ...]) -> str:
        said = []
        if any(result.is_above for result in labs):
            said.append(self.tr("{arrow} above the range printed on your lab report."))
        if any(result.is_below for result in labs):
            said.append(self.tr("{arrow} below the range printed on your lab report."))
        if not said:
            return ""
        arrows = [ABOVE] if any(result.is_above for result in labs) else []
        arrows += [BELOW] if any(result.is_below for result in labs) else []
        words = [text.format(arrow=arrow) for text, arrow in zip(said, arrows, strict=True)]
        words.append(self.tr("Your dermatologist can tell you what it means for you."))
        return " ".join(words)

    def _lay_out(self) -> None:
        self.add_to_head(self.unit)
        self.add_to_head(self.add_results)
        self.add(self._place)
        for widget in (self._empty, self.table, self.note):
            self.add(widget)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
