"""The course chart on screen: drawn by matplotlib, read by pointer or keys."""

from datetime import date, timedelta

from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from diary.charts import palette
from diary.charts.course import CourseAxes, draw_course, minimum_height
from diary.charts.course_chart import CourseChart
from diary.charts.in_words import alternative_text
from diary.charts.layout import USUAL_TEXT
from diary.ui import theme

REDRAW_MS = 100
"""How long a window must keep its size before the chart is drawn again."""

LEAST_WIDTH = 420
THUMBNAIL = 40
FONT = "DejaVu Sans"
"""Comes with matplotlib, so that the chart has the same letters on every computer."""


class ChartView(FigureCanvasQTAgg):
    """One canvas for life: a new one per drawing would be freed late, if at all."""

    day_pointed = Signal(object)
    """The date under the pointer or chosen by the arrow keys; None when it is left."""

    def __init__(self, toggle: QWidget) -> None:
        super().__init__(Figure())  # type: ignore[no-untyped-call]
        self._chart: CourseChart | None = None
        self._axes: CourseAxes | None = None
        self._day: date | None = None
        self._thumbnails: list[tuple[date, QLabel]] = []
        self._toggle = toggle
        toggle.setParent(self)
        self._cursor_line = QLabel(self)
        self._cursor_line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cursor_line.hide()
        self._redraw = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._redraw.timeout.connect(self._draw_chart)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._set_least_size()
        theme.current().changed.connect(self._follow_theme)

    def show_chart(self, chart: CourseChart) -> None:
        self._chart = chart
        self.setAccessibleName(alternative_text(chart))
        if not self._redraw.isActive():  # else it is drawn once the new size stays
            self._draw_chart()

    def show_photos(self, photos: list[tuple[date, QImage]]) -> None:
        """Small pictures over the axis, each in the middle of its day."""
        for _, old in self._thumbnails:
            old.deleteLater()
        side = theme.current().px(THUMBNAIL)
        self._thumbnails = []
        for on, image in photos:
            shown = QLabel(self)
            shown.setPixmap(_square(image, side))
            shown.setFixedSize(side, side)
            shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            shown.show()
            self._thumbnails.append((on, shown))
        self._place_photos()

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)  # type: ignore[no-untyped-call]
        self._redraw.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._axes is not None:
            self._point_at(self._axes.date_at(event.position().x()))

    def leaveEvent(self, _event: QEvent) -> None:
        self._point_at(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if self._chart is None or key not in (*steps, Qt.Key.Key_Home, Qt.Key.Key_End):
            QWidget.keyPressEvent(self, event)
            return
        latest = min(self._chart.last, self._chart.today)
        if key in steps and self._day is not None:
            self._point_at(self._day + timedelta(days=steps[key]))
        else:
            self._point_at(self._chart.first if key == Qt.Key.Key_Home else latest)

    def _point_at(self, on: date | None) -> None:
        if self._chart is None:
            return
        if on is not None:
            on = min(max(on, self._chart.first), self._chart.last, self._chart.today)
        if on != self._day:
            self._day = on
            self._place_cursor()
            self.day_pointed.emit(on)

    def _place_cursor(self) -> None:
        axes, on = self._axes, self._day
        self._cursor_line.setVisible(axes is not None and on is not None)
        if axes is not None and on is not None:
            top, bottom = axes.panels["acne"].top, axes.panels["dose"].bottom
            x = round(axes.x_of(on))
            self._cursor_line.setGeometry(QRect(x, round(top), 1, round(bottom - top)))

    @Slot()
    def _follow_theme(self) -> None:
        self._set_least_size()
        self._draw_chart()

    def _set_least_size(self) -> None:
        look = theme.current()
        self.setMinimumSize(LEAST_WIDTH, round(minimum_height(look.px(USUAL_TEXT))))
        color = look.color("border_field").name()
        self._cursor_line.setStyleSheet(f"background: {color};")

    @Slot()
    def _draw_chart(self) -> None:
        if self._chart is None:
            return
        look = theme.current()
        self._toggle.adjustSize()
        self._axes = draw_course(
            self.figure,
            self._chart,
            palette.DARK if look.dark else palette.LIGHT,
            font=FONT,
            text_px=look.px(USUAL_TEXT),
            toggle_width=self._toggle.width(),
        )
        self.draw_idle()  # type: ignore[no-untyped-call]
        heading = self._axes.headings["dryness"]
        middle = round((heading.top + heading.bottom) / 2)
        self._toggle.move(
            QPoint(round(heading.right) + look.px(12), middle - self._toggle.height() // 2)
        )
        self._place_photos()
        self._place_cursor()

    def _place_photos(self) -> None:
        if self._axes is None or self._chart is None:
            return
        strip = self._axes.photo_strip
        for on, shown in self._thumbnails:
            shown.setVisible(self._chart.shows(on))
            middle = round((strip.top + strip.bottom) / 2)
            left = round(self._axes.x_of(on)) - shown.width() // 2
            shown.move(left, middle - shown.height() // 2)


def _square(image: QImage, side: int) -> QPixmap:
    """The upper middle of a picture, where a face is."""
    smaller = min(image.width(), image.height())
    part = image.copy(
        (image.width() - smaller) // 2, (image.height() - smaller) // 3, smaller, smaller
    )
    mode = Qt.TransformationMode.SmoothTransformation
    return QPixmap.fromImage(part.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, mode))
