"""What Qt's calendar needs to look and speak like the rest of the window."""

from typing import cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from diary.ui import icons


def dress(calendar: QCalendarWidget) -> None:
    """No week numbers, no red weekends, our arrows, and names for those who hear them."""
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    _dress_arrow(calendar, "qt_calendar_prevmonth", "chevron-left", _tr("Month before"))
    _dress_arrow(calendar, "qt_calendar_nextmonth", "chevron-right", _tr("Month after"))


def _dress_arrow(calendar: QCalendarWidget, part: str, icon: str, name: str) -> None:
    button = cast("QToolButton", calendar.findChild(QToolButton, part))
    button.setAccessibleName(name)
    button.setToolTip(name)
    icons.put(button, icon)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Calendar", text)
