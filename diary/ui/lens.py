"""Which part of a scene is seen in a pane: all of it, or one of its places from closer."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

FIT = 1.0
"""The zoom at which all of the scene is seen, as large as the pane allows."""

STEP = 1.25
"""Of the zoom by key, button or notch of the wheel."""

NOTCH = 120
"""Eighths of a degree that a wheel turns from notch to notch."""

_LEAST_SCALE = 1e-6
"""A pane without room shows nothing; its places can still be reckoned with."""


@dataclass(frozen=True, slots=True)
class Lens:
    """`scene` and `pane` each have units of their own, such as pixels of a photo and of a window.

    `zoom` is how many times larger than at fit it is seen, from `least` to `most`. `centre` is the
    place of the scene in the middle of the pane, as far as the scene's edges let it: no gap opens
    beside what is larger than the pane. None is the middle of the scene.
    """

    scene: QRectF
    pane: QRectF
    most: float
    least: float = FIT
    zoom: float = FIT
    centre: QPointF | None = None

    @property
    def fitting(self) -> float:
        """Units of the pane for one of the scene at fit."""
        across = self.pane.width() / self.scene.width()
        down = self.pane.height() / self.scene.height()
        return max(min(across, down), _LEAST_SCALE)

    @property
    def scale(self) -> float:
        """Units of the pane for one of the scene."""
        return self.fitting * self.zoom

    @property
    def box(self) -> QRectF:
        """Where the whole scene lies; from closer it reaches beyond the pane."""
        return self.transform.mapRect(self.scene)

    @property
    def transform(self) -> QTransform:
        """From the scene to the pane."""
        scale, middle, centre = self.scale, self.pane.center(), self._held_centre()
        dx, dy = middle.x() - centre.x() * scale, middle.y() - centre.y() * scale
        return QTransform(scale, 0, 0, scale, dx, dy)

    def to_pane(self, place: QPointF) -> QPointF:
        return self.transform.map(place)

    def to_scene(self, point: QPointF) -> QPointF:
        return self._held_centre() + (point - self.pane.center()) / self.scale

    def inside(self, place: QPointF) -> QPointF:
        """The place of the scene nearest to this one."""
        scene = self.scene
        return QPointF(
            min(max(place.x(), scene.left()), scene.right()),
            min(max(place.y(), scene.top()), scene.bottom()),
        )

    def zoomed(self, by: float, at: QPointF) -> "Lens":
        """Closer or further away; what is seen at that point of the pane stays there."""
        zoom = min(max(self.zoom * by, self.least), self.most)
        if zoom <= FIT:
            return replace(self, zoom=zoom, centre=None)
        new = replace(self, zoom=zoom)
        return replace(new, centre=self.to_scene(at) - (at - self.pane.center()) / new.scale)

    def moved(self, by: QPointF) -> "Lens":
        """The scene drawn along by so much of the pane; at fit it stays."""
        if self.zoom <= FIT:
            return self
        return replace(self, centre=self.to_scene(self.pane.center() - by))

    def around(self, part: QRectF) -> "Lens":
        """A part of the scene as large as it fits, in the middle."""
        fits = replace(self, scene=part).fitting / self.fitting
        zoom = min(max(fits, self.least), self.most)
        return replace(self, zoom=zoom, centre=part.center())

    def _held_centre(self) -> QPointF:
        scene, scale = self.scene, self.scale
        centre = scene.center() if self.centre is None else self.centre
        return QPointF(
            _held(centre.x(), scene.left(), scene.right(), self.pane.width() / scale),
            _held(centre.y(), scene.top(), scene.bottom(), self.pane.height() / scale),
        )


def parts(size: QSizeF) -> QSizeF:
    """A photo's size in parts of its longer side."""
    return size / max(size.width(), size.height(), 1)


def _held(centre: float, low: float, high: float, shown: float) -> float:
    """No further to a side than to its edge; in the middle where all of it is seen."""
    if shown >= high - low:
        return (low + high) / 2
    return min(max(centre, low + shown / 2), high - shown / 2)
