"""The contrast of marked spots over the days of their photos, with the band of its noise."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.mark import Contrast
from diary.ui import theme
from diary.ui.local import number, short_date

HEIGHT = 132
DOT = 3.0
BAND = 2.0
"""Standard deviations to either side: in 19 of 20 cases light and click move it no further."""

LEAST_TOP = 20.0
"""Percent: papules show 10 to 32."""

STEP = 20


class Measured(NamedTuple):
    on: date
    value: float
    noise: float


class ContrastChart(QWidget):
    """Says nothing by itself but its numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._points: list[Measured] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_contrasts(self, contrasts: Sequence[Contrast], spot: str | None) -> None:
        """Of one spot, or the mean of those marked on each photo."""
        self._points = [
            Measured(one.on, value, one.noise(spot))
            for one in contrasts
            if (value := one.of(spot)) is not None
        ]
        said = ", ".join(
            self.tr("{day} {value} %").format(day=short_date(one.on), value=number(one.value))
            for one in self._points
        )
        self.setAccessibleName(self.tr("Contrast: {values}").format(values=said or "–"))
        self.update()

    @property
    def points(self) -> list[Measured]:
        return self._points

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(160), theme.current().px(HEIGHT))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._points:
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("caption"))
        metrics = QFontMetrics(painter.font())
        left = metrics.horizontalAdvance("–100 %") + 6
        plot = QRectF(self.rect()).adjusted(
            left, metrics.height() / 2, -DOT * 2, -metrics.height() - 4
        )
        bottom, top = self._ends()
        self._paint_axis(painter, plot, bottom, top)
        places = [self._place(plot, one, one.value, bottom, top) for one in self._points]
        self._paint_band(painter, plot, bottom, top)
        painter.setPen(QPen(look.color("text"), 1.5))
        painter.drawPolyline(QPolygonF(places))
        painter.setBrush(look.color("text"))
        for place in places:
            painter.drawEllipse(place, DOT, DOT)
        self._paint_dates(painter, plot)

    def _ends(self) -> tuple[float, float]:
        lowest = min(one.value - BAND * one.noise for one in self._points)
        highest = max(one.value + BAND * one.noise for one in self._points)
        return min(0.0, lowest), max(LEAST_TOP, highest)

    def _place(
        self, plot: QRectF, one: Measured, value: float, bottom: float, top: float
    ) -> QPointF:
        first, last = self._points[0].on, self._points[-1].on
        share = (one.on - first).days / (last - first).days if last > first else 0.5
        up = (value - bottom) / (top - bottom)
        return QPointF(plot.left() + share * plot.width(), plot.bottom() - up * plot.height())

    def _paint_axis(self, painter: QPainter, plot: QRectF, bottom: float, top: float) -> None:
        look = theme.current()
        for percent in range(0, int(top) + 1, STEP):
            y = plot.bottom() - (percent - bottom) / (top - bottom) * plot.height()
            painter.setPen(QPen(look.color("border"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(look.color("muted"))
            height = QFontMetrics(painter.font()).height()
            box = QRectF(0, y - height / 2, plot.left() - 6, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, f"{percent} %")

    def _paint_band(self, painter: QPainter, plot: QRectF, bottom: float, top: float) -> None:
        """Where one photo stands alone, its band is as wide as its dot."""
        above, below = [], []
        for one in self._points:
            above.append(self._place(plot, one, one.value + BAND * one.noise, bottom, top))
            below.append(self._place(plot, one, one.value - BAND * one.noise, bottom, top))
        if len(self._points) == 1:
            aside = QPointF(2 * DOT, 0)
            above, below = (
                [above[0] - aside, above[0] + aside],
                [below[0] - aside, below[0] + aside],
            )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("band"))
        painter.drawPolygon(QPolygonF([*above, *reversed(below)]))

    def _paint_dates(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(theme.current().color("muted"))
        height = QFontMetrics(painter.font()).height()
        line = QRectF(plot.left(), self.height() - height, plot.width(), height)
        first, last = short_date(self._points[0].on), short_date(self._points[-1].on)
        if first == last:
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, first)
            return
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, first)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, last)
