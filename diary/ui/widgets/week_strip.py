"""The days of last week and this week, and the way to all others."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from diary.ui.widgets.button import IconButton
from diary.ui.widgets.day_button import DayButton, DayState
from diary.ui.widgets.month_view import MonthView
from diary.ui.widgets.roving import Roving

DAYS, GAP = 7, 8
WEEK = timedelta(days=DAYS)
STEPS = {
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
    Qt.Key.Key_PageUp: -WEEK,
    Qt.Key.Key_PageDown: WEEK,
}


class WeekStrip(QWidget):
    """Two weeks, or one where two do not fit; one Tab stop for all days."""

    day_chosen = Signal(object)
    """The day the patient went to."""

    answering = Signal()
    """A day was clicked, or ↓ pressed on it: the patient goes on to its questions."""

    weeks_shown = Signal(object, object)
    """The first and the last day in view, whenever they change."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._day = today
        self._states: Mapping[date, DayState] = {}
        self._last_week = _week_of(today)
        self._weeks = 2
        self._days = [DayButton(self) for _ in range(2 * DAYS)]
        self._keyboard = Roving(self._days)
        self._divider = _divider()
        self._earlier = IconButton("chevron-left", self.tr("Earlier week"))
        self._later = IconButton("chevron-right", self.tr("Later week"))
        self._calendar = IconButton("calendar", self.tr("Choose a day in a month"), framed=True)
        self._month: MonthView | None = None
        self._connect()
        self._lay_out()
        self._show()

    @property
    def day(self) -> date:
        return self._day

    def first_day(self) -> date:
        return self._last_week - (self._weeks - 1) * WEEK

    def last_day(self) -> date:
        return self._last_week + WEEK - timedelta(days=1)

    def set_today(self, today: date) -> None:
        self._today = today
        self._show()

    def set_day(self, day: date) -> None:
        """Show `day` as chosen, without telling of it."""
        self._day = day
        self._turn_to(day)

    def set_states(self, states: Mapping[date, DayState]) -> None:
        """What the diary holds; a day that is not named holds nothing."""
        self._states = states
        self._show()

    def take_focus(self) -> None:
        """Move the keyboard to the chosen day."""
        self._keyboard.take_focus()

    def sizeHint(self) -> QSize:
        return QSize(self._width_of(2), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_of(1), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        weeks = 2 if self.width() >= self._width_of(2) else 1
        if weeks != self._weeks:
            self._weeks = weeks
            self._turn_to(self._day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self._go_to(self._day + STEPS[key])
        elif key == Qt.Key.Key_Home:
            self._go_to(self._today)
        elif key == Qt.Key.Key_Down:
            self.answering.emit()
        else:
            super().keyPressEvent(event)

    def _go_to(self, day: date) -> None:
        day = min(day, self._today)
        if day == self._day:
            return
        had_focus = any(button.hasFocus() for button in self._days)
        self.set_day(day)
        if had_focus:
            self._keyboard.take_focus()
        self.day_chosen.emit(day)

    @Slot()
    def _choose_clicked(self) -> None:
        day = cast("DayButton", self.sender()).day
        self._show()  # the click unchecked the button of the chosen day
        self._go_to(day)
        self.answering.emit()

    @Slot()
    def _show_earlier(self) -> None:
        self._last_week -= WEEK
        self._show_weeks()

    @Slot()
    def _show_later(self) -> None:
        self._last_week += WEEK
        self._show_weeks()

    @Slot()
    def _open_month(self) -> None:
        if self._month is None:
            self._month = MonthView(self)
            self._month.day_chosen.connect(self._go_to)
        entries = [day for day, state in self._states.items() if state is not DayState.NONE]
        self._month.open_under(self._calendar, self._day, self._today, entries)

    def _turn_to(self, day: date) -> None:
        """Bring `day` into view, with as little turning as that needs."""
        if day > self.last_day() or self._weeks == 1:
            self._last_week = _week_of(day)
        elif day < self.first_day():
            self._last_week = _week_of(day) + WEEK
        self._show_weeks()

    def _show_weeks(self) -> None:
        self._show()
        self.weeks_shown.emit(self.first_day(), self.last_day())

    def _show(self) -> None:
        hidden = (2 - self._weeks) * DAYS
        start = self.first_day() - timedelta(days=hidden)
        for index, button in enumerate(self._days):
            button.setVisible(index >= hidden)
            day = start + timedelta(days=index)
            state = self._states.get(day, DayState.NONE)
            button.show_day(day, state, chosen=day == self._day, future=day > self._today)
            if day == self._day and index >= hidden:
                self._keyboard.move(index)
        self._divider.setVisible(self._weeks > 1)
        self._later.setEnabled(self.last_day() < self._today)
        self._put_tab_stop_in_view(hidden)

    def _put_tab_stop_in_view(self, hidden: int) -> None:
        """Where the chosen day is not in view, Tab reaches the first day that is."""
        if not self.first_day() <= self._day <= self.last_day():
            self._keyboard.move(hidden)

    def _connect(self) -> None:
        for button in self._days:
            button.clicked.connect(self._choose_clicked)
        self._earlier.clicked.connect(self._show_earlier)
        self._later.clicked.connect(self._show_later)
        self._calendar.clicked.connect(self._open_month)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addStretch()
        row.addWidget(self._earlier)
        row.addSpacing(GAP)
        for button in self._days[:DAYS]:
            row.addWidget(button)
        row.addWidget(self._divider)
        for button in self._days[DAYS:]:
            row.addWidget(button)
        row.addSpacing(GAP)
        row.addWidget(self._later)
        row.addSpacing(2 * GAP)
        row.addWidget(self._calendar)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _width_of(self, weeks: int) -> int:
        buttons = (self._earlier, self._later, self._calendar)
        around = sum(button.sizeHint().width() for button in buttons) + 4 * GAP
        divider = self._divider.sizeHint().width() if weeks > 1 else 0
        return around + divider + weeks * DAYS * self._days[0].sizeHint().width()

    def _height(self) -> int:
        return self._days[0].sizeHint().height()


class _Divider(QFrame):
    """A hairline between the weeks, with room around it."""

    def sizeHint(self) -> QSize:
        return QSize(2 * GAP + 1, 1)


def _divider() -> QFrame:
    hairline = _Divider()
    hairline.setFixedWidth(2 * GAP + 1)
    return hairline


def _week_of(day: date) -> date:
    """The first day of `day`'s week, as the patient's region counts weeks."""
    first = QLocale().firstDayOfWeek().value
    return day - timedelta(days=(day.isoweekday() - first) % DAYS)
