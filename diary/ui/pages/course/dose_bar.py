"""The dose so far against the patient's own target."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.course import Target
from diary.ui import theme
from diary.ui.local import number

HEIGHT, BAR_TOP, BAR, CORNER = 52, 8, 16, 4

ROOM_ABOVE = 1.1
"""The bar goes a tenth beyond the target, so that its upper end is seen."""


class DoseBar(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reached = 0.0
        self._target: Target | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.updateGeometry)

    def set_dose(self, mg_per_kg: float, target: Target) -> None:
        self._reached, self._target = mg_per_kg, target
        self.setAccessibleName(
            self.tr("{sum} of {low}–{high} mg/kg").format(
                sum=number(mg_per_kg), low=number(target.low), high=number(target.high)
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(240), theme.current().px(HEIGHT))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._target is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bar(painter, self._target)
        self._paint_target(painter, self._target)
        self._paint_numbers(painter, self._target)

    def _paint_bar(self, painter: QPainter, target: Target) -> None:
        look = theme.current()
        bar = self._bar().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.color("border"), 1))
        painter.setBrush(look.color("sunk"))
        painter.drawRoundedRect(bar, CORNER, CORNER)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("dose_soft"))
        band = QRectF(bar)
        band.setLeft(self._x(target.low))
        band.setRight(self._x(target.high))
        painter.drawRect(band)
        reached = QRectF(self._bar())
        reached.setRight(self._x(self._reached))
        painter.setBrush(look.color("dose"))
        painter.drawRoundedRect(reached, CORNER, CORNER)

    def _paint_target(self, painter: QPainter, target: Target) -> None:
        look = theme.current()
        bar, beyond = self._bar(), look.px(6)
        painter.setPen(QPen(look.color("dose"), 2, Qt.PenStyle.DotLine))
        for end in (target.low, target.high):
            x = self._x(end)
            painter.drawLine(QPointF(x, bar.top() - beyond), QPointF(x, bar.bottom() + beyond))
        words = self.tr("target")
        painter.setFont(look.font("caption"))
        band = QRectF(self._x(target.low), bar.top(), 0, bar.height())
        band.setRight(self._x(target.high))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
        if wide <= band.width() and self._reached <= target.low:
            painter.setPen(look.color("accent_text"))
            painter.drawText(band, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_numbers(self, painter: QPainter, target: Target) -> None:
        """Where you are first; the others where there is room beside it."""
        look = theme.current()
        bold = look.font("caption")
        bold.setWeight(bold.Weight.DemiBold)
        today = self.tr("{sum} today").format(sum=number(self._reached))
        high = self.tr("{high} mg/kg").format(high=number(target.high))
        painter.setFont(bold)
        painter.setPen(look.color("text"))
        taken = [self._paint_number(painter, self._reached, today, [])]
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("muted"))
        for at, words in ((target.high, high), (0.0, "0"), (target.low, number(target.low))):
            taken.append(self._paint_number(painter, at, words, taken))

    def _paint_number(
        self, painter: QPainter, at: float, words: str, taken: list[QRectF]
    ) -> QRectF:
        metrics = QFontMetricsF(painter.font())
        place = QRectF(0, self._bar().bottom() + theme.current().px(8), 0, metrics.height())
        place.setWidth(metrics.horizontalAdvance(words) + 1)
        left = self._x(at) - place.width() / 2
        place.moveLeft(min(max(left, 0), self.width() - place.width()))
        if any(place.adjusted(-4, 0, 4, 0).intersects(other) for other in taken):
            return QRectF()
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        return place

    def _bar(self) -> QRectF:
        look = theme.current()
        return QRectF(0, look.px(BAR_TOP), self.width(), look.px(BAR))

    def _x(self, mg_per_kg: float) -> float:
        most = max(self._target.high if self._target else 0, self._reached) * ROOM_ABOVE
        return mg_per_kg / most * self.width()
