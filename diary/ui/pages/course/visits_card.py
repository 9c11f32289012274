"""Dates to come: appointments, blood tests and, if switched on, pregnancy tests."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from diary.domain.visits import Visit, visit_name
from diary.ui.pages.course.edits import Edits
from diary.ui.pages.course.inline_form import FormPlace
from diary.ui.pages.course.link import Link
from diary.ui.pages.course.shown import Shown
from diary.ui.pages.course.visit_form import VisitForm
from diary.ui.pages.course.visit_row import VisitRow
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.text import label, line


class VisitsCard(Card):
    opened = Signal(object)

    def __init__(self, edits: Edits) -> None:
        super().__init__(self.tr("Coming up"))
        self._edits = edits
        self._shown: Shown | None = None
        self._earlier_too = False
        self.add_visit = Button(self.tr("Add…"), icon="plus")
        self.add_visit.setAccessibleName(self.tr("Add a date"))
        self.add_visit.clicked.connect(self.open_form)
        self.add_to_head(self.add_visit)
        self.form: VisitForm | None = None
        self._place = FormPlace()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._in_rows: tuple[list[Visit], date] | None = None
        self._earlier = Link()
        self._earlier.clicked.connect(self._show_earlier_or_not)
        self.add(self._place)
        self.add(self._rows)
        self.body.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, shown: Shown) -> None:
        self._shown = shown
        past = [visit for visit in shown.visits if visit.on < shown.today]
        self._earlier.setVisible(bool(past))
        hide, show = self.tr("Hide earlier dates"), self.tr("Earlier dates")
        self._earlier.setText(hide if self._earlier_too else show)
        self._show_rows(shown)

    @Slot()
    def open_form(self) -> None:
        self._open(None)

    @Slot(object)
    def _open(self, before: Visit | None) -> None:
        if self._shown is None:
            return
        test = self._shown.preferences.pregnancy_test
        self.form = VisitForm(self._shown.today, before, pregnancy_test=test)
        self.form.saved.connect(self._save)
        self.form.removed.connect(self._remove_opened)
        self._place.show_form(self.form, self.form.kind, self.add_visit)
        self.opened.emit(self.form)

    @Slot(object)
    def _save(self, visit: Visit) -> None:
        before = self.form.before if self.form else None
        if visit != before:
            self._edits.change_visit(visit_name(visit.kind), before, visit)

    @Slot()
    def _remove_opened(self) -> None:
        if self.form and self.form.before:
            self._remove(self.form.before)

    @Slot(object)
    def _remove(self, visit: Visit) -> None:
        said = self.tr("{name} removed").format(name=visit_name(visit.kind))
        self._edits.change_visit(said, visit, None)
        self.add_visit.setFocus()

    @Slot()
    def _show_earlier_or_not(self) -> None:
        self._earlier_too = not self._earlier_too
        if self._shown:
            self.fill(self._shown)

    def _show_rows(self, shown: Shown) -> None:
        visits = [v for v in shown.visits if self._earlier_too or v.on >= shown.today]
        if (visits, shown.today) == self._in_rows:
            return
        self._in_rows = (visits, shown.today)
        while item := self._rows.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for visit in visits:
            row = VisitRow(visit, shown.today)
            row.opened.connect(self._open)
            row.removed.connect(self._remove)
            self._rows.addWidget(line())
            self._rows.addWidget(row)
        if not visits:
            self._rows.addWidget(label(self.tr("No dates entered."), "subtitle", wrap=True))
