"""Where a picture lies in a widget: as large as fits, or larger around one of its places."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt

from diary.domain.panels import Frame
from diary.domain.similarity import Point

MOST_ZOOM = 6.0
"""A preview of 1024 pixels shows nothing more from here on."""


@dataclass(frozen=True, slots=True)
class Placement:
    """`middle` is the place of the picture that is in the middle of the `room`."""

    picture: QSize
    room: QSizeF
    zoom: float = 1.0
    middle: Point = (0.5, 0.5)

    @property
    def rect(self) -> QRectF:
        """The whole picture; zoomed, it reaches beyond the room but never away from its edge."""
        size = (
            QSizeF(self.picture).scaled(self.room, Qt.AspectRatioMode.KeepAspectRatio) * self.zoom
        )
        longer = max(size.width(), size.height())
        left = _held(self.room.width(), size.width(), self.middle[0] * longer)
        top = _held(self.room.height(), size.height(), self.middle[1] * longer)
        return QRectF(QPointF(left, top), size)

    @property
    def longer(self) -> float:
        """Pixels of the picture's longer side."""
        return max(self.rect.width(), self.rect.height())

    def to_widget(self, point: Point) -> QPointF:
        return self.rect.topLeft() + QPointF(*point) * self.longer

    def to_photo(self, place: QPointF) -> Point:
        moved = (place - self.rect.topLeft()) / self.longer
        return moved.x(), moved.y()

    def contains(self, point: Point) -> bool:
        """Whether a place is on the picture."""
        return self.inside(point) == point

    def inside(self, point: Point) -> Point:
        """The place of the picture nearest to `point`."""
        longer = max(self.picture.width(), self.picture.height())
        right, bottom = self.picture.width() / longer, self.picture.height() / longer
        return min(max(point[0], 0.0), right), min(max(point[1], 0.0), bottom)

    def zoomed(self, by: float, around: Point) -> "Placement":
        """Larger or smaller, with `around` staying where it is."""
        place = self.to_widget(around)
        new = replace(self, zoom=min(max(self.zoom * by, 1.0), MOST_ZOOM))
        return new.moved(place - new.to_widget(around))

    def around(self, part: Frame) -> "Placement":
        """A part of the picture as large as it fits, in the middle."""
        fitting = self.longer / self.zoom
        across = self.room.width() / (part.width * fitting)
        down = self.room.height() / (part.height * fitting)
        zoom = min(max(min(across, down), 1.0), MOST_ZOOM)
        middle = part.left + part.width / 2, part.top + part.height / 2
        return replace(self, zoom=zoom, middle=middle)

    def moved(self, by: QPointF) -> "Placement":
        """The picture drawn along by so many pixels."""
        room = QPointF(self.room.width() / 2, self.room.height() / 2)
        return replace(self, middle=self.to_photo(room - by))


def _held(room: float, size: float, middle: float) -> float:
    if size <= room:
        return (room - size) / 2
    return min(0.0, max(room - size, room / 2 - middle))
