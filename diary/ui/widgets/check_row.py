"""A check box whose whole row is its target and whose words may take several lines."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from diary.ui import icons, theme
from diary.ui.widgets.button import SMALLEST_TARGET

GAP = 10
BOX = QSize(18, 18)
CORNER = 4
UNBROKEN = 1 << 20
"""A width that no sentence reaches."""


class CheckRow(QCheckBox):
    """Paints `mark` before its words; `mark` is in logical pixels at 100 % text."""

    mark = BOX

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(position)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = max(width - self._words_from(), 1)
        words = self._words_in(room).height()
        look = theme.current()
        return max(words + 8, look.px(self.mark.height()) + 8, look.px(SMALLEST_TARGET))

    def sizeHint(self) -> QSize:
        width = self._words_from() + self._words_in(UNBROKEN).width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        longest = max(
            (self._metrics().horizontalAdvance(w) for w in self.text().split()), default=0
        )
        return QSize(self._words_from() + longest, theme.current().px(SMALLEST_TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.current()
        self.paint_mark(painter, self._mark_box())
        painter.setFont(look.font("body"))
        painter.setPen(look.color("text" if self.isEnabled() else "faint"))
        words = self.rect().adjusted(self._words_from(), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, self.text())

    def paint_mark(self, painter: QPainter, box: QRectF) -> None:
        look = theme.current()
        painter.setPen(QPen(look.color(self.outline()), 1))
        painter.setBrush(look.color(self.ground()))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        if self.isChecked():
            ink = "on_accent" if self.isEnabled() else "faint"
            tick = icons.pixmap("check", ink, 14, self.devicePixelRatioF())
            place = QRect(QPoint(), tick.deviceIndependentSize().toSize())
            place.moveCenter(box.center().toPoint())
            painter.drawPixmap(place, tick)

    def outline(self) -> str:
        if not self.isEnabled():
            return "border_control"
        return "accent" if self.isChecked() else "border_field"

    def ground(self) -> str:
        if not self.isEnabled():
            return "sunk"
        if self.isChecked():
            return "accent"
        return "hover" if self.underMouse() else "surface"

    def _mark_box(self) -> QRectF:
        """Beside the first line, where several lines stand."""
        look = theme.current()
        box = QRectF(0, 0, look.px(self.mark.width()), look.px(self.mark.height()))
        line = max(self._metrics().height(), look.px(SMALLEST_TARGET) - 8)
        words = self._words_in(max(self.width() - self._words_from(), 1)).height()
        top = (self.height() - max(words, line)) / 2
        box.moveTop(top + (line - box.height()) / 2)
        return box

    def _words_from(self) -> int:
        return theme.current().px(self.mark.width() + GAP)

    def _words_in(self, room: int) -> QRect:
        wrap = Qt.TextFlag.TextWordWrap
        return self._metrics().boundingRect(QRect(0, 0, room, UNBROKEN), wrap, self.text())

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.current().font("body"))
