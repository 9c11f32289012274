"""How a photo with numbered points looks."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from diary.domain.similarity import Point
from diary.ui import theme

RING = 11
"""Radius of a point in logical pixels; its middle stays free to see the skin."""

LABEL = 18
LOUPE, MARGIN = 112, 8
"""Side of the enlarged part at most, and its distance from the photo's corner."""

ENLARGED = 2.0
"""Logical pixels of the loupe for one of the preview."""


def photo(painter: QPainter, shown: QRectF, pixmap: QPixmap, *, focused: bool) -> None:
    colors = theme.current().tokens
    if pixmap.isNull():
        painter.fillRect(shown, QColor(colors.sunk))
    else:
        painter.drawPixmap(shown, pixmap, QRectF(pixmap.rect()))
    if focused:
        painter.setPen(QPen(QColor(colors.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(shown.adjusted(-2, -2, 2, 2))


def point(painter: QPainter, at: QPointF, number: int, *, chosen: bool) -> None:
    """A ring with a cross and, beside it, the number; light on dark to be seen on any skin."""
    colors = theme.current().tokens
    for color, width in ((QColor("black"), 4.0), (QColor("white"), 2.0)):
        painter.setPen(QPen(color, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, RING, RING)
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            painter.drawLine(at + QPointF(x, y) * 4, at + QPointF(x, y) * RING)
    side = theme.current().px(LABEL)
    box = QRectF(QPointF(), QSizeF(side, side))
    box.moveCenter(at + QPointF(RING + side / 2, 4 - RING - side / 2))
    painter.setPen(QPen(QColor("white"), 1.5))
    painter.setBrush(QColor(colors.accent if chosen else "black"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(colors.on_accent if chosen else "white"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))


def loupe(painter: QPainter, shown: QRectF, pixmap: QPixmap, at: Point) -> None:
    """The skin around a point, enlarged, in the corner that is farthest from it."""
    longer = max(pixmap.width(), pixmap.height())
    middle = QPointF(at[0] * longer, at[1] * longer)
    side = min(LOUPE, shown.width() / 3, shown.height() / 3)
    seen = QRectF(QPointF(), QSizeF(side, side) / ENLARGED)
    seen.moveCenter(middle)
    frame = QRectF(QPointF(), QSizeF(side, side))
    frame.moveTopLeft(shown.topLeft() + QPointF(MARGIN, MARGIN))
    if middle.x() < pixmap.width() / 2:
        frame.moveRight(shown.right() - MARGIN)
    if middle.y() < pixmap.height() / 2:
        frame.moveBottom(shown.bottom() - MARGIN)
    outline = QPainterPath()
    outline.addRoundedRect(frame, 8, 8)
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(frame, QColor("black"))
    painter.drawPixmap(frame, pixmap, seen)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((QColor("black"), 3.0), (QColor("white"), 1.0)):
        painter.setPen(QPen(color, width))
        painter.drawPath(outline)
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            arm = QPointF(x, y)
            painter.drawLine(frame.center() + arm * 5, frame.center() + arm * 16)
