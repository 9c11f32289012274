"""What follows from the course entered, in a sentence or two."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from diary.domain.course import Course, Weight
from diary.ui import icons
from diary.ui.local import number, short_date
from diary.ui.widgets.text import label


class CourseInfo(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        sign = QLabel()
        icons.put(sign, "info", "muted", 18)
        self._text = label("", "control-regular", wrap=True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(8)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def explain(self, start: date, today: date, mg: float | None, weight: Weight | None) -> None:
        """Say the dose for the body weight, if both are known, and which day today is."""
        sentences = [self._day(start, today)]
        if mg and weight:
            per_kg = self.tr("That is <b>{dose} mg/kg a day</b>.")
            sentences.insert(0, per_kg.format(dose=number(mg / weight.kg, 2)))
        self._text.setText(" ".join(sentences))

    def _day(self, start: date, today: date) -> str:
        day = Course(start).day_number(today)
        if day < 1:
            return self.tr("Your course starts on <b>{day}</b>.").format(day=short_date(start))
        if day == 1:
            return self.tr("Today is <b>day 1</b> of your course.")
        return self.tr(
            "Today would be <b>day {day}</b> of your course."
            " Days before today can be filled in later, or left empty."
        ).format(day=day)
