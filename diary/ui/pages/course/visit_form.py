"""A date to come: what, when, and the patient's own words."""

import re
from datetime import date, time

from diary.domain.ids import new_id
from diary.domain.visits import Visit, VisitKind, visit_name
from diary.errors import InvalidInput
from diary.ui.local import clock_time
from diary.ui.pages.course.inline_form import InlineForm, checked
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.field import Field
from diary.ui.widgets.form import FormRow
from diary.ui.widgets.select import Select

_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


class VisitForm(InlineForm):
    """Saves a `Visit`, a new one or a changed `before`."""

    def __init__(self, today: date, before: Visit | None, *, pregnancy_test: bool) -> None:
        super().__init__(
            self.tr("Change date") if before else self.tr("Add a date"),
            self.tr("Remove") if before else "",
        )
        self.before = before
        self._today = today
        self.kind = Select()
        for kind in VisitKind:
            if pregnancy_test or kind is not VisitKind.PREGNANCY_TEST:
                self.kind.addItem(visit_name(kind), kind.value)
        self.on = DateField(self.tr("Date"))
        self.at = Field(self.tr("Time"), placeholder=self.tr("such as 09:40"))
        self.at.set_note(self.tr("optional"))
        self.detail = Field(self.tr("Details"), placeholder=self.tr("such as Dermatology"))
        self.detail.set_note(self.tr("optional"))
        self._fill(before or Visit("", VisitKind.APPOINTMENT, today))
        for row in (FormRow(self.tr("What"), self.kind), self.on, self.at, self.detail):
            self.rows.addWidget(row)

    def value(self) -> Visit:
        return Visit(
            id=self.before.id if self.before else new_id(),
            kind=VisitKind(self.kind.currentData()),
            on=self.on.value() or self._today,
            at=checked(self.at, self._read_time),
            detail=self.detail.text().strip(),
        )

    def _read_time(self) -> time | None:
        typed = self.at.text().strip()
        if not typed:
            return None
        found = _TIME.fullmatch(typed)
        if not found:
            raise InvalidInput(self.tr("Type the time like 09:40, or leave it empty."))
        return time(int(found[1]), int(found[2]))

    def _fill(self, visit: Visit) -> None:
        self.kind.setCurrentIndex(self.kind.findData(visit.kind.value))
        self.on.set_value(visit.on)
        self.at.set_text(clock_time(visit.at) if visit.at else "")
        self.detail.set_text(visit.detail)
