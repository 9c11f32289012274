"""The line's handle for keyboard and screen reader; the stage paints it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from diary.ui import icons, theme

SIDE = 44
"""Logical pixels; as large as WCAG 2.5.5 asks of a target."""

ICON = 20
LINE, EDGE = 2, 1
PERCENT, TEN = 1, 10


class Handle(QSlider):
    """Where the line stands, in percent of the photo's width; a slider that is not seen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, 100)
        self.setSingleStep(PERCENT)
        self.setPageStep(TEN)
        self.setValue(50)
        self.setFixedSize(SIDE, SIDE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Line between A and B, in percent of the photo’s width"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift and an arrow are left to the stage, which moves the photos."""
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The stage paints line and handle at once."""


def paint_line(painter: QPainter, x: float, height: float, density: float) -> None:
    """The line from top to bottom of the stage, and the handle in its middle."""
    look = theme.current()
    edge, light = look.color("border_field"), look.color("surface")
    painter.fillRect(QRectF(x - LINE / 2 - EDGE, 0, LINE + 2 * EDGE, height), edge)
    painter.fillRect(QRectF(x - LINE / 2, 0, LINE, height), light)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(light)
    middle = QPointF(x, height / 2)
    painter.drawEllipse(middle, SIDE / 2 - EDGE, SIDE / 2 - EDGE)
    arrows = icons.pixmap("slide", "text", ICON, density)
    place = QRectF(QPointF(), arrows.deviceIndependentSize())
    place.moveCenter(middle)
    painter.drawPixmap(place.topLeft(), arrows)
