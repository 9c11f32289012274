"""The left side of the Report page: period, parts, photos and the file."""

from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from diary.domain.course import months_after
from diary.domain.panels import Moment, moment_name
from diary.domain.photo import View, view_name
from diary.report.options import Paper, ReportOptions, Section
from diary.ui.local import short_date
from diary.ui.pages.report.shown import Shown
from diary.ui.pages.report.ticks import Ticks
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.password_field import PasswordField
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.select import Select
from diary.ui.widgets.switch import Switch
from diary.ui.widgets.text import label, line


class Period(StrEnum):
    WHOLE = "whole"
    SINCE_APPOINTMENT = "since appointment"
    THREE_MONTHS = "three months"
    FOUR_WEEKS = "four weeks"


class Choices(Card):
    """`changed` when the pages would look different."""

    changed = Signal()
    panels_asked = Signal()
    """The patient wants to see which photos go in, and to choose others."""

    def __init__(self) -> None:
        super().__init__()
        defaults = ReportOptions()
        self._shown: Shown | None = None
        self._period = Select()
        self._period.setAccessibleName(self.tr("Period"))
        self._sections = Ticks(self._section_names(), defaults.sections, columns=2)
        self._columns = Ticks({moment: moment_name(moment) for moment in Moment}, defaults.columns)
        self._views = Ticks({view: view_name(view) for view in View}, defaults.views)
        self._align = Switch(self.tr("Align the photos of a view"))
        self._align.setChecked(defaults.aligned)
        self._eyes = Switch(self.tr("Cover the eyes"))
        self._eyes.setChecked(defaults.cover_eyes)
        self._choose_photos = Button(self.tr("Choose photos…"), icon="photos")
        self._paper = Segmented(
            self.tr("Paper"), [(Paper.A4, self.tr("A4")), (Paper.LETTER, self.tr("Letter"))]
        )
        self._paper.set_value(defaults.paper)
        self._protect = Switch(self.tr("Protect with a password"))
        self._password = PasswordField(
            self.tr("Password of the file"),
            hint=self.tr("Give your doctor the password separately."),
        )
        self._password.hide()
        self._lay_out()
        self._connect()

    def fill(self, shown: Shown) -> None:
        self._shown = shown
        self._fill_periods(shown)
        self._sections.offer(Section.PREGNANCY_TEST, offered=shown.pregnancy_test)
        self._sections.rename(
            Section.QUESTIONS, self.tr("My questions, {n}").format(n=shown.ticked_questions)
        )
        for part in self._photo_parts:
            part.setVisible(shown.photos > 0)

    def options(self, *, protected: bool = False) -> ReportOptions:
        """What was chosen. Raises `InvalidInput` for a short password if `protected`."""
        password = self._password.text() if protected and self._protect.isChecked() else None
        first = self._first_day()
        return ReportOptions(
            first=first,
            paper=Paper(self._paper.value or Paper.A4),
            sections=self._sections.ticked(),
            columns=self._columns.ticked(),
            views=self._views.ticked(),
            aligned=self._align.isChecked(),
            cover_eyes=self._eyes.isChecked(),
            password=password,
        )

    def explain_password(self, sentence: str) -> None:
        self._password.set_error(sentence)
        self._password.setFocus()

    def _first_day(self) -> date | None:
        shown = self._shown
        if shown is None:
            return None
        starts = {
            Period.SINCE_APPOINTMENT: shown.last_appointment,
            Period.THREE_MONTHS: months_after(shown.today, -3) + timedelta(days=1),
            Period.FOUR_WEEKS: shown.today - timedelta(days=27),
        }
        first = starts.get(Period(self._period.currentData() or Period.WHOLE))
        return max(first, shown.course.start) if first else None

    def _fill_periods(self, shown: Shown) -> None:
        chosen = self._period.currentData() or Period.WHOLE
        names = {
            Period.WHOLE: self.tr("Whole course, from {day}").format(
                day=short_date(shown.course.start)
            ),
            Period.THREE_MONTHS: self.tr("Last 3 months"),
            Period.FOUR_WEEKS: self.tr("Last 4 weeks"),
        }
        if shown.last_appointment:
            names[Period.SINCE_APPOINTMENT] = self.tr("Since your appointment on {day}").format(
                day=short_date(shown.last_appointment)
            )
        self._period.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._period.clear()
        for period, name in names.items():
            self._period.addItem(name, period)
        self._period.setCurrentIndex(max(0, self._period.findData(chosen)))
        self._period.blockSignals(False)  # noqa: FBT003 - Qt's signature

    @Slot(bool)
    def _show_password(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._password.setVisible(on)
        if on:
            self._password.setFocus()

    def _lay_out(self) -> None:
        self.add(label(self.tr("Period"), "section"))
        self.add(self._period)
        self.add(line())
        self.add(label(self.tr("What goes in"), "section"))
        self.add(self._sections)
        self.add(
            label(
                self.tr("Course facts and dose are always on the first page."), "caption", wrap=True
            )
        )
        photo_parts: list[QWidget] = [
            line(),
            label(self.tr("Photos"), "section"),
            self._columns,
            self._views,
            self._align,
            self._eyes,
            label(
                self.tr("A photo on which no face is found is then left out."),
                "caption",
                wrap=True,
            ),
            self._choose_photos,
        ]
        self._photo_parts = photo_parts
        for part in photo_parts:
            self.add(part)
        self.add(line())
        self.add(label(self.tr("File"), "section"))
        self.add(self._paper)
        self.add(self._protect)
        self.add(self._password)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._period.currentIndexChanged.connect(self.changed)
        self._paper.chosen.connect(self.changed)
        self._protect.toggled.connect(self._show_password)
        self._align.toggled.connect(self.changed)
        self._eyes.toggled.connect(self.changed)
        self._choose_photos.clicked.connect(self.panels_asked)
        for ticks in (self._sections, self._columns, self._views):
            ticks.changed.connect(self.changed)

    def _section_names(self) -> dict[Section, str]:
        return {
            Section.TREND: self.tr("Trend charts"),
            Section.SIDE_EFFECTS: self.tr("Side effects"),
            Section.COUNTS: self.tr("Spots counted"),
            Section.CARE: self.tr("Care"),
            Section.PREGNANCY_TEST: self.tr("Pregnancy test dates"),
            Section.LABS: self.tr("Blood tests"),
            Section.MOOD_NOTE: self.tr("Mood note"),
            Section.QUESTIONS: self.tr("My questions"),
            Section.DAILY_NOTES: self.tr("Daily notes"),
        }
