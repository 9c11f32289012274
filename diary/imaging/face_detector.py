"""Where faces may be on a picture: BlazeFace, https://arxiv.org/abs/1907.05047

A detector looks at the whole picture at once and answers for each of its anchors, places on a grid,
how sure it is that a face is there, and where its box and its eyes are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

if TYPE_CHECKING:
    from cv2.dnn import Net

    from diary.imaging.pixels import Array, Pixels

_SURE_ENOUGH = 0.5
_SAME_FACE = 0.3
"""Overlap, as intersection over union, from which two boxes are of one face. Both as in MediaPipe:
https://github.com/google-ai-edge/mediapipe/blob/v0.10.21/mediapipe/modules/face_detection/face_detection.pbtxt"""

_COORDINATES = 16
"""Of a face: middle and size of its box, and six places, of which the eyes are the first two."""


class Sighting(NamedTuple):
    """A place that may be a face, in pixels of the picture.

    `right_eye` is the patient's own, on the left of the picture.
    """

    middle: "Array"
    size: float
    right_eye: "Array"
    left_eye: "Array"


@dataclass(frozen=True, slots=True)
class Detector:
    """A network, the side of its square input in pixels, and its grids as (stride, anchors)."""

    net: "Net"
    side: int
    grids: Sequence[tuple[int, int]]

    def look(self, picture: "Pixels") -> list[Sighting]:
        """What may be a face, the largest first."""
        scale = self.side / max(picture.shape[:2])
        square = _in_a_square(picture, self.side, scale)
        self.net.setInput(cv2.dnn.blobFromImage(square, 1 / 127.5, mean=(127.5,) * 3))
        outputs = [
            np.squeeze(one) for one in self.net.forward(self.net.getUnconnectedOutLayersNames())
        ]
        (scores,) = (one for one in outputs if one.ndim == 1)
        (faces,) = (one for one in outputs if one.ndim == _TABLE)
        sure = 1 / (1 + np.exp(-np.clip(scores, -80, 80)))
        kept = sure >= _SURE_ENOUGH
        places: Array = np.asarray(faces[kept], np.float32).reshape(-1, _COORDINATES // 2, 2)
        anchors = _anchors(self.side, self.grids)[kept]
        places[:, 0] += anchors
        places[:, 2:] += anchors[:, None]
        found = [_sighting(group / scale) for group in _groups(places, sure[kept])]
        return sorted(found, key=lambda one: -one.size)


_TABLE = 2
"""Dimensions of the answer that has a row for each anchor."""


def _in_a_square(picture: "Pixels", side: int, scale: float) -> "Pixels":
    """The picture shrunk into the top left of a black square."""
    height, width = (max(1, round(length * scale)) for length in picture.shape[:2])
    square = np.zeros((side, side, 3), np.uint8)
    square[:height, :width] = cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA)
    return square


def _anchors(side: int, grids: Sequence[tuple[int, int]]) -> "Array":
    """The middles of all anchors in pixels, in the network's order."""
    parts = []
    for stride, each in grids:
        line = (np.arange(side // stride, dtype=np.float32) + 0.5) * stride
        across, down = np.meshgrid(line, line)
        parts.append(np.repeat(np.stack([across.ravel(), down.ravel()], 1), each, axis=0))
    return np.concatenate(parts)


def _groups(places: "Array", sure: "Array") -> list["Array"]:
    """One set of places for each face: the mean of all that overlap with the surest one."""
    left = np.argsort(-sure)
    groups = []
    while len(left):
        same = _overlap(places[left[0]], places[left]) > _SAME_FACE
        groups.append(np.average(places[left[same]], axis=0, weights=sure[left[same]]))
        left = left[~same]
    return groups


def _overlap(one: "Array", others: "Array") -> "Array":
    """Intersection over union of boxes that are given as (middle, size, ...)."""
    low = np.maximum(one[0] - one[1] / 2, others[:, 0] - others[:, 1] / 2)
    high = np.minimum(one[0] + one[1] / 2, others[:, 0] + others[:, 1] / 2)
    common = np.clip(high - low, 0, None).prod(axis=1)
    whole: Array = one[1].prod() + others[:, 1].prod(axis=1) - common
    whole = np.maximum(whole, np.finfo(np.float32).tiny)
    overlap: Array = common / whole
    overlap[0] = 1.0  # with itself, even if it has no size
    return overlap


def _sighting(places: "Array") -> Sighting:
    return Sighting(places[0], float(places[1].max()), places[2], places[3])
