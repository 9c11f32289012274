"""The part of a picture that all photos laid over it show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from diary.domain.similarity import Point, Similarity

LEAST = 0.5
"""Of the first photo's sides, around its middle: a photo that shows less than this does not make
the frame smaller for all the others."""

ROUNDING = 1e-6
"""A thousandth of a pixel of a preview."""

Size = tuple[float, float]
"""Width and height, in parts of the longer side."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle, as a `Point` is measured."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


class _Edge(NamedTuple):
    """What lies inside has x·nx + y·ny of at most `most`."""

    nx: float
    ny: float
    most: float

    def reached_by(self, frame: Frame) -> float:
        """By the corner of `frame` that is farthest out."""
        x = frame.right if self.nx > 0 else frame.left
        y = frame.bottom if self.ny > 0 else frame.top
        return x * self.nx + y * self.ny


def shared_frame(size: Size, others: Iterable[tuple[Size, Similarity]]) -> Frame:
    """A rectangle of the first photo, as large as can be, that the other photos show as well.

    `others` are their sizes, and what takes their points to the first photo's. Those that do not
    show the first photo's middle (`LEAST`) are left out of account; `covers` tells which.
    """
    whole, least = Frame(0, 0, *size), _middle(size)
    edges = [edge for one in others if covers(least, *one) for edge in _edges(*one)]
    frame = _grown(least, whole, edges)
    for side in ("left", "top", "right", "bottom"):
        frame = _grown(frame, replace(frame, **{side: getattr(whole, side)}), edges)
    return frame


def covers(frame: Frame, size: Size, similarity: Similarity) -> bool:
    """Whether a photo shows all of `frame`."""
    return all(edge.reached_by(frame) <= edge.most + ROUNDING for edge in _edges(size, similarity))


def _middle(size: Size) -> Frame:
    width, height = size
    edge = (1 - LEAST) / 2
    return Frame(width * edge, height * edge, width * (1 - edge), height * (1 - edge))


def _edges(size: Size, similarity: Similarity) -> list[_Edge]:
    width, height = size
    corners = [similarity.apply(p) for p in ((0, 0), (width, 0), (width, height), (0, height))]
    return [_edge(p, q) for p, q in zip(corners, corners[1:] + corners[:1], strict=True)]


def _edge(start: Point, end: Point) -> _Edge:
    nx, ny = end[1] - start[1], start[0] - end[0]
    return _Edge(nx, ny, nx * start[0] + ny * start[1])


def _grown(frame: Frame, goal: Frame, edges: Sequence[_Edge]) -> Frame:
    """As far from `frame` towards `goal` as every edge allows."""
    share = 1.0
    for edge in edges:
        here, there = edge.reached_by(frame), edge.reached_by(goal)
        if there > edge.most and there > here:
            share = min(share, max(0.0, (edge.most - here) / (there - here)))
    return Frame(
        frame.left + share * (goal.left - frame.left),
        frame.top + share * (goal.top - frame.top),
        frame.right + share * (goal.right - frame.right),
        frame.bottom + share * (goal.bottom - frame.bottom),
    )
