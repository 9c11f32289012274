"""The trend in words, for people who hear the chart instead of seeing it."""

from statistics import fmean

from diary.charts.course_chart import CourseChart
from diary.domain.scales import Scale, name
from diary.domain.trend import Comparison, Series, compare
from diary.words import translate


def alternative_text(chart: CourseChart) -> str:
    """As in “Acne, 49 days, first week 6.1, last week 4.1, 2.0 lower (95% 1.2 to 2.8 lower). …”."""
    named = [
        (name(Scale.ACNE), chart.scores(Scale.ACNE)),
        (translate("Chart", "Dryness"), chart.dryness()),
        (name(Scale.MOOD), chart.scores(Scale.MOOD)),
    ]
    said = [
        f"{title}, {_course_of(shown, chart)}."
        for title, series in named
        if (shown := [(on, value) for on, value in series if chart.shows(on)])
    ]
    return " ".join(said) or translate("Chart", "No scores yet.")


def _course_of(series: Series, chart: CourseChart) -> str:
    days = _days(len(series))
    comparison = compare(series, max(chart.first, chart.course.start), min(chart.last, chart.today))
    if comparison is None:
        mean = fmean(value for _, value in series)
        return translate("Chart", "{days}, mean {mean}").format(days=days, mean=f"{mean:.1f}")
    weeks = translate("Chart", "{days}, first week {first}, last week {last}").format(
        days=days, first=f"{comparison.first:.1f}", last=f"{comparison.last:.1f}"
    )
    return f"{weeks}, {_difference(comparison)}"


def _days(number: int) -> str:
    if number == 1:
        return translate("Chart", "1 day")
    return translate("Chart", "{n} days").format(n=number)


def _difference(comparison: Comparison) -> str:
    difference = direction(comparison.difference)
    if comparison.low is None or comparison.high is None:
        return difference
    return translate("Chart", "{difference} (95% range {low} to {high})").format(
        difference=difference, low=direction(comparison.low), high=direction(comparison.high)
    )


def direction(difference: float) -> str:
    """As in “2.0 lower”, without a sign that a screen reader would swallow."""
    size = f"{abs(difference):.1f}"
    if size == "0.0":
        return translate("Chart", "no difference")
    if difference < 0:
        return translate("Chart", "{size} lower").format(size=size)
    return translate("Chart", "{size} higher").format(size=size)
