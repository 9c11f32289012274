"""One number of a scale: a real button, so that screen readers say whether it is chosen."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui import theme
from diary.ui.widgets.marker import Series
from diary.ui.widgets.row_button import RowButton

HEIGHT, WIDTH = 32, 24
FILL_RADIUS = 6
HALF = 0.5


class ScaleCell(RowButton):
    """Paints its number, its fill when chosen, and yesterday's bar; the row decides which is on."""

    left = Signal()
    """The focus went elsewhere."""

    def __init__(self, number: int, series: Series, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self.yesterday = False
        self._series = series
        self.setText(str(number))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.px(WIDTH), look.px(HEIGHT))

    minimumSizeHint = sizeHint

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(HALF)
        self._paint_ground(painter)
        self._paint_number(painter)
        if self.yesterday:
            self._paint_yesterday(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        look = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(look.color(self._series.value))
        elif self._is_reached_by_key():
            painter.setPen(look.color("border_field"))
        elif self.isEnabled() and self.underMouse():
            painter.setBrush(look.color("hover"))
        else:
            return
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(box, FILL_RADIUS, FILL_RADIUS)

    def _is_reached_by_key(self) -> bool:
        return self.hasFocus() and self.window().testAttribute(
            Qt.WidgetAttribute.WA_KeyboardFocusChange
        )

    def _paint_number(self, painter: QPainter) -> None:
        font = theme.current().font("control")
        if self.isChecked():
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._ink())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _paint_yesterday(self, painter: QPainter) -> None:
        look = theme.current()
        bar = QRectF(0, 0, look.px(10), look.px(2))
        bar.moveCenter(QRectF(self.rect()).center())
        bar.moveBottom(self.height() - look.px(4))
        ink = self._ink() if self.isChecked() else look.color("muted")
        painter.fillRect(bar, ink)

    def _ink(self) -> QColor:
        return theme.current().color("on_accent" if self.isChecked() else "text")
