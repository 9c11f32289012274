"""The shapes that tell the series apart without colour."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from diary.ui import theme

SIZE = 10


class Series(StrEnum):
    """A colour of the theme and its shape: ● ■ ▲ ◆."""

    ACNE = "acne"
    DRYNESS = "dryness"
    MOOD = "mood"
    DOSE = "dose"


def paint(painter: QPainter, box: QRectF, series: Series) -> None:
    """Draw the shape of `series` in its colour, filling `box`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().color(series.value))
    if series is Series.ACNE:
        painter.drawEllipse(box)
    elif series is Series.DRYNESS:
        painter.drawRect(box.adjusted(1, 1, -1, -1))
    else:
        painter.drawPolygon(_corners(box, series))


def _corners(box: QRectF, series: Series) -> QPolygonF:
    top = QPointF(box.center().x(), box.top())
    if series is Series.MOOD:
        return QPolygonF([top, box.bottomRight(), box.bottomLeft()])
    right = QPointF(box.right(), box.center().y())
    bottom = QPointF(box.center().x(), box.bottom())
    left = QPointF(box.left(), box.center().y())
    return QPolygonF([top, right, bottom, left])


class Marker(QWidget):
    """The shape of a series beside its title; the title says the same in words."""

    def __init__(self, series: Series, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series = series

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(SIZE), theme.current().px(SIZE))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme.current().px(SIZE)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        paint(QPainter(self), box, self._series)


class YesterdayKey(QWidget):
    """The short bar that a card's head explains as "yesterday"."""

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(SIZE), theme.current().px(2))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        bar = QRectF(0, 0, self.width(), theme.current().px(2))
        bar.moveCenter(QRectF(self.rect()).center())
        QPainter(self).fillRect(bar, theme.current().color("muted"))
