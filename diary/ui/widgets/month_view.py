"""The month that opens under the week strip's calendar button."""

from collections.abc import Iterable
from datetime import date
from typing import cast

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from diary.ui import theme
from diary.ui.widgets import calendar
from diary.ui.widgets.day_button import to_qt

DAYS_TO_COME_IN_VIEW = 45
"""From the first of today's month to the last row that its page can show."""


class MonthView(QFrame):
    """A calendar in a popup; days with an entry are bold, days to come cannot be chosen."""

    day_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("month")
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName(self.tr("Choose a day"))
        self._calendar.clicked.connect(self._choose)
        self._calendar.activated.connect(self._choose)
        calendar.dress(self._calendar)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 8, 8, 8)
        rows.addWidget(self._calendar)

    def open_under(self, anchor: QWidget, day: date, today: date, entries: Iterable[date]) -> None:
        """Open at the end of `anchor` with `day` chosen and `entries` in bold."""
        self._calendar.setMaximumDate(to_qt(today))
        self._mark(entries, today)
        self._calendar.setSelectedDate(to_qt(day))
        corner = anchor.mapToGlobal(QPoint(anchor.width(), anchor.height() + 4))
        self.adjustSize()
        self.move(corner - QPoint(self.width(), 0))
        self.show()
        self._calendar.setFocus()

    @Slot(QDate)
    def _choose(self, day: QDate) -> None:
        if self.isVisible():
            self.hide()
            self.day_chosen.emit(cast("date", day.toPython()))

    def _mark(self, entries: Iterable[date], today: date) -> None:
        self._calendar.setDateTextFormat(QDate(), QTextCharFormat())
        bold, faint = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        faint.setForeground(theme.current().color("faint"))
        for day in entries:
            self._calendar.setDateTextFormat(to_qt(day), bold)
        for days in range(1, DAYS_TO_COME_IN_VIEW):
            self._calendar.setDateTextFormat(to_qt(today).addDays(days), faint)
