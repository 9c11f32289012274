"""Both days' own scores beside each other, with what changed as a number and no judgement."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from diary.domain.day import Day
from diary.domain.photo import Photo
from diary.domain.preferences import Tracked
from diary.domain.scales import Count, Scale, name
from diary.ui.local import fixed, number, short_date
from diary.ui.pages.compare.shown import Shown
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.flow_layout import FlowLayout
from diary.ui.widgets.marker import Marker, Series
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.text import label, line

NONE = "–"
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
COLUMN_GAP, ROW_GAP = 10, 7


class ScoresCard(Card):
    progress_asked = Signal()
    points_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("On these two days"))
        self._table = QWidget()
        self._place = QVBoxLayout()
        self._place.addWidget(self._table)
        self._unrecorded = label("", "caption", wrap=True)
        self._reminder = Notice(
            Tone.INFO,
            self.tr("Two single days. Skin changes from day to day; the whole course is under"),
            self.tr("Progress"),
        )
        self._reminder.link_activated.connect(self.progress_asked)
        self._taken = label("", "caption", wrap=True)
        self._aligned = label("", "caption", wrap=True)
        self._evened = label("", "caption", wrap=True)
        self._promise = label(
            self.tr(
                "Aligning and evening out change only this view. Your photos stay as they were "
                "taken."
            ),
            "caption",
            wrap=True,
        )
        self.add(self._place)
        self.add(self._unrecorded)
        self.body.addStretch(1)
        points = Button(self.tr("Points by hand…"))
        points.clicked.connect(self.points_asked)
        self._actions = FlowLayout()
        self._actions.addWidget(points)
        for words in (self._taken, self._aligned, self._evened):
            self.add(words)
            words.hide()
        self.add(self._actions)
        self.add(self._reminder)
        self.add(self._promise)

    def add_action(self, button: Button) -> None:
        """Offer something else to do with both photos."""
        self._actions.addWidget(button)

    def say_taken(self, said: Sequence[str]) -> None:
        """What makes the two photos hard to compare."""
        _say(self._taken, "\n".join(said))

    def say_aligned(self, said: str) -> None:
        _say(self._aligned, said)

    def say_evened(self, said: str) -> None:
        _say(self._evened, said)

    def fill(self, shown: Shown, a: Photo, b: Photo) -> None:
        table = _Table(short_date(a.taken.on), short_date(b.taken.on))
        one, other = shown.day(a.taken.on), shown.day(b.taken.on)
        tracked = shown.preferences.tracked
        if Tracked.ACNE in tracked:
            table.add_scores(name(Scale.ACNE), one.acne, other.acne, Series.ACNE)
        for count in (Count.INFLAMED, Count.NODULES):
            if Tracked.COUNTS in tracked or _either(one, other, count):
                table.add_scores(name(count), one.count(count), other.count(count))
        if Tracked.DRYNESS in tracked:
            table.add_means(self.tr("Dryness"), one.dryness, other.dryness, Series.DRYNESS)
        if Tracked.MOOD in tracked:
            table.add_scores(name(Scale.MOOD), one.mood, other.mood, Series.MOOD)
        if Tracked.DOSE in tracked:
            doses = shown.dose(a.taken.on), shown.dose(b.taken.on)
            table.add_amounts(self.tr("Dose so far, mg"), *doses, Series.DOSE)
        self._place.replaceWidget(self._table, table)
        self._table.hide()
        self._table.deleteLater()
        self._table = table
        last = max(a.taken.on, b.taken.on)
        missing = shown.unrecorded(last) if Tracked.DOSE in tracked else 0
        self._unrecorded.setText(self._missing_words(missing, short_date(last)))
        self._unrecorded.setVisible(missing > 0)

    def _missing_words(self, days: int, until: str) -> str:
        if days == 1:
            return self.tr("Dose: 1 day without a record until {date}.").format(date=until)
        words = self.tr("Dose: %n days without a record until {date}.", "", days)
        return words.format(date=until)


class _Table(QWidget):
    def __init__(self, one: str, other: str) -> None:
        super().__init__()
        self._heads = (one, other)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(COLUMN_GAP)
        self._grid.setVerticalSpacing(ROW_GAP)
        self._grid.setColumnStretch(0, 1)
        self._row = 0
        for column, head in enumerate((one, other, self.tr("Change")), start=1):
            self._grid.addWidget(label(head, "caption"), 0, column, RIGHT)

    def add_scores(
        self, what: str, one: int | None, other: int | None, series: Series | None = None
    ) -> None:
        change = NONE if one is None or other is None else _signed(other - one, number)
        self._add(what, _figure(one), _figure(other), change, series)

    def add_means(
        self, what: str, one: float | None, other: float | None, series: Series | None = None
    ) -> None:
        """With a decimal, even where that is 0, so that a mean is not taken for a score."""
        change = NONE
        if one is not None and other is not None:
            change = _signed(round(other, 1) - round(one, 1), _tenths)
        self._add(what, _mean(one), _mean(other), change, series)

    def add_amounts(
        self, what: str, one: float | None, other: float | None, series: Series | None = None
    ) -> None:
        """A sum only grows: its change would say nothing."""
        self._add(what, _figure(one), _figure(other), "", series)

    def _add(self, what: str, one: str, other: str, change: str, series: Series | None) -> None:
        self._row += 2
        self._grid.addWidget(line(), self._row - 1, 0, 1, 4)
        self._grid.addWidget(_named(what, series), self._row, 0)
        spoken = [f"{what}, {self._heads[0]}: {one}", f"{what}, {self._heads[1]}: {other}"]
        figures = [label(one), label(other), label(change, "strong")]
        for column, (figure, words) in enumerate(
            zip(figures, [*spoken, self.tr("{what}, change: {by}")], strict=True), start=1
        ):
            figure.setAccessibleName(words.format(what=what, by=change))
            self._grid.addWidget(figure, self._row, column, RIGHT)


def _say(words: QLabel, said: str) -> None:
    words.setText(said)
    words.setVisible(bool(said))


def _named(what: str, series: Series | None) -> QWidget:
    words: QLabel = label(what, wrap=True)
    if series is None:
        return words
    together = QWidget()
    row = QHBoxLayout(together)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Marker(series))
    words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    row.addWidget(words, 1)
    return together


def _either(one: Day, other: Day, count: Count) -> bool:
    return one.count(count) is not None or other.count(count) is not None


def _figure(value: float | None) -> str:
    return NONE if value is None else number(value)


def _mean(value: float | None) -> str:
    return NONE if value is None else _tenths(value)


def _tenths(value: float) -> str:
    return fixed(value, 1)


def _signed(change: float, write: Callable[[float], str]) -> str:
    """Such as "−2" and "+3.8"."""
    figure = write(abs(change))
    if figure == write(0):
        return figure
    return f"+{figure}" if change > 0 else f"−{figure}"
