"""Dates in the few words that fit an axis or a table."""

from datetime import date

from diary.words import translate


def short_date(on: date) -> str:
    """As in “23 Nov”."""
    return translate("Dates", "{day} {month}").format(day=on.day, month=short_month(on))


def short_month(on: date) -> str:
    return (
        translate("Short dates", "Jan"),
        translate("Short dates", "Feb"),
        translate("Short dates", "Mar"),
        translate("Short dates", "Apr"),
        translate("Short dates", "May"),
        translate("Short dates", "Jun"),
        translate("Short dates", "Jul"),
        translate("Short dates", "Aug"),
        translate("Short dates", "Sep"),
        translate("Short dates", "Oct"),
        translate("Short dates", "Nov"),
        translate("Short dates", "Dec"),
    )[on.month - 1]
