"""A figure laid out like a sheet of squared paper: logical pixels, from the top left corner.

Matplotlib measures in inches and counts from below; here one unit is a pixel of the window, or a
point of the printed page, whatever the screen's scale.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from matplotlib import font_manager
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch
from matplotlib.text import Text
from matplotlib.textpath import TextToPath

from diary.charts.palette import Palette

POINTS_PER_INCH = 72

SHIPPED_FONT = "DejaVu Sans"
"""Comes with matplotlib, so it is always there."""

BEHIND, DATA, ABOVE = 0, 1, 2
"""Layers: the month-two band, the panels, and everything written."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on the sheet; `top` is its distance from the sheet's top."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> float:
        return self.top + self.height / 2

    def touches(self, other: "Rect") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Sheet:
    """Draws on a cleared figure. All lengths and text sizes are in logical pixels."""

    def __init__(self, figure: Figure, palette: Palette, font: str) -> None:
        figure.clear()
        figure.set_facecolor(palette.surface)
        self.palette = palette
        self._figure = figure
        self._families = _families(font)
        base_dpi = figure.dpi / figure.canvas.device_pixel_ratio
        self._to_points = POINTS_PER_INCH / base_dpi
        width, height = figure.get_size_inches()
        self.width, self.height = float(width) * base_dpi, float(height) * base_dpi
        self._behind = self._layer(BEHIND)
        self._above = self._layer(ABOVE)

    def points(self, length: float) -> float:
        """Matplotlib's own unit for line widths, text and marker sizes."""
        return length * self._to_points

    def panel(self, rect: Rect) -> Axes:
        """Empty axes over `rect`, without frame or ticks."""
        axes = self._figure.add_axes(self._fractions(rect), zorder=DATA)
        axes.set_facecolor("none")
        axes.set_frame_on(False)
        axes.tick_params(bottom=False, left=False, labelbottom=False, labelleft=False)
        return axes

    def text(
        self,
        words: str,
        x: float,
        y: float,
        *,
        size: float,
        color: str,
        bold: bool = False,
        align: str = "left",
    ) -> Text:
        """Words in one line whose middle is at height `y`."""
        return self._above.text(
            x,
            y,
            words,
            color=color,
            fontproperties=self._font(self.points(size), bold=bold),
            horizontalalignment=align,
            verticalalignment="center_baseline",
            parse_math=False,
        )

    def text_width(self, words: str, size: float, *, bold: bool = False) -> float:
        if not words:
            return 0.0
        width, _, _ = TextToPath().get_text_width_height_descent(
            words, self._font(size, bold=bold), ismath=False
        )
        return float(width)

    def marker(self, x: float, y: float, shape: str, size: float, color: str) -> None:
        self._add(
            Line2D(
                [x],
                [y],
                marker=shape,
                markersize=self.points(size),
                color=color,
                markeredgewidth=0,
                linestyle="none",
            )
        )

    def line(
        self, xs: Sequence[float], ys: Sequence[float], *, color: str, width: float, **look: Any
    ) -> None:
        self._add(Line2D(xs, ys, color=color, linewidth=self.points(width), **look))

    def band(self, rect: Rect, color: str, *, radius: float = 4) -> None:
        """A rounded area behind all panels."""
        self._behind.add_patch(
            FancyBboxPatch(
                (rect.left, rect.top),
                rect.width,
                rect.height,
                boxstyle=f"round,pad=0,rounding_size={min(radius, rect.width / 2)}",
                facecolor=color,
                edgecolor="none",
            )
        )

    def _add(self, artist: Artist) -> None:
        self._above.add_artist(artist)

    def _layer(self, zorder: int) -> Axes:
        layer = self._figure.add_axes((0, 0, 1, 1), zorder=zorder)
        layer.set_xlim(0, self.width)
        layer.set_ylim(self.height, 0)
        layer.set_axis_off()
        return layer

    def _fractions(self, rect: Rect) -> tuple[float, float, float, float]:
        return (
            rect.left / self.width,
            1 - rect.bottom / self.height,
            rect.width / self.width,
            rect.height / self.height,
        )

    def _font(self, size: float, *, bold: bool) -> FontProperties:
        return FontProperties(family=self._families, size=size, weight="bold" if bold else "normal")


@cache
def _families(font: str) -> list[str]:
    """`font` if matplotlib can open it, and the shipped one for signs that it lacks."""
    known = font in font_manager.get_font_names()
    if not known:
        logging.getLogger(__name__).info("Font not found, charts use %s", SHIPPED_FONT)
    return [font, SHIPPED_FONT] if known and font != SHIPPED_FONT else [SHIPPED_FONT]
