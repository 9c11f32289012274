"""Dates, times and numbers as the patient's country writes them."""

from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime


def long_date(on: date) -> str:
    """Such as "Monday 23 November"."""
    return _locale().toString(QDate(on.year, on.month, on.day), _tr("dddd d MMMM"))


def day_and_month(on: date) -> str:
    """Such as "23 November"."""
    return _locale().toString(QDate(on.year, on.month, on.day), _tr("d MMMM"))


def middle_date(on: date) -> str:
    """Such as "Mon 23 Nov"."""
    return _locale().toString(QDate(on.year, on.month, on.day), _tr("ddd d MMM"))


def short_date(on: date) -> str:
    """Such as "23 Nov"."""
    return _locale().toString(QDate(on.year, on.month, on.day), _tr("d MMM"))


def month_and_year(on: date) -> str:
    """Such as "November 2026"."""
    return _locale().toString(QDate(on.year, on.month, on.day), _tr("MMMM yyyy"))


def full_date(on: date) -> str:
    """Such as "1 October 2026"."""
    return _locale().toString(QDate(on.year, on.month, on.day), _tr("d MMMM yyyy"))


def clock_time(at: time | datetime) -> str:
    """Such as "08:14"."""
    return _locale().toString(QTime(at.hour, at.minute), _tr("HH:mm"))


def number(value: float, decimals: int = 0) -> str:
    """Such as "2,120"; decimals that are 0 are left out."""
    rounded = round(value, decimals)
    if rounded == int(rounded):
        return _locale().toString(int(rounded))
    return _locale().toString(rounded, "f", decimals)


def fixed(value: float, decimals: int) -> str:
    """Such as "68.0": with all its decimals."""
    return _locale().toString(float(value), "f", decimals)


def _locale() -> QLocale:
    """The system's, or British English where the system names none: C groups no digits."""
    named = QLocale()
    if named.language() is QLocale.Language.C:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return named


def _tr(pattern: str) -> str:
    return QCoreApplication.translate("Dates", pattern)
