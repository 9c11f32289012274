"""How a photo tile looks in each of its states."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from diary.domain.photo import View
from diary.ui import icons, theme

ASPECT = 104 / 88
"""Height for a width of 1: a face with a little of the neck."""

RADIUS = 8
OUTLINE = 48
PADDING = 6


def paint_empty(painter: QPainter, box: QRectF, view: View, *, hovered: bool) -> None:
    look = theme.current()
    pen = QPen(look.color("border_field"), 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(look.color("hover" if hovered else "surface"))
    painter.drawRoundedRect(_inside(box, 1), RADIUS, RADIUS)
    _paint_outline(painter, box, view, "border_field")


def paint_drag_over(painter: QPainter, box: QRectF, view: View) -> None:
    look = theme.current()
    painter.setPen(QPen(look.color("accent"), 2))
    painter.setBrush(look.color("soft"))
    painter.drawRoundedRect(_inside(box, 2), RADIUS, RADIUS)
    _paint_outline(painter, box, view, "accent")


def paint_importing(painter: QPainter, box: QRectF, done: float, words: str) -> None:
    look = theme.current()
    painter.setPen(QPen(look.color("border"), 1))
    painter.setBrush(look.color("surface"))
    painter.drawRoundedRect(_inside(box, 1), RADIUS, RADIUS)
    bar = QRectF(0, 0, box.width() - 4 * PADDING, 8)
    bar.moveCenter(box.center() - QPointF(0, 8))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("border"))
    painter.drawRoundedRect(bar, 4, 4)
    painter.setBrush(look.color("accent"))
    painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(bar.width() * done, 8)), 4, 4)
    _paint_words(painter, box.adjusted(0, box.height() / 2, 0, 0), words)


def paint_error(painter: QPainter, box: QRectF, sentence: str) -> None:
    look = theme.current()
    painter.setPen(QPen(look.color("danger"), 1))
    painter.setBrush(look.color("surface"))
    painter.drawRoundedRect(_inside(box, 1), RADIUS, RADIUS)
    picture = icons.pixmap("image-off", "danger", 18, painter.device().devicePixelRatioF())
    width = picture.deviceIndependentSize().width()
    painter.drawPixmap(QPointF(box.center().x() - width / 2, box.top() + 2 * PADDING), picture)
    _paint_words(painter, box.adjusted(0, 2 * PADDING + width, 0, 0), sentence)


def paint_photo(painter: QPainter, box: QRectF, photo: QPixmap) -> None:
    """The middle of the photo, filling the box."""
    rounded = QPainterPath()
    rounded.addRoundedRect(box, RADIUS, RADIUS)
    painter.save()
    painter.setClipPath(rounded)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(box, photo, _middle(photo, box))
    painter.restore()
    painter.setPen(QPen(theme.current().color("border_control"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(_inside(box, 1), RADIUS, RADIUS)


def _middle(photo: QPixmap, box: QRectF) -> QRectF:
    size = QSizeF(box.size()).scaled(QSizeF(photo.size()), Qt.AspectRatioMode.KeepAspectRatio)
    part = QRectF(QPointF(), size)
    part.moveCenter(QRectF(photo.rect()).center())
    return part


def _inside(box: QRectF, pen: float) -> QRectF:
    return box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)


def _paint_outline(painter: QPainter, box: QRectF, view: View, color: str) -> None:
    density = painter.device().devicePixelRatioF()
    picture = icons.pixmap(f"view-{view.value}", color, OUTLINE, density)
    size = picture.deviceIndependentSize()
    corner = box.center() - QPointF(size.width() / 2, size.height() / 2)
    painter.drawPixmap(corner, picture)


def _paint_words(painter: QPainter, box: QRectF, words: str) -> None:
    look = theme.current()
    painter.setFont(look.font("caption"))
    painter.setPen(look.color("muted"))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    inner = box.adjusted(PADDING, 0, -PADDING, 0)
    painter.drawText(inner, flags, words)
