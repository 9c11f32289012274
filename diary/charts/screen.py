"""The course chart as pixels for a window; matplotlib is loaded for the first drawing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.charts.course_chart import CourseChart
from diary.charts.palette import Palette
from diary.charts.places import CoursePlaces
from diary.charts.rect import POINTS_PER_INCH

if TYPE_CHECKING:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

FONT = "DejaVu Sans"
"""Comes with matplotlib, so that the chart has the same letters on every computer."""


@dataclass(frozen=True, slots=True)
class ScreenLook:
    """Sizes in logical pixels; `pixel_ratio` is how many pixels of the screen make one of them."""

    palette: Palette
    width: int
    height: int
    pixel_ratio: float
    text_px: float
    toggle_width: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """`rgba` are the screen's pixels, row after row, four bytes each."""

    rgba: bytes
    width: int
    height: int
    look: ScreenLook
    places: CoursePlaces


class ScreenChart:
    """One figure for life: a new one for each drawing would be freed late, if at all.

    It may be drawn on any thread, but on one at a time.
    """

    def __init__(self) -> None:
        self._canvas: FigureCanvasAgg | None = None

    def draw(self, chart: CourseChart, look: ScreenLook) -> Drawing:
        from diary.charts.course import draw_course

        canvas = self._canvas = self._canvas or _new_canvas()
        figure = canvas.figure
        figure.set_dpi(POINTS_PER_INCH * look.pixel_ratio)
        figure.set_size_inches(look.width / POINTS_PER_INCH, look.height / POINTS_PER_INCH)
        places = draw_course(
            figure,
            chart,
            look.palette,
            font=FONT,
            text_px=look.text_px,
            toggle_width=look.toggle_width,
        )
        canvas.draw()  # type: ignore[no-untyped-call]
        pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
        height, width, _ = pixels.shape
        return Drawing(bytes(pixels), width, height, look, places)


def _new_canvas() -> "FigureCanvasAgg":
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    return FigureCanvasAgg(Figure())
