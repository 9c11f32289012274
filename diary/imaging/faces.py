"""Find the face of a picture.

Only a decoder process calls `FaceFinder.find`: it works on the pixels of files of others.
"""

from collections.abc import Iterator
from functools import cached_property
from math import atan2, degrees, hypot
from typing import TYPE_CHECKING, Self

import cv2
import numpy as np

from diary.domain.face import CHIN, FOREHEAD, LEFT_CHEEK, RIGHT_CHEEK, Face
from diary.imaging.face_detector import Detector
from diary.imaging.face_mesh import Mesh, Mesher

if TYPE_CHECKING:
    from diary.imaging.face_models import Models
    from diary.imaging.pixels import Array, Pixels

_TURNS = (0, 1, 3, 2)
"""Quarters: a file without EXIF may lie on its side, or, last, on its head."""

_SURE = 0.99
"""Presence from which no other turn is tried: a face on its head has been taken for an upright one
at 0.92."""


class FaceFinder:
    """The networks, loaded once. Belongs to one thread."""

    def __init__(self, near: Detector, mesher: Mesher, far: bytes) -> None:
        self._near = near
        self._mesher = mesher
        self._far_model = far

    @classmethod
    def load(cls, models: "Models") -> Self:
        """Raises `cv2.error` if OpenCV cannot take the models."""
        near = Detector(_network(models.near), 128, ((8, 2), (16, 6)))
        return cls(near, Mesher(_network(models.mesh)), models.far)

    @cached_property
    def _far(self) -> Detector:
        """Made when it is needed: most faces are near, and it takes 4 MB."""
        return Detector(_network(self._far_model), 192, ((4, 1),))

    def find(self, picture: "Pixels") -> Face | None:
        """The largest face of an upright picture in red, green, blue, or None.

        The far-sighted detector takes three times as long and is asked only if the near one, made
        for faces that fill a part of the picture, leads to nothing. Raises `cv2.error` if OpenCV
        cannot take its model or has no memory.
        """
        best: Face | None = None
        for quarters in _TURNS:
            turned = np.ascontiguousarray(np.rot90(picture, quarters))
            mesh = self.largest(turned)
            if mesh and (best is None or mesh.presence > best.presence):
                best = _face(_turned_back(mesh.places, quarters, turned), mesh.presence, picture)
            if best and best.presence >= _SURE:
                break
        return best

    def largest(self, picture: "Pixels") -> Mesh | None:
        """The places of the largest face, upright as the picture is, with their depth."""
        for detector in self._detectors():
            for sighting in detector.look(picture):
                mesh = self._mesher.measure(picture, sighting)
                if mesh:
                    return mesh
        return None

    def _detectors(self) -> Iterator[Detector]:
        yield self._near
        yield self._far


def _network(model: bytes) -> "cv2.dnn.Net":
    return cv2.dnn.readNetFromTFLite(np.frombuffer(model, np.uint8), cv2.dnn.ENGINE_CLASSIC)


def _turned_back(places: "Array", quarters: int, turned: "Pixels") -> "Array":
    height, width = turned.shape[:2]
    x, y, depth = places.T
    back = {0: (x, y), 1: (height - y, x), 2: (width - x, height - y), 3: (y, width - x)}
    return np.column_stack([*back[quarters], depth])


def _face(places: "Array", presence: float, picture: "Pixels") -> Face:
    places = places / max(picture.shape[:2])
    across = places[LEFT_CHEEK] - places[RIGHT_CHEEK]
    up = places[FOREHEAD] - places[CHIN]
    return Face(
        points=tuple((float(x), float(y)) for x, y, _ in places),
        yaw=degrees(atan2(across[2], hypot(across[0], across[1]))),
        pitch=degrees(atan2(up[2], hypot(up[0], up[1]))),
        roll=degrees(atan2(across[1], across[0])),
        presence=presence,
    )
