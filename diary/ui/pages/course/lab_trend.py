"""One analyte over time, small: its results and the laboratory's printed range."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from diary.ui import theme

SIZE = QSize(80, 24)
INSET, DOT = 5, 2.5


@dataclass(frozen=True, slots=True)
class Range:
    low: float | None
    high: float | None


class LabTrend(QWidget):
    def __init__(self, name: str, results: list[tuple[date, float]], printed: Range) -> None:
        """`results` are oldest first, in one unit, which is the range's too."""
        super().__init__()
        self.setAccessibleName(name)
        self._results = results
        self._printed = printed
        values = [value for _on, value in results]
        ends = [end for end in (printed.low, printed.high) if end is not None]
        self._bottom = min([*values, *ends, 0.0])
        self._top = max([*values, *ends]) or 1.0

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.px(SIZE.width()), look.px(SIZE.height()))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_range(painter)
        points = [QPointF(self._x(on), self._y(value)) for on, value in self._results]
        painter.setPen(QPen(look.color("text"), 1.5))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(look.color("text"))
        painter.drawEllipse(points[-1], DOT, DOT)

    def _paint_range(self, painter: QPainter) -> None:
        look = theme.current()
        low, high = self._printed.low, self._printed.high
        band = QRectF(self.rect())
        if high is not None:
            band.setTop(self._y(high))
        if low is not None:
            band.setBottom(self._y(low))
        painter.fillRect(band, look.color("sunk"))
        painter.setPen(QPen(look.color("border_field"), 1, Qt.PenStyle.DashLine))
        for end in (low, high):
            if end is not None:
                y = self._y(end)
                painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def _x(self, on: date) -> float:
        first, last = self._results[0][0], self._results[-1][0]
        share = (on - first).days / (last - first).days if last > first else 1.0
        return INSET + share * (self.width() - 2 * INSET)

    def _y(self, value: float) -> float:
        share = (value - self._bottom) / (self._top - self._bottom)
        return self.height() - INSET - share * (self.height() - 2 * INSET)
