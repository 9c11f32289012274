"""Courses to draw, and what can be read off a drawn figure."""

import random
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from diary.charts.course import CourseAxes, draw_course
from diary.charts.course_chart import CourseChart, Range, chart_of
from diary.charts.palette import LIGHT, Palette
from diary.domain.course import Course, Step, Target, Weight
from diary.domain.day import Day, Dose, DoseState

START = date(2026, 10, 1)
MISSING = (11, 12, 13, 20, 37, 38)
COURSE = Course(
    START,
    steps=(Step(START, 40),),
    weights=(Weight(START, 68),),
    target=Target(120, 150),
)


def on(day: int) -> date:
    """The date `day` days after the first dose."""
    return START + timedelta(day)


def answered(days: Iterable[int]) -> list[Day]:
    """Believable whole days, each with all scores and a dose."""
    rng = random.Random(7)
    return [
        Day(
            on(day),
            acne=rng.randint(3, 7),
            lips=rng.randint(4, 6),
            skin=rng.randint(3, 5),
            eyes=rng.randint(1, 3),
            nose=rng.randint(2, 4),
            mood=rng.randint(5, 8),
            dose=Dose(DoseState.TAKEN, 40),
        )
        for day in days
    ]


def chart_until(
    day: int,
    *,
    course: Course = COURSE,
    view: Range = Range.WHOLE,
    by_site: bool = False,
    missing: Iterable[int] = MISSING,
) -> CourseChart:
    """A chart on the date `day` days after the first dose."""
    days = answered(sorted(set(range(day + 1)) - set(missing)))
    return chart_of(days, course, on(day), view, by_site=by_site)


def drawn(
    chart: CourseChart,
    *,
    width: int = 752,
    height: int = 712,
    text_px: float = 12,
    palette: Palette = LIGHT,
    toggle_width: float = 0,
    font: str = "DejaVu Sans",
    pixel_ratio: float = 1,
) -> tuple[Figure, CourseAxes]:
    """A figure as the window draws it; sizes in logical pixels."""
    figure = Figure(figsize=(width / 72, height / 72), dpi=72 * pixel_ratio)
    FigureCanvasAgg(figure)
    axes = draw_course(
        figure, chart, palette, font=font, text_px=text_px, toggle_width=toggle_width
    )
    return figure, axes


def lines(axes: Axes, label: str) -> list[Line2D]:
    return [line for line in axes.get_lines() if line.get_label() == label]


def xs(line: Line2D) -> list[float]:
    """Days since the left edge."""
    return [float(x) for x in np.asarray(line.get_xdata())]


def ys(line: Line2D) -> list[float]:
    return [float(y) for y in np.asarray(line.get_ydata())]


def dots(axes: Axes) -> list[float]:
    """Days since the left edge that have a dot."""
    return [x for line in lines(axes, "days") for x in xs(line)]


def words(figure: Figure) -> list[str]:
    return [text.get_text() for text in _texts(figure)]


def placed(figure: Figure) -> dict[str, float]:
    """Each word's distance from the figure's top."""
    height = figure.bbox.height
    return {text.get_text(): height - text.get_window_extent().y0 for text in _texts(figure)}


def overlapping(figure: Figure) -> list[tuple[str, str]]:
    """Pairs of words that touch each other as painted."""
    boxes = [(text.get_text(), text.get_window_extent()) for text in _texts(figure)]
    return [
        (first, second)
        for (first, here), (second, there) in combinations(boxes, 2)
        if here.overlaps(there)
    ]


def cut_off(figure: Figure) -> list[str]:
    """Words that reach beyond the figure."""
    frame = figure.bbox
    return [
        text.get_text()
        for text in _texts(figure)
        if (box := text.get_window_extent()).x0 < frame.x0
        or box.x1 > frame.x1
        or box.y0 < frame.y0
        or box.y1 > frame.y1
    ]


def _texts(figure: Figure) -> list[Text]:
    return [text for text in figure.texts if text.get_visible() and text.get_text()]
