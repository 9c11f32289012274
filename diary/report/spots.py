"""Spots that the patient counted, in the first and the last week."""

from statistics import fmean

from diary.domain.day import Day
from diary.domain.scales import Count, name
from diary.report.parts import Cell, Table
from diary.report.period import Period
from diary.report.trend import WEEK
from diary.report.wording import decimal
from diary.words import translate


def spots(period: Period) -> Table | None:
    """Means of the days on which a kind was counted.

    Under two weeks the first and the last would share days, so there is one mean.
    """
    weeks = _weeks(period)
    rows = tuple(
        (Cell(_mean_of(count)), *(Cell(_mean(days, count)) for days in weeks.values()))
        for count in Count
        if any(day.count(count) is not None for days in weeks.values() for day in days)
    )
    if not rows:
        return None
    title = Cell(translate("Report", "Spots counted"), strong=True)
    return Table((title, *(Cell(head) for head in weeks)), rows)


def _weeks(period: Period) -> dict[str, tuple[Day, ...]]:
    if period.length < 2 * WEEK:
        return {translate("Report", "All days"): period.days}
    return {
        translate("Report", "First 7 days"): period.days_from_start(WEEK),
        translate("Report", "Last 7 days"): period.days_from_end(WEEK),
    }


def _mean_of(count: Count) -> str:
    return translate("Report", "{kind}, mean").format(kind=name(count))


def _mean(days: tuple[Day, ...], count: Count) -> str:
    counted = [number for day in days if (number := day.count(count)) is not None]
    return decimal(fmean(counted)) if counted else translate("Report", "not counted")
