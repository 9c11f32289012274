"""The months along an axis of dates."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from diary.domain.course import months_after
from diary.domain.dates import short_month
from diary.ui.local import short_date


def month_ticks(first: date, last: date) -> list[tuple[date, str]]:
    """`first` with its day, then the first of each month; January says the year."""
    ticks = [(first, short_date(first))]
    on = months_after(first.replace(day=1), 1)
    while on <= last:
        ticks.append((on, _name(on)))
        on = months_after(on, 1)
    return ticks


def _name(on: date) -> str:
    if on.month > 1:
        return short_month(on)
    pattern = QCoreApplication.translate("Dates", "{month} {year}")
    return pattern.format(month=short_month(on), year=on.year)
