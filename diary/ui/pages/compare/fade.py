"""How much of B is seen over A."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from diary.ui import theme
from diary.ui.pages.compare.sides import Side
from diary.ui.widgets.button import SMALLEST_TARGET
from diary.ui.widgets.text import label

KNOB, GROOVE = 20, 4
WIDTH = 320
PERCENT, TEN = 1, 10


class FadeBar(QWidget):
    """A at the left end, B at the right one."""

    faded = Signal(float)
    """From 0, only A, to 1, only B."""

    def __init__(self) -> None:
        super().__init__()
        self.slider = _Fade()
        self.slider.valueChanged.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(label(Side.A.value, "strong"))
        row.addWidget(self.slider, 4)
        row.addWidget(label(Side.B.value, "strong"))
        row.addStretch(1)

    @Slot(int)
    def _tell(self, percent: int) -> None:
        self.faded.emit(percent / 100)


class _Fade(QSlider):
    """A click moves the knob there at once."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, 100)
        self.setSingleStep(PERCENT)
        self.setPageStep(TEN)
        self.setValue(50)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(WIDTH)
        self.setAccessibleName(self.tr("How much of B is seen over A, in percent"))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, max(SMALLEST_TARGET, theme.current().px(SMALLEST_TARGET)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("border_field"))
        groove = QRectF(KNOB / 2, (self.height() - GROOVE) / 2, self._length(), GROOVE)
        painter.drawRoundedRect(groove, GROOVE / 2, GROOVE / 2)
        middle = QPointF(KNOB / 2 + self._length() * self.value() / 100, self.height() / 2)
        painter.setPen(QPen(look.color("border_field"), 1))
        painter.setBrush(look.color("accent"))
        painter.drawEllipse(middle, KNOB / 2 - 1, KNOB / 2 - 1)

    def _follow(self, event: QMouseEvent) -> None:
        across = (event.position().x() - KNOB / 2) / max(self._length(), 1)
        self.setValue(round(across * 100))

    def _length(self) -> int:
        return self.width() - KNOB
