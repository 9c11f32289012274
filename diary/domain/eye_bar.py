"""Where a solid bar hides the eyes of a face."""

from math import dist

from diary.domain.face import CHIN, FOREHEAD, Face
from diary.domain.similarity import Point

BEYOND, HALF_HEIGHT = 0.75, 0.45
"""Of the distance between the eyes: from the middle of an eye outwards, over the temple, and from
the line through both eyes up, over the brow, and down, past the lower lid."""

SEEN_FROM_THE_FRONT = 0.5
"""Distance of the eyes in parts of a face's height. Turned away they are nearer to each other, and
a bar of their size would be too small."""


def eye_bar(face: Face) -> tuple[Point, ...]:
    """Its four corners, on the photo of the face."""
    (x, y), (u, v) = face.eyes
    between = dist((x, y), (u, v))
    height = dist(face.points[FOREHEAD], face.points[CHIN])
    unit = max(between, SEEN_FROM_THE_FRONT * height)
    if between == 0:
        along_x, along_y = unit, 0.0
    else:
        along_x, along_y = (u - x) / between * unit, (v - y) / between * unit
    out_x, out_y = BEYOND * along_x, BEYOND * along_y
    up_x, up_y = HALF_HEIGHT * along_y, -HALF_HEIGHT * along_x
    first, last = (x - out_x, y - out_y), (u + out_x, v + out_y)
    return (
        (first[0] + up_x, first[1] + up_y),
        (last[0] + up_x, last[1] + up_y),
        (last[0] - up_x, last[1] - up_y),
        (first[0] - up_x, first[1] - up_y),
    )
