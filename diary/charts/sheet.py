"""A figure laid out like a sheet of squared paper: logical pixels, from the top left corner.

Matplotlib measures in inches and counts from below; here one unit is a point of the figure, its own
unit for line widths and text: a point of the printed page, or a pixel of the window whatever the
screen's scale.
"""

import logging
from collections.abc import Sequence
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
from matplotlib.transforms import Affine2D

from diary.charts.palette import Palette
from diary.charts.rect import POINTS_PER_INCH, Rect

SHIPPED_FONT = "DejaVu Sans"
"""Comes with matplotlib, so it is always there."""

BEHIND, DATA, ABOVE, WORDS = range(4)
"""Layers: the month-two band, the panels, lines and marks over them, and everything written."""


class Sheet:
    """Draws on a cleared figure. All lengths and text sizes are in points of the figure."""

    def __init__(self, figure: Figure, palette: Palette, font: str) -> None:
        figure.clear()
        figure.set_facecolor(palette.surface)
        self.palette = palette
        self._figure = figure
        self._families = _families(font)
        self.width, self.height = (
            float(inches) * POINTS_PER_INCH for inches in figure.get_size_inches()
        )
        to_inches = Affine2D().scale(1 / POINTS_PER_INCH, -1 / POINTS_PER_INCH)
        from_below = to_inches.translate(0, self.height / POINTS_PER_INCH)
        self._place = from_below + figure.dpi_scale_trans

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
        return self._figure.text(
            x,
            y,
            words,
            transform=self._place,
            zorder=WORDS,
            color=color,
            fontproperties=self._font(size, bold=bold),
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
                markersize=size,
                color=color,
                markeredgewidth=0,
                linestyle="none",
                zorder=ABOVE,
            )
        )

    def line(
        self, xs: Sequence[float], ys: Sequence[float], *, color: str, width: float, **look: Any
    ) -> None:
        self._add(Line2D(xs, ys, color=color, linewidth=width, zorder=ABOVE, **look))

    def band(self, rect: Rect, color: str, *, radius: float = 4) -> None:
        """A rounded area behind all panels."""
        self._add(
            FancyBboxPatch(
                (rect.left, rect.top),
                rect.width,
                rect.height,
                boxstyle=f"round,pad=0,rounding_size={min(radius, rect.width / 2)}",
                facecolor=color,
                edgecolor="none",
                zorder=BEHIND,
            )
        )

    def _add(self, artist: Artist) -> None:
        artist.set_transform(self._place)
        self._figure.add_artist(artist)

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
