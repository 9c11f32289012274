"""The course in one figure: acne, dryness, mood and dose over one shared axis of weeks."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from diary.charts.course_chart import CourseChart
from diary.charts.dose_panel import (
    dose_axes,
    dose_heading,
    dose_top,
    draw_doses,
    label_end,
    label_target,
)
from diary.charts.dryness_panel import draw_dryness, label_sites, site_labels_width
from diary.charts.heading import (
    acne_heading,
    draw_heading,
    dryness_heading,
    fitting,
    mood_heading,
)
from diary.charts.layout import USUAL_TEXT, Layout, minimum_height, plan
from diary.charts.palette import Palette
from diary.charts.places import CoursePlaces
from diary.charts.rect import Rect
from diary.charts.score_panel import Look, draw_scores, score_axes
from diary.charts.sheet import Sheet
from diary.charts.timeline import Timeline
from diary.charts.week_axis import WeekAxis, draw_week_axis, week_word, word_right
from diary.domain.scales import Scale
from diary.words import translate

__all__ = ["CourseAxes", "draw_course", "minimum_height"]

EDGE, TICK_GAP = 16, 8
LEFT, RIGHT = 61, 27
"""Margins as drawn; larger text and names at the lines' ends ask for more."""


@dataclass(frozen=True, slots=True)
class CourseAxes(CoursePlaces):
    """The panels as drawn, and where they are."""

    acne: Axes
    dryness: Axes
    mood: Axes
    dose: Axes


def draw_course(
    figure: Figure,
    chart: CourseChart,
    palette: Palette,
    *,
    font: str,
    text_px: float = USUAL_TEXT,
    toggle_width: float = 0,
) -> CourseAxes:
    """Clear `figure` and draw the chart on it.

    `text_px` is the size of captions in logical pixels; `toggle_width` is kept free right of the
    Dryness heading. At least `minimum_height(text_px)` high, 420 wide.
    """
    return _Drawing(Sheet(figure, palette, font), chart, text_px).draw(toggle_width)


class _Drawing:
    """One drawing of one chart: what its steps share."""

    def __init__(self, sheet: Sheet, chart: CourseChart, text_px: float) -> None:
        self.sheet, self.chart, self.text_px = sheet, chart, text_px
        self.timeline = self._timeline()
        left, right = self.timeline.left, self.timeline.right
        self.layout: Layout = plan(sheet.height, left, right, text_px)

    def draw(self, toggle_width: float) -> CourseAxes:
        self._draw_month_two()
        panels = {name: self.sheet.panel(rect) for name, rect in self.layout.panels.items()}
        self._draw_scores(panels)
        dose_axes(self.sheet, panels["dose"], self.chart, self.timeline)
        draw_doses(self.sheet, panels["dose"], self.chart, self.timeline)
        self._draw_today()
        self._write_scales(panels)
        headings = self._write_headings(toggle_width)
        self._write_axis()
        return CourseAxes(
            **panels,
            timeline=self.timeline,
            headings=headings,
            panels=self.layout.panels,
            photo_strip=self.layout.strip,
        )

    def _timeline(self) -> Timeline:
        """Margins that hold the longest number left of the panels and the names right of them."""
        width = self.sheet.text_width
        numbers = EDGE + TICK_GAP + width(f"{dose_top(self.chart):,.0f}", self.text_px)
        word = EDGE + width(week_word(), self.text_px) + TICK_GAP + width("0", self.text_px) / 2
        timeline = Timeline(
            self.chart.first,
            self.chart.last,
            max(LEFT, numbers, word),
            self.sheet.width - max(RIGHT, RIGHT * self.text_px / USUAL_TEXT),
        )
        if not self.chart.by_site:
            return timeline
        room = self.sheet.width - timeline.x_of(min(self.chart.today, timeline.last))
        short = max(site_labels_width(self.sheet, self.text_px) + TICK_GAP - room, 0)
        return Timeline(timeline.first, timeline.last, timeline.left, timeline.right - short)

    def _draw_month_two(self) -> None:
        stretch = self.timeline.month_two(self.chart.course)
        if stretch is None:
            return
        left, right = stretch
        top, height = self.layout.band_top, self.layout.band_bottom - self.layout.band_top
        self.sheet.band(Rect(left, top, right - left, height), self.sheet.palette.band)
        words = fitting(self.sheet, _month_two_words(), self.sheet.width - 16, self.text_px)
        room = self.sheet.width - 8 - self.sheet.text_width(words, self.text_px)
        color = self.sheet.palette.band_text
        self.sheet.text(
            words, min(left + 8, room), self.layout.band_label, size=self.text_px, color=color
        )

    def _draw_scores(self, panels: dict[str, Axes]) -> None:
        sheet, chart, timeline = self.sheet, self.chart, self.timeline
        for name in ("acne", "dryness", "mood"):
            score_axes(sheet, panels[name], timeline)
        acne, mood = Look("o", sheet.palette.acne), Look("^", sheet.palette.mood)
        draw_scores(sheet, panels["acne"], timeline, chart.scores(Scale.ACNE), acne)
        site_ends = draw_dryness(sheet, panels["dryness"], chart, timeline)
        draw_scores(sheet, panels["mood"], timeline, chart.scores(Scale.MOOD), mood)
        end = timeline.x_of(min(chart.today, timeline.last))
        label_sites(sheet, site_ends, end, self.layout.panels["dryness"], self.text_px)

    def _draw_today(self) -> None:
        """Dotted through the three panels of scores."""
        if not self.chart.shows(self.chart.today):
            return
        x = self.timeline.x_of(self.chart.today)
        for name in ("acne", "dryness", "mood"):
            rect = self.layout.panels[name]
            self.sheet.line(
                [x, x],
                [rect.top, rect.bottom],
                color=self.sheet.palette.muted,
                width=1,
                linestyle=(0, (1.5, 2.5)),
            )

    def _write_scales(self, panels: dict[str, Axes]) -> None:
        for name, axes in panels.items():
            rect, (_, top) = self.layout.panels[name], axes.get_ylim()
            for value in axes.get_yticks():
                self.sheet.text(
                    f"{value:,g}",
                    rect.left - TICK_GAP,
                    rect.bottom - rect.height * value / top,
                    size=self.text_px,
                    color=self.sheet.palette.muted,
                    align="right",
                )

    def _write_headings(self, toggle_width: float) -> dict[str, Rect]:
        sheet, palette, rows = self.sheet, self.sheet.palette, self.layout.headings
        dose_panel = self.layout.panels["dose"]
        labelled = label_target(sheet, self.chart, dose_panel, self.text_px)
        label_end(sheet, self.chart, self.timeline, dose_panel, self.text_px)
        every = {
            "acne": acne_heading(palette.acne),
            "dryness": dryness_heading(palette.dryness),
            "mood": mood_heading(palette.mood),
            "dose": dose_heading(self.chart, palette.dose, names_target=not labelled),
        }
        free = {"dryness": toggle_width}
        return {
            name: draw_heading(
                sheet, heading, rows[name], self.text_px, kept_free=free.get(name, 0)
            )
            for name, heading in every.items()
        }

    def _write_axis(self) -> None:
        sheet, text = self.sheet, self.text_px
        axis = WeekAxis(self.layout.axis, self.layout.weeks, self.layout.dates, text)
        draw_week_axis(sheet, self.timeline, self.chart, axis, today=True)
        x = word_right(sheet, self.timeline, text)
        sheet.text(week_word(), x, axis.weeks, size=text, color=sheet.palette.muted, align="right")


def _month_two_words() -> tuple[str, ...]:
    return (
        translate("Chart", "Month two — results typically start to show"),
        translate("Chart", "Month two"),
    )
