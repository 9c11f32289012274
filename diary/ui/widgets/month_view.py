"""The month that opens under the week strip's calendar button."""

from collections.abc import Iterable
from datetime import date
from typing import cast

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from diary.ui import icons
from diary.ui.widgets.day_button import to_qt

_NAVIGATION = {
    "qt_calendar_prevmonth": "chevron-left",
    "qt_calendar_nextmonth": "chevron-right",
}


class MonthView(QFrame):
    """A calendar in a popup; days with an entry are bold, days to come cannot be chosen."""

    day_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("month")
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName(self.tr("Choose a day"))
        self._calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        self._calendar.clicked.connect(self._choose)
        self._calendar.activated.connect(self._choose)
        self._dress_navigation()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 8, 8, 8)
        rows.addWidget(self._calendar)

    def open_under(self, anchor: QWidget, day: date, today: date, entries: Iterable[date]) -> None:
        """Open at the end of `anchor` with `day` chosen and `entries` in bold."""
        self._calendar.setMaximumDate(to_qt(today))
        self._mark(entries)
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

    def _mark(self, entries: Iterable[date]) -> None:
        self._calendar.setDateTextFormat(QDate(), QTextCharFormat())
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        for day in entries:
            self._calendar.setDateTextFormat(to_qt(day), bold)

    def _dress_navigation(self) -> None:
        names = {
            "qt_calendar_prevmonth": self.tr("Month before"),
            "qt_calendar_nextmonth": self.tr("Month after"),
        }
        for name, icon in _NAVIGATION.items():
            button = cast("QToolButton", self._calendar.findChild(QToolButton, name))
            button.setAccessibleName(names[name])
            button.setToolTip(names[name])
            icons.put(button, icon)
