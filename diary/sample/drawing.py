"""A small drawing board: smooth shapes in flat colours, with soft edges."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw

WIDTH, HEIGHT = 900, 1125
"""Pixels of a finished picture, in the 4 : 5 of a portrait phone photo."""

MARGIN = 60
"""Drawn beyond each edge, so that a picture may be moved, turned and scaled a little."""

OVERSAMPLING = 2
"""Shapes are drawn twice as large and reduced, which smooths their edges."""

SHEET = (WIDTH + 2 * MARGIN) * OVERSAMPLING, (HEIGHT + 2 * MARGIN) * OVERSAMPLING

STEPS = 12
"""Straight pieces between two points of a curve; more cannot be seen at this size."""

Point = tuple[float, float]
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed outline."""

    outline: tuple[Point, ...]

    @property
    def mirrored(self) -> "Shape":
        return Shape(tuple(mirrored(self.outline)))


class Board:
    """A transparent sheet; coordinates are those of the finished picture."""

    def __init__(self) -> None:
        self._image = Image.new("RGBA", SHEET)
        self._pen = ImageDraw.Draw(self._image)

    def fill(self, shape: Shape, colour: Colour, *, within: Shape | None = None) -> None:
        """Fill a shape, or only the part of it that lies `within` another."""
        if within is None:
            self._pen.polygon(_scaled(shape.outline), fill=colour)
        else:
            box = _box(shape)
            both = ImageChops.darker(_mask(shape, box), _mask(within, box))
            self._image.paste(colour, box, both)

    def stroke(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """A smooth line with round ends through `points`."""
        line = _scaled(_spline(points))
        self._pen.line(line, fill=colour, width=round(width * OVERSAMPLING), joint="curve")
        radius = width * OVERSAMPLING / 2
        for x, y in (line[0], line[-1]):
            self._pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)

    def finished(self) -> Image.Image:
        """The sheet at its final size, margin included (RGBA)."""
        return self._image.reduce(OVERSAMPLING)


def blob(points: Sequence[Point]) -> Shape:
    """The smooth closed shape through `points`."""
    ring = [points[-1], *points, points[0], points[1]]
    return Shape(tuple(_through(ring)))


def joined(*edges: Sequence[Point]) -> Shape:
    """A shape of smooth edges that meet in corners."""
    return Shape(tuple(point for edge in edges for point in _spline(edge)))


def mirrored(points: Sequence[Point]) -> list[Point]:
    """The same edge on the other side of the picture, in the opposite direction."""
    return [(WIDTH - x, y) for x, y in reversed(points)]


def _spline(points: Sequence[Point]) -> list[Point]:
    return [*_through([points[0], *points, points[-1]]), points[-1]]


def _through(points: Sequence[Point]) -> list[Point]:
    """A Catmull–Rom curve from the second to the last but one of `points`."""
    return [
        _between(*corners, step / STEPS)
        for corners in zip(points, points[1:], points[2:], points[3:], strict=False)
        for step in range(STEPS)
    ]


def _between(before: Point, start: Point, end: Point, after: Point, t: float) -> Point:
    weights = (
        t * (t * (2 - t) - 1) / 2,
        (t * t * (3 * t - 5) + 2) / 2,
        t * (t * (4 - 3 * t) + 1) / 2,
        t * t * (t - 1) / 2,
    )
    corners = (before, start, end, after)
    return (
        sum(weight * x for weight, (x, _) in zip(weights, corners, strict=True)),
        sum(weight * y for weight, (_, y) in zip(weights, corners, strict=True)),
    )


def _scaled(points: Sequence[Point]) -> list[Point]:
    return [((x + MARGIN) * OVERSAMPLING, (y + MARGIN) * OVERSAMPLING) for x, y in points]


def _box(shape: Shape) -> tuple[int, int, int, int]:
    """The part of the sheet that a shape covers: left, top, right, bottom."""
    across, down = zip(*_scaled(shape.outline), strict=True)
    return (
        max(0, math.floor(min(across))),
        max(0, math.floor(min(down))),
        min(SHEET[0], math.ceil(max(across))),
        min(SHEET[1], math.ceil(max(down))),
    )


def _mask(shape: Shape, box: tuple[int, int, int, int]) -> Image.Image:
    left, top, right, bottom = box
    mask = Image.new("L", (right - left, bottom - top))
    outline = [(x - left, y - top) for x, y in _scaled(shape.outline)]
    ImageDraw.Draw(mask).polygon(outline, fill=255)
    return mask
