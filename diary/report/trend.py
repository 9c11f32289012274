"""The words beside the trend chart: first and last week, their difference and its range."""

from datetime import date
from statistics import fmean

from diary.domain.day import Day
from diary.domain.scales import DRYNESS, Scale, name
from diary.domain.trend import Comparison, compare, smooth
from diary.report.parts import Panel, Trend
from diary.report.period import Period
from diary.report.wording import decimal, signed
from diary.words import translate

WEEK = 7

Series = list[tuple[date, float]]


def trend(period: Period) -> Trend | None:
    every = {
        "acne": scores(period, Scale.ACNE),
        "dryness": dryness(period),
        "mood": scores(period, Scale.MOOD),
    }
    answered = {key: series for key, series in every.items() if series}
    if not answered:
        return None
    panels = []
    if "acne" in answered:
        title = translate("Report", "Acne, 10 worst")
        panels.append(Panel("acne", title, *_words(answered["acne"], period)))
    if "dryness" in answered:
        title = translate("Report", "Dryness, 10 worst")
        value, lines = _words(answered["dryness"], period)
        panels.append(Panel("dryness", title, value, (*lines, *_by_site(period))))
    if "mood" in answered:
        title = translate("Report", "Mood, 10 best")
        panels.append(Panel("mood", title, *_words(answered["mood"], period)))
    return Trend(
        title=translate("Report", "Trend, patient’s daily scores 0–10"),
        panels=tuple(panels),
        legend=_legend(list(answered.values()), period),
    )


def scores(period: Period, scale: Scale) -> Series:
    return [(day.on, score) for day in period.days if (score := day.score(scale)) is not None]


def dryness(period: Period) -> Series:
    return [(day.on, mean) for day in period.days if (mean := day.dryness) is not None]


def _words(series: Series, period: Period) -> tuple[str, tuple[str, ...]]:
    """The figure and the lines below it."""
    comparison = compare(series, period.first, period.last)
    if comparison is None:
        return _mean(series)
    change = f"{decimal(comparison.first)} → {decimal(comparison.last)}"
    return change, (_difference(comparison),)


def _mean(series: Series) -> tuple[str, tuple[str, ...]]:
    mean = decimal(fmean(value for _, value in series))
    if len(series) == 1:
        return mean, (translate("Report", "on the one day answered"),)
    return mean, (translate("Report", "mean of {n} days").format(n=len(series)),)


def _difference(comparison: Comparison) -> str:
    if comparison.low is None or comparison.high is None:
        return signed(comparison.difference)
    return translate("Report", "{difference} (95% {low} to {high})").format(
        difference=signed(comparison.difference),
        low=signed(comparison.low),
        high=signed(comparison.high),
    )


def _by_site(period: Period) -> tuple[str, ...]:
    """Means of the last week, driest site first."""
    recent = period.days_from_end(WEEK)
    means = {site: mean for site in DRYNESS if (mean := _site_mean(recent, site)) is not None}
    if not means:
        return ()
    driest_first = sorted(means, key=lambda site: -means[site])
    sites = ", ".join(f"{name(site).lower()} {decimal(means[site])}" for site in driest_first)
    return (translate("Report", "now {sites}").format(sites=sites),)


def _site_mean(days: tuple[Day, ...], site: Scale) -> float | None:
    answered = [score for day in days if (score := day.score(site)) is not None]
    return fmean(answered) if answered else None


def _legend(every: list[Series], period: Period) -> tuple[str, ...]:
    lines = []
    if any(compare(series, period.first, period.last) for series in every):
        lines.append(translate("Report", "First 7 → last 7 days, means."))
    if any(smooth(series) for series in every):
        lines.append(translate("Report", "Line smoothed, 95% band."))
    if period.longest_gap():
        lines.append(translate("Report", "Gaps: days not journaled."))
    return tuple(lines)
