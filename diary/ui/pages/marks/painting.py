"""How marks look on a photo: rings that show on any skin, told apart by their shape."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

RING = 9.0
"""Radius in logical pixels at 100 % text: around a papule, not over it."""

SELECTED = 13.0
CROSS = 16.0
DASHES = [2.5, 2.0]

LIGHT, SHADOW = QColor(255, 255, 255), QColor(0, 0, 0, 170)
"""White on a dark line, in any theme: the ground is the photo."""


def paint_mark(painter: QPainter, place: QPointF, scale: float, *, selected: bool) -> None:
    _paint_ring(painter, place, RING * scale, dashed=False)
    if selected:
        _paint_ring(painter, place, SELECTED * scale, dashed=False)


def paint_proposal(painter: QPainter, place: QPointF, scale: float, *, selected: bool) -> None:
    _paint_ring(painter, place, RING * scale, dashed=True)
    if selected:
        _paint_ring(painter, place, SELECTED * scale, dashed=True)


def paint_cursor(painter: QPainter, place: QPointF, scale: float) -> None:
    reach, gap = CROSS * scale, 4 * scale
    for pen in (QPen(SHADOW, 4), QPen(LIGHT, 2)):
        painter.setPen(pen)
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            way = QPointF(x, y)
            painter.drawLine(place + way * gap, place + way * reach)


def _paint_ring(painter: QPainter, place: QPointF, radius: float, *, dashed: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((SHADOW, 4.0), (LIGHT, 2.0)):
        pen = QPen(color, width)
        if dashed:
            pen.setDashPattern([length * 2 / width for length in DASHES])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawEllipse(place, radius, radius)
