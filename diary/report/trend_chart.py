"""The trend chart of a report: its picture, its words for a screen reader and its measures."""

from typing import Any

from diary.charts.course_chart import CourseChart, Range, chart_between, chart_of
from diary.domain.diary import Diary
from diary.report.period import Period

WIDTH_PT = 375.0
"""Leaves 190 px of an A4 page for the words beside the panels."""


def chart_for(diary: Diary, period: Period) -> CourseChart:
    """The course from its start runs to the end of month two at least; other periods end as chosen.

    A chosen period is smoothed with the days around it, as it is on the screen.
    """
    if period.first == diary.course.start:
        return chart_of(period.days, diary.course, period.last, Range.WHOLE)
    return chart_between(diary.days, diary.course, period.today, period.first, period.last)


def trend_svg(chart: CourseChart) -> bytes:
    from diary.charts import paper

    return paper.trend_svg(chart, width_pt=WIDTH_PT)


def trend_layout(chart: CourseChart) -> dict[str, Any]:
    """What the template needs to set the words in step with the panels, in points."""
    from diary.charts import paper

    return {
        "width": WIDTH_PT,
        "top": paper.FIRST_PANEL_TOP,
        "pitch": paper.PANEL_PITCH,
        "alternative": paper.alternative_text(chart),
    }
