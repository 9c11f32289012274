"""The line above a panel: its marker, its name and what its numbers mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from diary.charts.layout import USUAL_TEXT
from diary.charts.rect import Rect
from diary.charts.sheet import Sheet
from diary.domain.scales import Scale, name
from diary.words import translate

MARKER_X, TITLE_X = 23, 37
"""Middle of the marker and left edge of the title, at 100 % text."""

HINT_GAP = 8

TITLE_SIZE = 14 / 12
"""Of the caption's size."""


@dataclass(frozen=True, slots=True)
class Heading:
    """`hints` are the same words from longest to shortest; the first that fits is printed."""

    title: str
    marker: str
    color: str
    hints: Sequence[str]


def acne_heading(color: str) -> Heading:
    hints = (translate("Chart", "0 clear, 10 worst"), translate("Chart", "10 worst"))
    return Heading(name(Scale.ACNE), "o", color, hints)


def dryness_heading(color: str) -> Heading:
    hints = (translate("Chart", "0 none, 10 worst"), translate("Chart", "10 worst"))
    return Heading(translate("Chart", "Dryness"), "s", color, hints)


def mood_heading(color: str) -> Heading:
    hints = (translate("Chart", "10 very good, 0 very low"), translate("Chart", "10 very good"))
    return Heading(name(Scale.MOOD), "^", color, hints)


def draw_heading(
    sheet: Sheet, heading: Heading, row: Rect, text_px: float, *, kept_free: float = 0
) -> Rect:
    """Draw it in `row` and return the part it takes; `kept_free` pixels stay free at its end."""
    scale, size = text_px / USUAL_TEXT, text_px * TITLE_SIZE
    sheet.marker(MARKER_X * scale, row.middle, heading.marker, 9 * scale, heading.color)
    left = TITLE_X * scale
    title_end = left + sheet.text_width(heading.title, size, bold=True)
    sheet.text(heading.title, left, row.middle, size=size, color=sheet.palette.text, bold=True)
    x = title_end + HINT_GAP * scale
    hint = fitting(sheet, heading.hints, row.right - kept_free - x, text_px)
    if not hint:
        return Rect(left, row.top, title_end - left, row.height)
    sheet.text(hint, x, row.middle, size=text_px, color=sheet.palette.muted)
    return Rect(left, row.top, x + sheet.text_width(hint, text_px) - left, row.height)


def fitting(sheet: Sheet, words: Sequence[str], room: float, size: float) -> str:
    """The first of `words` that fits into `room`, or nothing."""
    return next((each for each in words if sheet.text_width(each, size) <= room), "")
