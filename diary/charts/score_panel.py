"""A panel of scores 0–10: dots for days, a line with its band where there is one."""

from dataclasses import dataclass, replace

from matplotlib.axes import Axes

from diary.charts.sheet import Sheet
from diary.charts.timeline import Timeline
from diary.domain.scales import HIGH, LOW
from diary.domain.trend import Series, SmoothPoint, smooth

BAND_ALPHA = 0.22
"""The band is seen on both backgrounds and leaves the dots in it readable."""

CROWDED = 0.7
"""Where a day is narrower than this share of a dot, dots would merge into a bar."""

ZERO, BANDS, DOTS, LINES = 1.6, 1.7, 2.5, 3.5
"""What lies above what; matplotlib draws grid lines at 1.5."""


Dashes = str | tuple[int, tuple[float, ...]]
"""Matplotlib's line style: a name, or an offset with lengths on and off in line widths."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a series is drawn; sizes in logical pixels, `alpha` is that of dots behind a line."""

    marker: str
    color: str
    size: float = 5.5
    alpha: float = 0.6
    edge: float = 0
    line: float = 1.8
    dashes: Dashes = "solid"
    band: bool = True

    def for_width(self, day: float) -> "Look":
        """Smaller and fainter dots where a day has less than `day` pixels for one."""
        if day >= CROWDED * self.size:
            return self
        return replace(self, size=0.6 * self.size, alpha=0.4, edge=0.6 * self.edge)


def score_axes(sheet: Sheet, axes: Axes, timeline: Timeline) -> None:
    """Give a panel its scale: grid lines at 0, 5 and 10."""
    axes.set_xlim(0, timeline.days)
    axes.set_ylim(LOW, HIGH)
    axes.set_yticks([LOW, (LOW + HIGH) / 2, HIGH])
    axes.grid(axis="y", color=sheet.palette.grid, linewidth=1)
    axes.axhline(
        LOW,
        color=sheet.palette.axis,
        linewidth=1,
        alpha=0.6,
        zorder=ZERO,
        clip_on=False,
    )


def draw_scores(
    sheet: Sheet, axes: Axes, timeline: Timeline, series: Series, look: Look
) -> float | None:
    """Dots of the days in view, and the line wherever the answers carry one.

    Returns the height at which the line ends, or the last dot while there is no line.
    """
    segments = [
        points
        for segment in smooth(series)
        if (points := [point for point in segment if timeline.shows(point.on)])
    ]
    for segment in segments:
        _draw_segment(axes, timeline, segment, look)
    dots = look.for_width(timeline.day_width) if segments else replace(look, alpha=1)
    shown = [(on, value) for on, value in series if timeline.shows(on)]
    _draw_dots(sheet, axes, timeline, shown, dots)
    if segments:
        return segments[-1][-1].value
    return shown[-1][1] if shown else None


def _draw_dots(sheet: Sheet, axes: Axes, timeline: Timeline, series: Series, look: Look) -> None:
    axes.plot(
        [(on - timeline.first).days for on, _ in series],
        [value for _, value in series],
        linestyle="none",
        marker=look.marker,
        markersize=look.size,
        markerfacecolor=sheet.palette.surface if look.edge else look.color,
        markeredgecolor=look.color,
        markeredgewidth=look.edge,
        alpha=look.alpha,
        clip_on=False,
        zorder=DOTS,
        label="days",
    )


def _draw_segment(axes: Axes, timeline: Timeline, segment: list[SmoothPoint], look: Look) -> None:
    xs = [(point.on - timeline.first).days for point in segment]
    if look.band:
        axes.fill_between(
            xs,
            [point.low for point in segment],
            [point.high for point in segment],
            color=look.color,
            alpha=BAND_ALPHA,
            linewidth=0,
            zorder=BANDS,
        )
    axes.plot(
        xs,
        [point.value for point in segment],
        color=look.color,
        linewidth=look.line,
        linestyle=look.dashes,
        solid_capstyle="round",
        zorder=LINES,
        label="line",
    )
