"""The dryness panel: the mean of the four sites, or a thin line for each with its name."""

from matplotlib.axes import Axes

from diary.charts.course_chart import CourseChart
from diary.charts.layout import spread
from diary.charts.rect import Rect
from diary.charts.score_panel import Dashes, Look, draw_scores
from diary.charts.sheet import Sheet
from diary.charts.timeline import Timeline
from diary.domain.scales import DRYNESS, HIGH, Scale, name

DASHES: dict[Scale, Dashes] = {
    Scale.LIPS: "solid",
    Scale.SKIN: (0, (5, 2)),
    Scale.EYES: (0, (1, 1.5)),
    Scale.NOSE: (0, (6, 2, 1, 2)),
}
"""Lines that cross are told apart by their dashes, for they share the panel's colour."""

LABEL_GAP = 10


def draw_dryness(
    sheet: Sheet, axes: Axes, chart: CourseChart, timeline: Timeline
) -> dict[Scale, float]:
    """Returns the scores at which the lines of the sites end, if the sites are drawn."""
    color = sheet.palette.dryness
    if not chart.by_site:
        draw_scores(sheet, axes, timeline, chart.dryness(), Look("s", color, size=5))
        return {}
    looks = {
        site: Look("s", color, size=3, alpha=0.35, line=1.4, dashes=DASHES[site], band=False)
        for site in DRYNESS
    }
    ends = {
        site: draw_scores(sheet, axes, timeline, chart.scores(site), look)
        for site, look in looks.items()
    }
    return {site: end for site, end in ends.items() if end is not None}


def site_labels_width(sheet: Sheet, text_px: float) -> float:
    """Room for the names right of the last day, with their gap."""
    return LABEL_GAP + max(sheet.text_width(name(site), text_px) for site in DRYNESS)


def label_sites(
    sheet: Sheet, ends: dict[Scale, float], x: float, panel: Rect, text_px: float
) -> None:
    """Write each site's name right of `x`, where its line ends; names that would touch part."""
    heights = [panel.bottom - panel.height * score / HIGH for score in ends.values()]
    places = spread(heights, text_px * 1.15, panel.top, panel.bottom)
    color = sheet.palette.dryness
    for site, height, place in zip(ends, heights, places, strict=True):
        sheet.line([x + 2, x + LABEL_GAP - 2], [height, place], color=color, width=0.8)
        sheet.text(name(site), x + LABEL_GAP, place, size=text_px, color=color)
