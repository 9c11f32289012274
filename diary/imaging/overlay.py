"""Lay a picture without a face over another: by what is found on both, or by trial.

Works on previews that the diary has made itself, in a process of its own: OpenCV would take 90 MB
of the diary's memory. The diary calls `laying`.
"""

from collections.abc import Iterable
from math import hypot, isfinite
from typing import NamedTuple

import cv2
import numpy as np

from diary.domain.alignment import Laid
from diary.domain.similarity import Point, Similarity
from diary.imaging.pixels import Array, Pixels

SURE_INLIERS = 10
"""Places that must agree. With so many, a similarity was never more than 5 % of the distance of the
eyes off; with fewer, fits were 2 to 990 % off."""

_FEATURES_SIDE = 800
"""Pixels of the longer side on which features are looked for."""

_FEATURES = 2000
_RATIO = 0.8
"""The nearest of two matches must be this much nearer (Lowe, IJCV 60, 2004, 7.1)."""

_NEAR = 3.0
"""Pixels within which a place agrees with the fit."""

_SCALES = (0.5, 2.0)
"""A fit outside this is none: nobody photographs the same view from so different a distance."""

_COARSE, _FINE = 160, 400
"""Pixels of the longer side on which trial starts, and on which it ends."""

_STARTS = [(turn, scale) for turn in (-8.0, 0.0, 8.0) for scale in (0.88, 1.0, 1.14)]
"""Turns in degrees and scales from which trial sets out; each finds what is about half as far."""

_SIZES = ((0.94, 0.97, 1.0, 1.03, 1.06), (0.985, 1.0, 1.015), (0.9925, 1.0, 1.0075))
"""Scales that are tried around the best one, as climbing keeps the scale; the last are half a pixel
apart at the edge of the fine picture."""

_TRIALS, _STILL = 40, 1e-4
"""Steps of one trial at most, and the gain of likeness that is none."""

_LEAST_LIKENESS = 0.6
"""Correlation under which the best trial fits nothing. Above it, it says nothing about the error:
0.9 was found 5 % off."""


def lay(fixed: bytes, moving: bytes) -> Laid | None:
    """How one JPEG preview lies over another; None if nothing fits."""
    there, here = _lightness(fixed), _lightness(moving)
    found = _by_features(there, here)
    if found:
        return Laid(found, sure=True)
    tried = _by_trial(there, here)
    return Laid(tried, sure=False) if tried else None


def _lightness(preview: bytes) -> Pixels:
    """L* with its contrast evened out in parts, as other light would have it."""
    colours = cv2.imdecode(np.frombuffer(preview, np.uint8), cv2.IMREAD_COLOR)
    assert colours is not None  # noqa: S101 - the diary has made it
    lightness = cv2.cvtColor(colours, cv2.COLOR_BGR2LAB)[..., 0]
    return np.asarray(cv2.createCLAHE(2.0, (8, 8)).apply(lightness), np.uint8)


def _by_features(fixed: Pixels, moving: Pixels) -> Similarity | None:
    there, here = _small(fixed, _FEATURES_SIDE), _small(moving, _FEATURES_SIDE)
    finder = cv2.SIFT.create(_FEATURES)
    places_there, told_there = finder.detectAndCompute(there, None)
    places_here, told_here = finder.detectAndCompute(here, None)
    if min(len(places_there), len(places_here)) < SURE_INLIERS:
        return None
    pairs = cv2.BFMatcher().knnMatch(told_here, told_there, k=2)
    good = [pair[0] for pair in pairs if pair[0].distance < _RATIO * pair[1].distance]
    if len(good) < SURE_INLIERS:
        return None
    source = np.array([places_here[match.queryIdx].pt for match in good], np.float32)
    target = np.array([places_there[match.trainIdx].pt for match in good], np.float32)
    cv2.setRNGSeed(0)  # the same two photos lie the same each time
    matrix, agree = cv2.estimateAffinePartial2D(source, target, ransacReprojThreshold=_NEAR)
    if matrix is None or _distinct(source[agree.ravel() > 0]) < SURE_INLIERS:
        return None
    return _plausible(_in_parts(np.asarray(matrix, np.float64), here, there))


def _distinct(places: Array) -> int:
    """Places that are not the same but for a pixel: one spot may be found in several sizes."""
    return len(np.unique(np.round(places / _NEAR), axis=0))


class _Trial(NamedTuple):
    likeness: float
    found: Similarity


def _by_trial(fixed: Pixels, moving: Pixels) -> Similarity | None:
    there, here = _small(fixed, _COARSE), _small(moving, _COARSE)
    best = _best(_climb(there, here, _over_middle(there, here, *one)) for one in _STARTS)
    there, here = _small(fixed, _FINE), _small(moving, _FINE)
    for sizes in _SIZES:
        best = _best(_climb(there, here, _resized(best.found, there, size)) for size in sizes)
    return _plausible(best.found) if best.likeness >= _LEAST_LIKENESS else None


def _best(trials: Iterable[_Trial]) -> _Trial:
    return max(trials, key=lambda trial: trial.likeness)


def _climb(there: Pixels, here: Pixels, start: Similarity) -> _Trial:
    """Turn and shift from `start`, at its scale, to where the pictures are most alike.

    By the enhanced correlation coefficient (Evangelidis and Psarakis, IEEE PAMI 30, 2008, 1858).
    """
    ratio = start.scale * max(there.shape) / max(here.shape)
    here = np.asarray(cv2.resize(here, None, fx=ratio, fy=ratio), np.uint8)
    matrix = _in_pixels(start.inverse(), there, here)
    matrix[:, :2] /= np.hypot(*matrix[0, :2])
    stop = (cv2.TERM_CRITERIA_COUNT | cv2.TERM_CRITERIA_EPS, _TRIALS, _STILL)
    try:
        likeness, climbed = cv2.findTransformECC(
            there, here, matrix.astype(np.float32), cv2.MOTION_EUCLIDEAN, stop
        )
    except cv2.error:  # it went astray
        return _Trial(-1.0, start)
    return _Trial(likeness, _in_parts(np.asarray(climbed, np.float64), there, here).inverse())


def _over_middle(there: Pixels, here: Pixels, turn: float, scale: float) -> Similarity:
    """The middles over each other, turned and resized."""
    turned = Similarity.of(scale, turn, 0, 0)
    (x, y), (u, v) = _middle(there), turned.apply(_middle(here))
    return Similarity(turned.a, turned.b, x - u, y - v)


def _resized(found: Similarity, there: Pixels, by: float) -> Similarity:
    """Larger or smaller, the middle of the fixed picture staying where it is."""
    x, y = _middle(there)
    return found.then(Similarity(by, 0, x * (1 - by), y * (1 - by)))


def _middle(picture: Pixels) -> Point:
    height, width = picture.shape
    return width / 2 / max(picture.shape), height / 2 / max(picture.shape)


def _small(picture: Pixels, longest: int) -> Pixels:
    scale = longest / max(picture.shape)
    if scale >= 1:
        return picture
    return np.asarray(
        cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8
    )


def _in_parts(matrix: Array, here: Pixels, there: Pixels) -> Similarity:
    """From pixels, counted from the middle of the first, to parts of the longer sides."""
    (a, _, x), (b, _, y) = matrix
    x, y = x + 0.5 - 0.5 * (a - b), y + 0.5 - 0.5 * (a + b)
    from_here, to_there = max(here.shape), max(there.shape)
    ratio = from_here / to_there
    return Similarity(float(a * ratio), float(b * ratio), float(x / to_there), float(y / to_there))


def _in_pixels(found: Similarity, here: Pixels, there: Pixels) -> Array:
    """The way back of `_in_parts`."""
    from_here, to_there = max(here.shape), max(there.shape)
    a, b = found.a * to_there / from_here, found.b * to_there / from_here
    x, y = found.dx * to_there, found.dy * to_there
    x, y = x - 0.5 + 0.5 * (a - b), y - 0.5 + 0.5 * (a + b)
    return np.array([[a, -b, x], [b, a, y]])


def _plausible(found: Similarity) -> Similarity | None:
    numbers = found.a, found.b, found.dx, found.dy
    least, most = _SCALES
    whole = all(isfinite(number) for number in numbers) and least <= found.scale <= most
    return found if whole and hypot(found.dx, found.dy) < most else None
