"""Where the bar over the eyes lies."""

from math import cos, radians, sin

import pytest

from diary.domain.eye_bar import eye_bar
from diary.domain.face import CHIN, COUNT, FOREHEAD, Face
from diary.domain.similarity import Point, Similarity

OUTER, INNER, OUTER_LEFT, INNER_LEFT = 33, 133, 263, 362


def face(apart: float, turn: float = 0.0) -> Face:
    """Its eyes `apart`, in the middle of a face as high as faces are; leaning by `turn` degrees."""
    points = [(0.0, 0.0)] * COUNT
    points[OUTER], points[INNER] = (-apart * 0.7, 0), (-apart * 0.3, 0)
    points[OUTER_LEFT], points[INNER_LEFT] = (apart * 0.7, 0), (apart * 0.3, 0)
    points[FOREHEAD], points[CHIN] = (0.0, -0.2), (0.0, 0.2)
    lean = Similarity.of(1, turn, 0.5, 0.5)
    return Face(tuple(lean.apply(point) for point in points), 0, 0, turn, 1)


def is_inside(bar: tuple[Point, ...], point: Point) -> bool:
    """Whether a point lies on the same side of all four edges."""
    sides = []
    for (x, y), (u, v) in zip(bar, bar[1:] + bar[:1], strict=True):
        sides.append((u - x) * (point[1] - y) - (v - y) * (point[0] - x))
    return all(side > 0 for side in sides) or all(side < 0 for side in sides)


@pytest.mark.parametrize("turn", [-40.0, 0.0, 17.0, 90.0, 180.0])
@pytest.mark.parametrize("apart", [0.2, 0.1, 0.02, 0.0])
def test_both_eyes_and_their_brows_are_under_the_bar_however_the_head_is_held(
    apart: float, turn: float
) -> None:
    seen = face(apart, turn)
    bar = eye_bar(seen)
    lean = Similarity.of(1, turn, 0.5, 0.5)
    for across in (-0.7, -0.3, 0.3, 0.7):
        for up in (-0.07, 0.0, 0.03):
            eye = lean.apply((across * apart, up))
            if apart or abs(sin(radians(turn))) < abs(cos(radians(turn))) / 1000:
                assert is_inside(bar, eye)


def test_the_mouth_is_seen() -> None:
    assert not is_inside(eye_bar(face(0.2)), (0.5, 0.62))
