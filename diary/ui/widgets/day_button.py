"""One day of the week strip."""

from datetime import date
from enum import Enum

from PySide6.QtCore import QDate, QLocale, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui import theme
from diary.ui.local import long_date
from diary.ui.widgets.row_button import RowButton

WIDTH, DOT, RADIUS, MARGIN = 36, 6, 8, 5
LETTER, NUMBER = "caption", "body"


class DayState(Enum):
    """What the diary holds of a day: nothing, today's beginning, or an entry."""

    NONE = "none"
    STARTED = "started"
    ENTRY = "entry"


class DayButton(RowButton):
    """Weekday letter, number, and a dot (entry), a ring (started) or nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.day = date.min
        self._state = DayState.NONE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_day(self, day: date, state: DayState, *, chosen: bool, future: bool) -> None:
        self.day = day
        self._state = state
        self.setEnabled(not future)
        self.setChecked(chosen)
        self.setText(str(day.day))
        self.setAccessibleName(self._spoken())
        self.setToolTip(long_date(day))
        self.update()

    def sizeHint(self) -> QSize:
        letter, number = self._line(LETTER), self._line(NUMBER)
        look = theme.current()
        height = letter + number + look.px(DOT) + 4 * MARGIN
        return QSize(look.px(WIDTH), height)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        top = self._paint_line(painter, LETTER, _letter(self.day), MARGIN)
        top = self._paint_line(painter, NUMBER, self.text(), top)
        self._paint_state(painter, top + MARGIN)

    def _paint_ground(self, painter: QPainter) -> None:
        look = theme.current()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(look.color("accent"), 1))
            painter.setBrush(look.color("soft"))
        elif self.isEnabled() and self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("hover"))
        else:
            return
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _paint_line(self, painter: QPainter, role: str, text: str, top: int) -> int:
        """Draw a centred line; where the next one begins."""
        look = theme.current()
        font = look.font(role)
        if self.isChecked():
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(look.color(self._ink(role)))
        height = self._line(role)
        box = QRect(0, top, self.width(), height)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return top + height

    def _ink(self, role: str) -> str:
        if not self.isEnabled():
            return "faint"
        if self.isChecked():
            return "accent_text"
        return "muted" if role == LETTER else "text"

    def _paint_state(self, painter: QPainter, top: int) -> None:
        if self._state is DayState.NONE:
            return
        look = theme.current()
        accent = look.color("accent")
        dot = QRectF(0, top, look.px(DOT), look.px(DOT))
        dot.moveCenter(QRectF(self.rect()).center())
        dot.moveTop(top)
        started = self._state is DayState.STARTED
        painter.setPen(QPen(accent, 1.5) if started else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if started else accent)
        painter.drawEllipse(dot)

    def _line(self, role: str) -> int:
        return QFontMetrics(theme.current().font(role)).height()

    def _spoken(self) -> str:
        said = {
            DayState.NONE: self.tr("no entry"),
            DayState.STARTED: self.tr("started"),
            DayState.ENTRY: self.tr("entry"),
        }[self._state]
        return f"{long_date(self.day)}, {said}" if self.isEnabled() else long_date(self.day)


def to_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _letter(day: date) -> str:
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.NarrowFormat)
