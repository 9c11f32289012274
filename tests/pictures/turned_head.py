"""A portrait as a solid head that can be turned by a known angle.

The places of a face have a depth: with the portrait as their texture, and a ring of what is around
the face further back, they are a head good to about 45°. Its shape is the network's own idea of the
face; heads modelled by hand gave the same angles (tests/benchmarks/test_turned_faces.py).
"""

from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter
from scipy.spatial import Delaunay  # type: ignore[import-untyped]

from diary.domain.face import COUNT, NOSE_TIP, OUTLINE

Numbers = NDArray[np.float64]

_RINGS = (1.12, 0.5), (1.22, 1.3)
"""Sizes for that of the outline, and how far behind it, in distances of the eyes."""

_AWAY = 8.0
"""Distance of the camera in distances of the eyes: half a metre."""

_EYES = (33, 133), (263, 362)


class Head(NamedTuple):
    """`places` are pixels of the portrait and the depth behind it; `eyes` is their distance."""

    portrait: Image.Image
    places: Numbers
    triangles: NDArray[np.int32]
    eyes: float


def head_of(portrait: Image.Image, places: NDArray[Any]) -> Head:
    """`places` as `FaceFinder.largest` measures them on the portrait."""
    face = places.astype(np.float64)
    right, left = (face[list(corners), :2].mean(axis=0) for corners in _EYES)
    eyes = float(np.linalg.norm(left - right))
    outline = face[list(OUTLINE)]
    middle = outline[:, :2].mean(axis=0)
    rings = [
        np.column_stack([middle + size * (outline[:, :2] - middle), outline[:, 2] + behind * eyes])
        for size, behind in _RINGS
    ]
    every = np.vstack([face, *rings])
    return Head(portrait, every, Delaunay(every[:, :2]).simplices, eyes)


def turned(head: Head, yaw: float, pitch: float) -> Image.Image:
    """Turned by so many degrees, as `diary.domain.face.Face` counts them, before a blurred wall."""
    axis = np.array([*head.places[NOSE_TIP, :2], head.places[:COUNT, 2].max()])
    moved = (head.places - axis) @ _rotation(-yaw, pitch).T
    depth = _AWAY * head.eyes + moved[:, 2]
    shown = axis[:2] + moved[:, :2] * (_AWAY * head.eyes / depth)[:, None]
    wall = head.portrait.filter(ImageFilter.GaussianBlur(0.8 * head.eyes))
    where = _seen(shown, depth, head)
    skin = cv2.remap(np.asarray(head.portrait), where, None, cv2.INTER_LINEAR)  # type: ignore[call-overload]
    return Image.fromarray(np.where(where[..., :1] < 0, np.asarray(wall), skin).astype(np.uint8))


def _rotation(yaw: float, pitch: float) -> Numbers:
    y, p = np.radians([yaw, pitch])
    around = [[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]]
    across = [[1, 0, 0], [0, np.cos(p), -np.sin(p)], [0, np.sin(p), np.cos(p)]]
    return np.array(around) @ np.array(across)


def _seen(shown: Numbers, depth: Numbers, head: Head) -> NDArray[np.float32]:
    """For each pixel the place of the portrait that is nearest to the camera there, or -1."""
    width, height = head.portrait.size
    nearest = np.full((height, width), np.inf)
    where = np.full((height, width, 2), -1, np.float32)
    for triangle in head.triangles:
        corners = shown[triangle]
        left, top = np.maximum(np.floor(corners.min(axis=0)).astype(int), 0)
        right, bottom = np.minimum(np.ceil(corners.max(axis=0)).astype(int), (width, height))
        if left >= right or top >= bottom:
            continue
        parts = _parts(corners, np.arange(left, right) + 0.5, np.arange(top, bottom) + 0.5)
        away = parts @ depth[triangle]
        window = nearest[top:bottom, left:right]
        front = (parts >= 0).all(axis=2) & (away < window)
        window[front] = away[front]
        places = parts @ head.places[triangle, :2] - 0.5
        where[top:bottom, left:right][front] = places[front]
    return where


def _parts(corners: Numbers, xs: Numbers, ys: Numbers) -> Numbers:
    """How much of each corner is in each pixel; outside of the triangle one is below 0."""
    (ax, ay), (bx, by), (cx, cy) = corners
    twice = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy) or 1e-9
    x, y = np.meshgrid(xs, ys)
    a = ((by - cy) * (x - cx) + (cx - bx) * (y - cy)) / twice
    b = ((cy - ay) * (x - cx) + (ax - cx) * (y - cy)) / twice
    return np.stack([a, b, 1 - a - b], axis=-1)
