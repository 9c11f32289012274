"""When the chosen photos were taken: said outright, shifted, or told by a clock that was wrong."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from diary.domain.draft import (
    Draft,
    by_camera,
    clock_error,
    shifted,
    with_claim,
    with_clock_set,
    with_date,
)
from diary.domain.photo import DateSource, source_name
from diary.errors import InvalidInput
from diary.ui.dialogs.import_review.form import Form
from diary.ui.dialogs.import_review.model import Change
from diary.ui.dialogs.import_review.words import photos, when
from diary.ui.typed import read_number
from diary.ui.widgets.check_row import CheckRow
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.field import Field
from diary.ui.widgets.form import FormRow
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.select import Select
from diary.ui.widgets.time_field import TimeField

MOST_DAYS = 20_000
"""A camera that counts from 1980 is less than this off until 2034; more is a typing mistake."""

HOURS = 24
LATER, EARLIER = "later", "earlier"


class SetDate(Form):
    """A date that is typed, or the one that the files name elsewhere."""

    def __init__(self, parent: QWidget, drafts: Sequence[Draft], today: date) -> None:
        title = parent.tr("When were they taken?") if len(drafts) > 1 else drafts[0].file_name
        action = parent.tr("Set the date of {photos}").format(photos=photos(len(drafts)))
        super().__init__(parent, title, "", action)
        self._source = Select()
        named = {claim.source for draft in drafts for claim in draft.claims}
        for source in DateSource:
            if source is DateSource.TYPED or source in named:
                self._source.addItem(source_name(source), source)
        self._day = DateField(self.tr("Day"), latest=today)
        self._time = TimeField(
            self.tr("Time"), hint=self.tr("Left empty, the time that is known stays.")
        )
        taken = drafts[0].taken
        self._day.set_value(min(taken.on, today) if taken else today)
        if len(drafts) == 1:
            self._time.set_value(taken.at if taken else None)
        if self._source.count() > 1:
            self.rows.addWidget(FormRow(self.tr("Date"), self._source))
        self.rows.addWidget(self._day)
        self.rows.addWidget(self._time)
        self._source.currentIndexChanged.connect(self._show_source)
        self.first = self._day

    def is_answered(self) -> bool:
        return self._chosen() is not DateSource.TYPED or self._time.is_readable()

    def change(self) -> Change:
        source = self._chosen()
        if source is not DateSource.TYPED:
            return partial(with_claim, source=source)
        day = self._day.value()
        assert day is not None  # noqa: S101 - only an optional date is ever empty
        return partial(with_date, on=day, at=self._time.value())

    def _chosen(self) -> DateSource:
        return DateSource(self._source.currentData())

    @Slot()
    def _show_source(self) -> None:
        typed = self._chosen() is DateSource.TYPED
        for field in (self._day, self._time):
            field.setEnabled(typed)


class ShiftDate(Form):
    """So many days and hours later or earlier, by the clock on the wall."""

    def __init__(self, parent: QWidget, count: int) -> None:
        super().__init__(
            parent,
            parent.tr("Shift the date"),
            parent.tr("Hours move only photos whose time is known."),
            parent.tr("Shift {photos}").format(photos=photos(count)),
        )
        self._way = Segmented(
            self.tr("Which way"), [(LATER, self.tr("Later")), (EARLIER, self.tr("Earlier"))]
        )
        self._way.set_value(LATER)
        self._days = Field(self.tr("Days"))
        self._hours = Field(self.tr("Hours"))
        self._days.set_text("1")
        self._hours.set_text("0")
        for row in (self._way, self._days, self._hours):
            self.rows.addWidget(row)
        self._days.edit.selectAll()
        self.first = self._days

    def is_answered(self) -> bool:
        return _is_count(self._days, MOST_DAYS) and _is_count(self._hours, MOST_DAYS)

    def change(self) -> Change:
        by = timedelta(days=_count(self._days), hours=_count(self._hours))
        return partial(shifted, by=by if self._way.value == LATER else -by)


class SetClock(Form):
    """One photo's true date tells how far off the clock was; `wanted` says whom it moves."""

    def __init__(self, parent: QWidget, draft: Draft, chosen: int, others: int) -> None:
        said = parent.tr(
            "By the camera’s clock, {name} was taken on {when}. Say when it really was; the others "
            "are moved by as much."
        )
        super().__init__(
            parent,
            parent.tr("Correct the camera’s clock"),
            said.format(name=draft.file_name, when=when(by_camera(draft))),
            parent.tr("Correct the clock"),
        )
        self._draft = draft
        taken = by_camera(draft)
        assert taken is not None  # noqa: S101 - offered only for a photo with a date
        self._day = DateField(self.tr("Really taken on"))
        self._day.set_value(taken.on)
        self._time = TimeField(
            self.tr("At"), hint=self.tr("Left empty, the clock is moved by whole days.")
        )
        self._time.set_value(taken.at)
        self._others = CheckRow(
            self.tr("Also the other {photos} dated by a camera").format(photos=photos(others))
        )
        self._others.setChecked(others > 0 and chosen == 1)
        for row in (self._day, self._time):
            self.rows.addWidget(row)
        if others:
            self.rows.addWidget(self._others)
        self.first = self._day

    @property
    def for_all(self) -> bool:
        """Whether every photo that a camera dated is moved, not only the chosen ones."""
        return self._others.isChecked()

    def is_answered(self) -> bool:
        return self._time.is_readable()

    def change(self) -> Change:
        by = clock_error(self._draft, self._really(), self._time.value())
        return partial(with_clock_set, by=by or timedelta(0))

    def _really(self) -> date:
        day = self._day.value()
        assert day is not None  # noqa: S101 - only an optional date is ever empty
        return day


def _count(field: Field) -> int:
    return round(read_number(field.text()) or 0)


def _is_count(field: Field, most: int) -> bool:
    """Whether a whole number stands in the field; if not, this is said."""
    try:
        number = read_number(field.text()) or 0
    except InvalidInput:
        number = -1
    fits = number == round(number) and 0 <= number <= most
    if not fits:
        field.set_error(field.tr("Type a whole number."))
    return fits
