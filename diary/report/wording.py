"""How dates and numbers are written in a report."""

from collections.abc import Sequence
from datetime import date

from diary.domain.dates import short_month
from diary.words import translate

PLAIN_DAYS = 330
"""A date nearer than this has no namesake that could be meant."""


def day_month(on: date) -> str:
    """As in “5 November”."""
    return translate("Dates", "{day} {month}").format(day=on.day, month=_month(on))


def full_date(on: date) -> str:
    """As in “5 November 2026”."""
    return translate("Dates", "{day} {month} {year}").format(
        day=on.day, month=_month(on), year=on.year
    )


def short_date(on: date, near: date) -> str:
    """As in “5 Nov”, with its year if that is not plain from `near`."""
    pattern = (
        translate("Dates", "{day} {month}")
        if abs((on - near).days) < PLAIN_DAYS
        else translate("Dates", "{day} {month} {year}")
    )
    return pattern.format(day=on.day, month=short_month(on), year=on.year)


def short_full_date(on: date) -> str:
    """As in “5 Nov 2026”."""
    return translate("Dates", "{day} {month} {year}").format(
        day=on.day, month=short_month(on), year=on.year
    )


def span(first: date, last: date) -> str:
    """As in “12–14 October”, “29 September – 2 October”, or one day."""
    if first == last:
        return day_month(first)
    if (first.year, first.month) == (last.year, last.month):
        return translate("Dates", "{first}–{last} {month}").format(
            first=first.day, last=last.day, month=_month(first)
        )
    return f"{day_month(first)} – {day_month(last)}"


def full_span(first: date, last: date) -> str:
    """As in “1 October – 23 November 2026”."""
    if first.year == last.year:
        return f"{span(first, last)} {last.year}"
    return f"{full_date(first)} – {full_date(last)}"


def listed(parts: Sequence[str]) -> str:
    """As in “a, b and c”."""
    if len(parts) < 2:
        return "".join(parts)
    return translate("Report", "{first} and {last}").format(
        first=", ".join(parts[:-1]), last=parts[-1]
    )


def amount(value: float) -> str:
    """As in “1,920” or “12.5”: no more decimals than the number has."""
    return f"{round(value, 1):,.10g}"


def decimal(value: float, places: int = 1) -> str:
    return f"{value:.{places}f}"


def signed(value: float) -> str:
    """As in “+2.7”, “−2.0” or “0.0”."""
    rounded = round(value, 1)
    if rounded == 0:
        return "0.0"
    return f"{'−' if rounded < 0 else '+'}{abs(rounded):.1f}"


def sentence(text: str) -> str:
    """`text` with a capital letter; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def _month(on: date) -> str:
    return (
        translate("Dates", "January"),
        translate("Dates", "February"),
        translate("Dates", "March"),
        translate("Dates", "April"),
        translate("Dates", "May"),
        translate("Dates", "June"),
        translate("Dates", "July"),
        translate("Dates", "August"),
        translate("Dates", "September"),
        translate("Dates", "October"),
        translate("Dates", "November"),
        translate("Dates", "December"),
    )[on.month - 1]
