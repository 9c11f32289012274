"""A photo drawn as it is seen, away from the window's own thread."""

from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from diary.domain.light import Gains
from diary.ui.lens import parts

SMALLEST = 200
"""Longer side in pixels below which no smaller copy is worth its memory."""

FORMAT = QImage.Format.Format_RGB32


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A photo in its own size and in halves of it, the largest first.

    Qt draws smoothly down to half the size; below that it leaves pixels out.
    """

    levels: tuple[QImage, ...]

    @property
    def size(self) -> QSizeF:
        """In parts of its longer side."""
        return parts(QSizeF(self.levels[0].size()))

    @property
    def longest(self) -> int:
        """Pixels of its longer side."""
        return _longest(self.levels[0])


def picture(data: bytes) -> Picture | None:
    """From one of the diary's own JPEGs."""
    image = QImage.fromData(data)
    return None if image.isNull() else halved(image)


def halved(image: QImage) -> Picture:
    levels = [image.convertToFormat(FORMAT)]
    while _longest(levels[-1]) > 2 * SMALLEST:
        half = levels[-1].size() / 2
        smooth = Qt.TransformationMode.SmoothTransformation
        levels.append(levels[-1].scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
    return Picture(tuple(levels))


def render(
    picture: Picture, to_pixels: QTransform, size: QSize, gains: Gains | None = None
) -> QImage:
    """The photo in a picture of `size` pixels; `to_pixels` starts from parts of its longer side.

    With `gains` its light is another.
    """
    level = _level(picture, hypot(to_pixels.m11(), to_pixels.m12()))
    drawn = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)  # of the photo's edges
    one = 1 / _longest(level)
    painter.setTransform(QTransform.fromScale(one, one) * to_pixels)
    painter.drawImage(0, 0, level)
    painter.end()
    if gains is not None:
        _relight(drawn, gains)
    return drawn


def _relight(image: QImage, gains: Gains) -> None:
    import numpy as np

    pixels = np.frombuffer(image.bits(), np.uint32)
    red, green, blue = (np.frombuffer(table, np.uint8) for table in gains.tables())
    pixels[:] = (
        (pixels & 0xFF000000)
        | red[pixels >> 16 & 0xFF].astype(np.uint32) << 16
        | green[pixels >> 8 & 0xFF].astype(np.uint32) << 8
        | blue[pixels & 0xFF]
    )


def _level(picture: Picture, longest: float) -> QImage:
    """The smallest that need not be made larger."""
    large = [level for level in picture.levels if _longest(level) >= longest]
    return large[-1] if large else picture.levels[0]


def _longest(image: QImage) -> int:
    return max(image.width(), image.height())
