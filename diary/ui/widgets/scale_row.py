"""The frame behind the eleven numbers of a scale."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from diary.domain.scales import HIGH, LOW
from diary.ui import theme
from diary.ui.widgets import focus_ring
from diary.ui.widgets.marker import Series
from diary.ui.widgets.scale_cell import HALF, ScaleCell

RADIUS = 8


class ScaleRow(QFrame):
    """Eleven cells; paints the outline, the hairlines, and the soft fill before the answer."""

    def __init__(self, series: Series, parent: QWidget) -> None:
        super().__init__(parent)
        self._series = series
        self.setProperty(focus_ring.GROUP, True)  # noqa: FBT003 - a property's value
        self.cells = [ScaleCell(number, series, self) for number in range(LOW, HIGH + 1)]
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for cell in self.cells:
            row.addWidget(cell)

    def chosen(self) -> int | None:
        return next((cell.number for cell in self.cells if cell.isChecked()), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(HALF)
        outline = QPainterPath()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline.addRoundedRect(box, RADIUS, RADIUS)
        painter.fillPath(outline, theme.current().color("surface"))
        self._paint_cells(painter, outline)
        painter.setPen(theme.current().color("border_control"))
        painter.drawPath(outline)

    def _paint_cells(self, painter: QPainter, outline: QPainterPath) -> None:
        chosen = self.chosen()
        first_plain = LOW if chosen is None else chosen
        painter.save()
        painter.setClipPath(outline)
        if first_plain > LOW:
            soft = QRectF(self.rect())
            soft.setRight(self.cells[first_plain].geometry().center().x())
            painter.fillRect(soft, theme.current().color(f"{self._series.value}_soft"))
        for cell in self.cells[first_plain + 1 :]:
            hairline = QRectF(cell.x(), 0, 1, self.height())
            painter.fillRect(hairline, theme.current().color("border"))
        painter.restore()
