"""The shared axis: weeks of the course above their dates, and today."""

from dataclasses import dataclass
from datetime import date

from diary.charts.course_chart import CourseChart
from diary.charts.sheet import Sheet
from diary.charts.timeline import Timeline
from diary.domain.dates import short_date
from diary.words import translate

GAP = 8
"""Least space between two labels, in pixels at 100 % text."""

TICK = 5


@dataclass(frozen=True, slots=True)
class WeekAxis:
    """Heights of the axis line and of its two rows of labels; `text` is their size."""

    line: float
    weeks: float
    dates: float
    text: float


def week_word() -> str:
    return translate("Chart", "Week")


def draw_week_axis(
    sheet: Sheet, timeline: Timeline, chart: CourseChart, axis: WeekAxis, *, today: bool
) -> None:
    """Ticks as fine as their dates fit; a week's number gives way to “today”."""
    color = sheet.palette.axis
    sheet.line([timeline.left, timeline.right], [axis.line] * 2, color=color, width=1)
    weeks = timeline.weeks(chart.course, _room(sheet, axis.text))
    taken = _draw_today(sheet, timeline, chart.today, axis) if today else None
    for week, on in weeks:
        x, number = timeline.x_of(on), str(week).replace("-", "−")
        sheet.line([x, x], [axis.line, axis.line + TICK], color=color, width=1)
        width = sheet.text_width(number, axis.text) + GAP
        if taken is None or x + width / 2 <= taken[0] or taken[1] <= x - width / 2:
            sheet.text(
                number, x, axis.weeks, size=axis.text, color=sheet.palette.text, align="center"
            )
        _draw_date(sheet, x, short_date(on), axis)


def word_right(sheet: Sheet, timeline: Timeline, text: float) -> float:
    """Where the word “Week” ends: clear of the first week's number."""
    return timeline.left - sheet.text_width("0", text) / 2 - GAP


def _room(sheet: Sheet, text: float) -> float:
    """The width of the widest date with its gap."""
    return max(sheet.text_width(short_date(date(2000, m, 28)), text) for m in range(1, 13)) + GAP


def _draw_date(sheet: Sheet, x: float, words: str, axis: WeekAxis) -> None:
    half = sheet.text_width(words, axis.text) / 2
    x = min(max(x, half), sheet.width - half)
    sheet.text(words, x, axis.dates, size=axis.text, color=sheet.palette.muted, align="center")


def _draw_today(
    sheet: Sheet, timeline: Timeline, today: date, axis: WeekAxis
) -> tuple[float, float] | None:
    """The word “today” and its tick; returns the stretch that the word takes."""
    if not timeline.first <= today <= timeline.last:
        return None
    words, x = translate("Chart", "today"), timeline.x_of(today)
    color = sheet.palette.text
    sheet.line([x, x], [axis.line - 1, axis.line + TICK + 1], color=color, width=1.6)
    half = sheet.text_width(words, axis.text) / 2
    middle = max(x, word_right(sheet, timeline, axis.text) + GAP + half)
    middle = min(middle, sheet.width - half)
    sheet.text(words, middle, axis.weeks, size=axis.text, color=sheet.palette.muted, align="center")
    return middle - half, middle + half
