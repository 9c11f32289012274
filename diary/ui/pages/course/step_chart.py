"""The prescribed doses as steps: up to today filled, after it dashed."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.course import Course, Step, months_after
from diary.ui import theme
from diary.ui.local import full_date, number, short_date
from diary.ui.pages.course.months import month_ticks

HEIGHT, TALLEST, AXIS = 100, 44, 74
"""Logical pixels at 100 % text: all, the highest dose, the axis."""

MONTHS_SHOWN = 7
DAYS_AFTER_LAST_STEP = 60


@dataclass(frozen=True, slots=True)
class _Stretch:
    """One dose from `first` to the day before `end`."""

    step: Step
    first: date
    end: date


class StepChart(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self._today = date.min
        self._end = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.updateGeometry)

    def set_course(self, course: Course, today: date) -> None:
        """`course` has at least one step."""
        self._course, self._today = course, today
        last = course.steps[-1].first_day + timedelta(days=DAYS_AFTER_LAST_STEP)
        self._end = max(months_after(course.start, MONTHS_SHOWN), last, months_after(today, 1))
        self.setAccessibleName(self.tr("Prescribed doses"))
        self.setAccessibleDescription("; ".join(self._spoken(step) for step in course.steps))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(240), theme.current().px(HEIGHT))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._course is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.current().font("caption"))
        stretches = self._stretches()
        for stretch in stretches:
            self._paint_taken(painter, stretch)
        self._paint_planned(painter, stretches)
        self._paint_axis(painter)
        self._paint_today(painter)
        self._paint_labels(painter, stretches)

    def _stretches(self) -> list[_Stretch]:
        steps = self._course.steps if self._course else ()
        ends = [step.first_day for step in steps[1:]] + [self._end]
        return [_Stretch(step, step.first_day, end) for step, end in zip(steps, ends, strict=True)]

    def _paint_taken(self, painter: QPainter, stretch: _Stretch) -> None:
        end = min(stretch.end, self._today)
        if stretch.first >= end:
            return
        look = theme.current()
        box = QRectF(self._x(stretch.first), self._y(stretch.step.mg), 0, 0)
        box.setBottomRight(QPointF(self._x(end), self._axis()))
        painter.fillRect(box, look.color("dose_soft"))
        painter.setPen(QPen(look.color("dose"), 2))
        painter.drawPolyline(QPolygonF([box.bottomLeft(), box.topLeft(), box.topRight()]))

    def _paint_planned(self, painter: QPainter, stretches: list[_Stretch]) -> None:
        corners: list[QPointF] = []
        for stretch in stretches:
            first = max(stretch.first, self._today)
            if first < stretch.end:
                y = self._y(stretch.step.mg)
                corners += [QPointF(self._x(first), y), QPointF(self._x(stretch.end), y)]
        painter.setPen(QPen(theme.current().color("dose"), 2, Qt.PenStyle.DashLine))
        painter.drawPolyline(QPolygonF(corners))

    def _paint_axis(self, painter: QPainter) -> None:
        assert self._course is not None  # noqa: S101 - paintEvent asked
        look = theme.current()
        axis, free_from = self._axis(), 0.0
        painter.setPen(QPen(look.color("border_control"), 1))
        painter.drawLine(QPointF(0, axis), QPointF(self.width(), axis))
        metrics = QFontMetricsF(painter.font())
        for on, words in month_ticks(min(self._course.start, self._first()), self._end):
            x, wide = self._x(on), metrics.horizontalAdvance(words)
            painter.setPen(QPen(look.color("border_control"), 1))
            painter.drawLine(QPointF(x, axis), QPointF(x, axis + 4))
            left = min(max(x - wide / 2, 0), self.width() - wide)
            if left >= free_from:
                painter.setPen(look.color("muted"))
                painter.drawText(QPointF(left, axis + 6 + metrics.ascent()), words)
                free_from = left + wide + look.px(8)

    def _paint_today(self, painter: QPainter) -> None:
        if not self._first() <= self._today <= self._end:
            return
        look = theme.current()
        x = self._x(self._today)
        painter.setPen(QPen(look.color("text"), 2))
        painter.drawLine(QPointF(x, 0), QPointF(x, self._axis()))
        words = self.tr("today")
        metrics = QFontMetricsF(painter.font())
        before = x - metrics.horizontalAdvance(words) - look.px(6)
        left = before if before >= 0 else x + look.px(6)
        painter.drawText(QPointF(left, metrics.ascent()), words)

    def _paint_labels(self, painter: QPainter, stretches: list[_Stretch]) -> None:
        """Beneath each step, where there is room for the words."""
        look = theme.current()
        bold = look.font("control")
        bold.setWeight(bold.Weight.DemiBold)
        painter.setFont(bold)
        metrics = QFontMetricsF(bold)
        for stretch in stretches:
            words = self._dose(stretch.step)
            left, end = self._x(stretch.first) + look.px(10), self._x(stretch.end)
            planned = stretch.first > self._today
            if not planned and self._today < stretch.end:
                end = self._x(self._today)
            baseline = self._y(stretch.step.mg) + metrics.ascent() + look.px(4)
            if left + metrics.horizontalAdvance(words) > end or baseline > self._axis():
                continue
            painter.setPen(look.color("text" if planned else "accent_text"))
            painter.drawText(QPointF(left, baseline), words)
            if planned:
                since = left + metrics.horizontalAdvance(words) + look.px(8)
                self._paint_since(painter, stretch, QPointF(since, baseline), end)
                painter.setFont(bold)

    def _paint_since(
        self, painter: QPainter, stretch: _Stretch, start: QPointF, end: float
    ) -> None:
        words = self.tr("planned from {day}").format(day=short_date(stretch.first))
        painter.setFont(theme.current().font("caption"))
        if start.x() + QFontMetricsF(painter.font()).horizontalAdvance(words) <= end:
            painter.setPen(theme.current().color("muted"))
            painter.drawText(start, words)

    def _spoken(self, step: Step) -> str:
        words = self.tr("{dose} from {day}")
        if step.first_day > self._today:
            words = self.tr("{dose}, planned from {day}")
        return words.format(dose=self._dose(step), day=full_date(step.first_day))

    def _dose(self, step: Step) -> str:
        return self.tr("{mg} mg daily").format(mg=number(step.mg, 2))

    def _first(self) -> date:
        assert self._course is not None  # noqa: S101 - only asked while painting
        return min(self._course.start, self._course.steps[0].first_day)

    def _x(self, on: date) -> float:
        share = (on - self._first()).days / max((self._end - self._first()).days, 1)
        return 1 + share * (self.width() - 2)

    def _y(self, mg: float) -> float:
        assert self._course is not None  # noqa: S101 - only asked while painting
        most = max(step.mg for step in self._course.steps) or 1
        return self._axis() - theme.current().px(TALLEST) * mg / most

    def _axis(self) -> float:
        return float(theme.current().px(AXIS))
