"""The panel of the dose so far: steps of what was recorded, against the patient's own target."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from math import log10

from matplotlib.axes import Axes

from diary.charts.course_chart import CourseChart
from diary.charts.heading import Heading
from diary.charts.read_out import amount_words
from diary.charts.rect import Rect
from diary.charts.sheet import Sheet
from diary.charts.timeline import Timeline
from diary.words import translate

LEAST_TOP = 10.0
"""A first day's dose is seen to be little."""

HEADROOM = 1.1
"""The scale goes a little above its highest number."""

END_MARK = 9
LABEL_GAP = 10


def dose_heading(chart: CourseChart, color: str, *, names_target: bool) -> Heading:
    """`names_target` when the target's own label has no room in the panel."""
    if chart.course.starting_weight:
        units = [translate("Chart", "mg per kg of body weight"), "mg/kg"]
    else:
        units = [translate("Chart", "mg recorded"), "mg"]
    target = target_words(chart) if names_target else ""
    hints = [f"{unit}, {target}" for unit in units] if target else []
    explained = [" · ".join([hint, *_marks(chart)]) for hint in hints or units]
    return Heading(translate("Chart", "Dose so far"), "D", color, [*explained, *hints, *units])


def target_words(chart: CourseChart) -> str:
    """As in “target 120–150 mg/kg”; empty without a target or a weight to reckon with."""
    target = chart.course.target
    if target is None or chart.course.starting_weight is None:
        return ""
    ends = f"{target.low:g}–{target.high:g}" if target.low < target.high else f"{target.low:g}"
    return translate("Chart", "target {ends} mg/kg").format(ends=ends)


def dose_top(chart: CourseChart) -> float:
    """The highest number of the scale; it always includes the target."""
    highest = max((chart.dose_amount(mg) for _, mg in chart.doses), default=0.0)
    target = chart.course.target if chart.course.starting_weight else None
    if target and target.high >= highest:
        return target.high
    return _round_above(max(highest, LEAST_TOP))


def dose_axes(sheet: Sheet, axes: Axes, chart: CourseChart, timeline: Timeline) -> None:
    top = dose_top(chart)
    axes.set_xlim(0, timeline.days)
    axes.set_ylim(0, top * HEADROOM)
    axes.set_yticks([0, top / 2, top])
    axes.axhline(0, color=sheet.palette.axis, alpha=0.6, linewidth=1, zorder=1, clip_on=False)
    if target_words(chart) and chart.course.target:
        _draw_target(sheet, axes, chart.course.target.low, chart.course.target.high)


def draw_doses(sheet: Sheet, axes: Axes, chart: CourseChart, timeline: Timeline) -> None:
    """A step up on each day with a dose; dotted where nothing was recorded; ◇ where skipped."""
    if not chart.has_doses:
        return
    shown = [(on, chart.dose_amount(mg)) for on, mg in chart.doses if chart.shows(on)]
    for recorded, run in groupby(shown, key=lambda dose: dose[0] not in chart.unrecorded):
        _draw_run(sheet, axes, chart, timeline, list(run), solid=recorded)
    skipped = [(on, amount) for on, amount in shown if on in chart.skipped]
    axes.plot(
        [(on - timeline.first).days for on, _ in skipped],
        [amount for _, amount in skipped],
        linestyle="none",
        marker="D",
        markersize=5,
        markerfacecolor=sheet.palette.surface,
        markeredgecolor=sheet.palette.dose,
        markeredgewidth=1.2,
        zorder=4,
        clip_on=False,
        label="skipped",
    )


def label_target(sheet: Sheet, chart: CourseChart, panel: Rect, text_px: float) -> bool:
    """Write the target under its band at the right; `False` if doses or space forbid it."""
    words, target = target_words(chart), chart.course.target
    if not words or target is None:
        return False
    band_bottom = _height_of(chart, panel, target.low)
    rest = Rect(panel.left, band_bottom, panel.width, text_px * 1.6)
    reached = max((mg for on, mg in chart.doses if chart.shows(on)), default=0.0)
    end_label_top = _height_of(chart, panel, chart.dose_amount(reached)) - text_px
    if end_label_top < rest.bottom or rest.bottom > panel.bottom - text_px / 2:
        return False
    color = sheet.palette.dose
    sheet.text(words, panel.right, rest.middle, size=text_px, color=color, align="right")
    return True


def label_end(
    sheet: Sheet, chart: CourseChart, timeline: Timeline, panel: Rect, text_px: float
) -> None:
    """A filled mark at today's sum and its number, right of it or above where there is no room."""
    if not chart.has_doses or not chart.doses or not chart.shows(chart.doses[-1][0]):
        return
    on, mg = chart.doses[-1]
    amount = chart.dose_amount(mg)
    x, y = timeline.x_of(on), _height_of(chart, panel, amount)
    sheet.marker(x, y, "D", END_MARK * 0.8, sheet.palette.dose)
    words = amount_words(amount)
    width = sheet.text_width(words, text_px, bold=True)
    if x + LABEL_GAP + width <= sheet.width:
        place, align = (x + LABEL_GAP, y), "left"
    else:
        place, align = (x, y - text_px), "right"
    sheet.text(words, *place, size=text_px, color=sheet.palette.text, bold=True, align=align)


def _marks(chart: CourseChart) -> list[str]:
    """What the chart's special marks mean, for those in view."""
    if not chart.has_doses:
        return []
    marks = []
    if any(chart.shows(on) for on in chart.skipped):
        marks.append(translate("Chart", "◇ skipped"))
    if any(chart.shows(on) for on in chart.unrecorded):
        marks.append(translate("Chart", "dotted: no record"))
    return marks


def _draw_target(sheet: Sheet, axes: Axes, low: float, high: float) -> None:
    axes.axhspan(low, high, color=sheet.palette.target_fill, linewidth=0, zorder=1)
    for end in (low, high):
        axes.axhline(
            end,
            color=sheet.palette.dose,
            linewidth=1,
            linestyle=(0, (3, 2)),
            zorder=1.6,
        )


def _draw_run(
    sheet: Sheet,
    axes: Axes,
    chart: CourseChart,
    timeline: Timeline,
    run: Sequence[tuple[date, float]],
    *,
    solid: bool,
) -> None:
    """One stretch of days that are all recorded, or all not; a day lasts until the next."""
    first, last = run[0][0], run[-1][0]
    before = dict(chart.doses).get(first - timedelta(days=1), 0.0)
    end = min(last + timedelta(days=1), chart.today, timeline.last)
    days = [first, *(on for on, _ in run), end]
    amounts = [chart.dose_amount(before), *(amount for _, amount in run), run[-1][1]]
    axes.plot(
        [(on - timeline.first).days for on in days],
        amounts,
        drawstyle="steps-post",
        color=sheet.palette.dose,
        linewidth=1.8 if solid else 1.2,
        linestyle="solid" if solid else (0, (1, 1.6)),
        zorder=3,
        clip_on=False,
        label="recorded" if solid else "no record",
    )


def _height_of(chart: CourseChart, panel: Rect, amount: float) -> float:
    return panel.bottom - panel.height * amount / (dose_top(chart) * HEADROOM)


def _round_above(value: float) -> float:
    """The next of 1, 2, 4, 6 or 10 times a power of ten, whose half is a round number too."""
    power = 10.0 ** int(log10(value))
    return next(step * power for step in (1, 2, 4, 6, 10) if step * power >= value)
