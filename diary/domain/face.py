"""A face on a photo, as 468 places of it: where they are and which way it looks."""

from dataclasses import dataclass
from math import dist

from diary.domain.similarity import Point

COUNT = 468
"""Places of the mesh; each number is the same place on every face. The map of them:
https://github.com/google-ai-edge/mediapipe/blob/v0.10.21/mediapipe/modules/face_geometry/data/canonical_face_model_uv_visualization.png"""

NOSE_TIP, FOREHEAD, CHIN = 1, 10, 152
RIGHT_CHEEK, LEFT_CHEEK = 234, 454
"""Edges of the face, as the patient calls them: the right one is on the left of the photo."""

OUTLINE = (
    *(10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377),
    *(152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109),
)
"""From the forehead clockwise round the face, as it is seen."""

_RIGHT_EYE, _LEFT_EYE = (33, 133), (263, 362)
"""Outer and inner corner."""


@dataclass(frozen=True, slots=True)
class Face:
    """The face of a photo.

    `points` are `COUNT` places. Angles are in degrees: `yaw` grows as the nose points to the right
    of the photo, which shows the patient's own right cheek, `pitch` as it points up, `roll` as the
    head leans clockwise. `presence` tells from 0 to 1 how sure the finder is.
    """

    points: tuple[Point, ...]
    yaw: float
    pitch: float
    roll: float
    presence: float

    @property
    def eyes(self) -> tuple[Point, Point]:
        """The middles of the right and the left eye, as the patient calls them."""
        return self._between(_RIGHT_EYE), self._between(_LEFT_EYE)

    @property
    def eye_distance(self) -> float:
        """In parts of the photo's longer side."""
        return dist(*self.eyes)

    @property
    def outline(self) -> tuple[Point, ...]:
        """Round the skin of the face."""
        return tuple(self.points[place] for place in OUTLINE)

    def _between(self, corners: tuple[int, int]) -> Point:
        (x, y), (u, v) = (self.points[corner] for corner in corners)
        return (x + u) / 2, (y + v) / 2
