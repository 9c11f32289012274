"""A switch: a check box that looks as if it works at once, and does."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from diary.ui import theme
from diary.ui.widgets.check_row import CheckRow


class Switch(CheckRow):
    """On and off differ by the knob's place and by the fill."""

    mark = QSize(36, 20)

    def paint_mark(self, painter: QPainter, box: QRectF) -> None:
        look = theme.current()
        painter.setPen(QPen(look.color(self.outline()), 1))
        painter.setBrush(look.color(self.ground()))
        radius = box.height() / 2
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        knob = QRectF(0, 0, box.height() - 8, box.height() - 8)
        knob.moveCenter(box.center())
        offset = box.width() / 2 - radius
        knob.translate(offset if self.isChecked() else -offset, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(self._knob()))
        painter.drawEllipse(knob)

    def _knob(self) -> str:
        if not self.isEnabled():
            return "faint"
        return "on_accent" if self.isChecked() else "border_field"
