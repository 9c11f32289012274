"""The card beside the chart: first week, last week and the difference."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from diary.charts.course_chart import CourseChart
from diary.domain.scales import Scale
from diary.domain.trend import Series, compare
from diary.ui.local import number
from diary.ui.pages.progress.shown import (
    Shown,
    before_month_two,
    difference_in_words,
    dose_in_words,
)
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.card import Card
from diary.ui.widgets.marker import Marker
from diary.ui.widgets.marker import Series as Mark
from diary.ui.widgets.text import label, line

BETWEEN_PARTS, WITHIN_PART = 10, 6


class InShort(Card):
    def __init__(self) -> None:
        super().__init__(self.tr("In short"))
        self.body.setSpacing(BETWEEN_PARTS)
        self._about = label("", "caption", wrap=True)
        self._early = label("", wrap=True)
        self._expect = label("", wrap=True)
        self._acne = _Part(self.tr("Acne"), Mark.ACNE)
        self._dryness = _Part(self.tr("Dryness"), Mark.DRYNESS)
        self._mood = _Part(self.tr("Mood"), Mark.MOOD)
        self._dose = _Part(self.tr("Dose so far"), Mark.DOSE)
        self._counted = label("", "caption", wrap=True)
        self._why = Button(self.tr("How “likely” is worked out"), Kind.TEXT)
        self._method = label(self._method_words(), "caption", wrap=True)
        self._method.hide()
        self._why.clicked.connect(self._toggle_method)
        above: list[QWidget] = [self._about, self._early, self._expect]
        above += [self._acne, self._dryness, self._mood, self._dose]
        for part in above:
            self.add(part)
        self.body.addStretch(1)
        self.add(line())
        self.add(self._counted)
        self.body.addWidget(self._why, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._method)

    def fill(self, shown: Shown, chart: CourseChart) -> None:
        compared = [
            self._acne.compare(chart.scores(Scale.ACNE), shown),
            self._dryness.compare(chart.dryness(), shown),
            self._mood.compare(chart.scores(Scale.MOOD), shown),
        ]
        self._about.setText(
            self.tr("First 7 days → last 7 days") if any(compared) else self._journaled(shown)
        )
        self._early.setText(self._early_words(shown))
        self._early.setVisible(not any(compared))
        self._expect.setText(before_month_two(shown))
        self._expect.setVisible(bool(before_month_two(shown)))
        self._fill_dose(shown)
        own = self.tr(
            "These are your own scores, not a medical assessment, and they can’t show what caused "
            "a change."
        )
        self._counted.setText(f"{self._journaled(shown)}. {own}" if any(compared) else own)
        self._why.setVisible(any(compared))

    def _fill_dose(self, shown: Shown) -> None:
        so_far = shown.so_far
        figure = (
            self.tr("{amount} mg").format(amount=number(so_far.mg))
            if so_far.mg_per_kg is None
            else self.tr("{amount} mg/kg").format(amount=number(so_far.mg_per_kg))
        )
        self._dose.say(figure, dose_in_words(so_far))

    def _journaled(self, shown: Shown) -> str:
        days = shown.course.day_number(shown.today)
        if days < 1:
            return self.tr("Before your course")
        if days == 1:
            return self.tr("{n} of 1 day journaled").format(n=shown.entries)
        return self.tr("{n} of {all} days journaled").format(n=shown.entries, all=days)

    def _early_words(self, shown: Shown) -> str:
        first = self.tr("Your scores are here from the first day.")
        if shown.course.day_number(shown.today) <= _TWO_WEEKS:
            return f"{first} " + self.tr(
                "A comparison appears after 14 days, when there is a first week to compare with."
            )
        return f"{first} " + self.tr(
            "A comparison needs 4 answers in the first 7 days and 4 in the last 7."
        )

    def _method_words(self) -> str:
        return self.tr(
            "The range would hold the real difference between the two weeks in about 95 of 100 "
            "such diaries. It is reckoned from how much your scores vary around their trend, and "
            "allows for neighbouring days being alike."
        )

    @Slot()
    def _toggle_method(self) -> None:
        self._method.setVisible(self._method.isHidden())


class _Part(QWidget):
    """A series: its mark and name, the figures, and a sentence."""

    def __init__(self, name: str, mark: Mark) -> None:
        super().__init__()
        self._figure = label("", "figure")
        self._words: QLabel = label("", wrap=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(WITHIN_PART)
        rows.addWidget(line())
        rows.addLayout(_named(name, mark))
        rows.addWidget(self._figure)
        rows.addWidget(self._words)

    def say(self, figure: str, words: str) -> None:
        self._figure.setText(figure)
        self._words.setText(words)

    def compare(self, series: Series, shown: Shown) -> bool:
        """Say how the last week differs; hidden while it cannot be compared."""
        comparison = compare(series, shown.course.start, shown.today)
        self.setVisible(comparison is not None)
        if comparison is not None:
            self.say(
                f"{comparison.first:.1f} → {comparison.last:.1f}",
                difference_in_words(comparison, len(series)),
            )
        return comparison is not None


def _named(name: str, mark: Mark) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Marker(mark))
    row.addWidget(label(name, "strong"), 1)
    return row


_TWO_WEEKS = 14
