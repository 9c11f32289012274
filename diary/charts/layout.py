"""Where everything of the course chart lies, in logical pixels, for any size of card and text."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from diary.charts.rect import Rect

USUAL_TEXT = 12.0
"""Pixels of a caption at 100 % text; rows of text grow with it, gaps do not."""

PHOTO = 44
"""Side of the thumbnails in the strip between the dose panel and the axis."""

TOP, GAP, UNDER_HEADING, UNDER_PANELS, AROUND_STRIP, FOOT = 17, 22, 10, 16, 4, 15
ROW, HEADING_ROW = 16, 24
"""Heights at 100 % text of a row of captions and of a heading, which also holds a control."""

SHARES = {"acne": 106, "dryness": 80, "mood": 80, "dose": 80}
"""How the panels divide the height that is left: the first question gets the most."""

LEAST_PANEL = 44
"""A panel's height at 100 % text below which its three labels would touch."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`headings` are whole rows; the month-two band reaches from `band_top` to `band_bottom`."""

    headings: dict[str, Rect]
    panels: dict[str, Rect]
    band_top: float
    band_label: float
    band_bottom: float
    strip: Rect
    axis: float
    weeks: float
    dates: float


def minimum_height(text_px: float = USUAL_TEXT) -> float:
    """The least height at which no two labels of the chart touch."""
    return _fixed(_scale(text_px)) + LEAST_PANEL * _scale(text_px) * sum(SHARES.values()) / 80


def plan(height: float, left: float, right: float, text_px: float) -> Layout:
    """Rows of fixed height from above and below; the panels share what lies between."""
    scale = _scale(text_px)
    width = right - left
    spare = max(height - _fixed(scale), LEAST_PANEL)
    top = TOP + HEADING_ROW * scale
    headings, panels = {}, {}
    for name, share in SHARES.items():
        headings[name] = Rect(0, top, right, HEADING_ROW * scale)
        panel_top = headings[name].bottom + UNDER_HEADING
        panels[name] = Rect(left, panel_top, width, spare * share / sum(SHARES.values()))
        top = panels[name].bottom + GAP
    band_bottom = panels["dose"].bottom + UNDER_PANELS
    strip = Rect(left, band_bottom + AROUND_STRIP, width, PHOTO)
    axis = strip.bottom + 2 * AROUND_STRIP
    return Layout(
        headings=headings,
        panels=panels,
        band_top=TOP,
        band_label=TOP + HEADING_ROW * scale / 2,
        band_bottom=band_bottom,
        strip=strip,
        axis=axis,
        weeks=axis + 8 + ROW * scale / 2,
        dates=axis + 8 + ROW * scale * 3 / 2,
    )


def spread(wanted: Sequence[float], least: float, top: float, bottom: float) -> list[float]:
    """Heights near the `wanted` ones and in their order, `least` apart, from `top` to `bottom`.

    Labels that would touch move apart evenly around their mean: least squares by pooling
    neighbours (Barlow and others, "Statistical Inference under Order Restrictions", 1972).
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    pools: list[list[float]] = []
    for rank, i in enumerate(order):
        pools.append([wanted[i] - rank * least])
        while len(pools) > 1 and fmean(pools[-2]) > fmean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    levels = [fmean(pool) for pool in pools for _ in pool]
    highest = max(bottom - (len(wanted) - 1) * least, top)
    placed = [0.0] * len(wanted)
    for rank, (i, level) in enumerate(zip(order, levels, strict=True)):
        placed[i] = min(max(level, top), highest) + rank * least
    return placed


def _scale(text_px: float) -> float:
    return text_px / USUAL_TEXT


def _fixed(scale: float) -> float:
    """Everything but the panels."""
    rows = HEADING_ROW * (1 + len(SHARES)) + 2 * ROW
    gaps = UNDER_HEADING * len(SHARES) + GAP * (len(SHARES) - 1)
    below = UNDER_PANELS + AROUND_STRIP + PHOTO + 2 * AROUND_STRIP + 8 + FOOT
    return TOP + rows * scale + gaps + below
