"""The trend on paper: up to three panels as SVG with real text, the same bytes each time."""

import io

import matplotlib as mpl
from matplotlib.figure import Figure

from diary.charts.course_chart import CourseChart
from diary.charts.in_words import alternative_text
from diary.charts.palette import PAPER
from diary.charts.rect import POINTS_PER_INCH, Rect
from diary.charts.score_panel import Look, draw_scores, score_axes
from diary.charts.sheet import SHIPPED_FONT, Sheet
from diary.charts.timeline import Timeline
from diary.charts.week_axis import WeekAxis, draw_week_axis
from diary.domain.scales import Scale
from diary.domain.trend import Series
from diary.words import translate

__all__ = [
    "FIRST_PANEL_TOP",
    "PANEL_PITCH",
    "alternative_text",
    "trend_height",
    "trend_svg",
]

FIRST_PANEL_TOP = 18.0
"""Points from the picture's top to the first panel's 10."""

PANEL_HEIGHT = 57.0
PANEL_PITCH = 75.0
"""Points from one panel's 10 to the next one's; the report's words keep step with it."""

LEFT, RIGHT = 17.0, 17.0
"""Room for “10” and for half of the last date."""

AXIS_GAP = 3.0
FOOT = 29.0
"""Points from the last panel's 0 to the picture's foot: axis, weeks and dates."""

TEXT = 8.25
"""Points: the smallest size that the report uses."""

HASH_SALT = "skin-diary"
"""Matplotlib names parts of an SVG at random unless a salt is given."""


def trend_height(chart: CourseChart) -> float:
    """Height of the picture in points: a panel for each question answered in view."""
    panels = max(len(_answered(chart)), 1)
    return FIRST_PANEL_TOP + (panels - 1) * PANEL_PITCH + PANEL_HEIGHT + FOOT


def trend_svg(chart: CourseChart, *, width_pt: float, font: str = SHIPPED_FONT) -> bytes:
    """The chart, `width_pt` by `trend_height` points.

    Open markers differ by shape and the month-two band is grey: both survive greyscale.
    """
    inches = width_pt / POINTS_PER_INCH, trend_height(chart) / POINTS_PER_INCH
    figure = Figure(figsize=inches, dpi=POINTS_PER_INCH)
    _draw(Sheet(figure, PAPER, font), chart)
    file = io.BytesIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": HASH_SALT}):
        figure.savefig(file, format="svg", metadata={"Date": None}, transparent=True)
    return file.getvalue()


def _draw(sheet: Sheet, chart: CourseChart) -> None:
    timeline = Timeline(chart.first, chart.last, LEFT, sheet.width - RIGHT)
    bottom = sheet.height - FOOT
    _draw_month_two(sheet, chart, timeline, bottom + AXIS_GAP)
    for number, (series, look) in enumerate(_answered(chart)):
        top = FIRST_PANEL_TOP + number * PANEL_PITCH
        rect = Rect(timeline.left, top, timeline.right - timeline.left, PANEL_HEIGHT)
        axes = sheet.panel(rect)
        score_axes(sheet, axes, timeline)
        draw_scores(sheet, axes, timeline, series, look)
        _draw_scale(sheet, rect)
    axis = WeekAxis(bottom + AXIS_GAP, bottom + 13, bottom + 23, TEXT)
    draw_week_axis(sheet, timeline, chart, axis, today=False)


def _answered(chart: CourseChart) -> list[tuple[Series, Look]]:
    every = (
        (chart.scores(Scale.ACNE), _look("o", PAPER.acne)),
        (chart.dryness(), _look("s", PAPER.dryness)),
        (chart.scores(Scale.MOOD), _look("^", PAPER.mood)),
    )
    return [(series, look) for series, look in every if any(chart.shows(on) for on, _ in series)]


def _look(marker: str, color: str) -> Look:
    return Look(marker, color, size=3.4, alpha=1, edge=0.8, line=1.3)


def _draw_scale(sheet: Sheet, rect: Rect) -> None:
    for words, y in (("10", rect.top), ("5", rect.middle), ("0", rect.bottom)):
        sheet.text(words, rect.left - 5, y, size=TEXT, color=PAPER.muted, align="right")


def _draw_month_two(sheet: Sheet, chart: CourseChart, timeline: Timeline, bottom: float) -> None:
    stretch = timeline.month_two(chart.course)
    if stretch is None:
        return
    left, right = stretch
    sheet.band(Rect(left, 0, right - left, bottom), PAPER.band, radius=0)
    words = translate("Chart", "month two")
    x = min(left + 4, sheet.width - sheet.text_width(words, TEXT))
    sheet.text(words, x, 6.5, size=TEXT, color=PAPER.band_text)
