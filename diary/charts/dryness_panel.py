"""The dryness panel: the mean of the four sites, or a thin line for each with its name."""

from matplotlib.axes import Axes

from diary.charts.course_chart import CourseChart
from diary.charts.layout import spread
from diary.charts.score_panel import Dashes, Look, draw_scores
from diary.charts.sheet import Rect, Sheet
from diary.charts.timeline import Timeline
from diary.domain.scales import DRYNESS, HIGH, Scale, name
from diary.domain.trend import smooth

DASHES: dict[Scale, Dashes] = {
    Scale.LIPS: "solid",
    Scale.SKIN: (0, (5, 2)),
    Scale.EYES: (0, (1, 1.5)),
    Scale.NOSE: (0, (6, 2, 1, 2)),
}
"""Lines that cross are told apart by their dashes, for they share the panel's colour."""

LABEL_GAP = 10


def draw_dryness(sheet: Sheet, axes: Axes, chart: CourseChart, timeline: Timeline) -> None:
    color = sheet.palette.dryness
    if not chart.by_site:
        draw_scores(sheet, axes, timeline, chart.dryness(), Look("s", color, size=5))
        return
    for site in DRYNESS:
        look = Look("s", color, size=3, alpha=0.35, line=1.4, dashes=DASHES[site], band=False)
        draw_scores(sheet, axes, timeline, chart.scores(site), look)


def site_labels_width(sheet: Sheet, text_px: float) -> float:
    """Room for the names right of the last day, with their gap."""
    return LABEL_GAP + max(sheet.text_width(name(site), text_px) for site in DRYNESS)


def label_sites(
    sheet: Sheet, chart: CourseChart, timeline: Timeline, panel: Rect, text_px: float
) -> None:
    """Write each site's name where its line ends, moved apart as far as they would touch."""
    ends = _ends(chart)
    if not ends:
        return
    heights = [panel.bottom - panel.height * value / HIGH for value in ends.values()]
    places = spread(heights, text_px * 1.15, panel.top, panel.bottom)
    x = timeline.x_of(min(chart.today, timeline.last))
    for site, height, place in zip(ends, heights, places, strict=True):
        color = sheet.palette.dryness
        sheet.line([x + 2, x + LABEL_GAP - 2], [height, place], color=color, width=0.8)
        sheet.text(name(site), x + LABEL_GAP, place, size=text_px, color=color)


def _ends(chart: CourseChart) -> dict[Scale, float]:
    """The last height of each site's line, or its last score while it has no line."""
    ends = {}
    for site in DRYNESS:
        series = chart.scores(site)
        line = [
            (point.on, point.value)
            for segment in smooth(series)
            for point in segment
            if chart.shows(point.on)
        ]
        shown = line or [(on, value) for on, value in series if chart.shows(on)]
        if shown:
            ends[site] = shown[-1][1]
    return ends
