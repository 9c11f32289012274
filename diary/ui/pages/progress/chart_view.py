"""The course chart on screen: drawn on the diary's thread, read by pointer or keys."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from diary.charts import palette
from diary.charts.course_chart import CourseChart
from diary.charts.in_words import alternative_text
from diary.charts.layout import USUAL_TEXT, minimum_height
from diary.charts.places import CoursePlaces
from diary.charts.screen import Drawing, ScreenChart, ScreenLook
from diary.ui import theme
from diary.ui.jobs import Jobs
from diary.ui.widgets.covered_picture import CoveredPicture

REDRAW_MS = 100
"""How long a window must keep its size before the chart is drawn again."""

LEAST_WIDTH = 420


class ChartView(QWidget):
    """Shows the newest drawing there is; the next is ordered when it is painted out of date."""

    day_pointed = Signal(object)
    """The date under the pointer or chosen by the arrow keys; None when it is left."""

    def __init__(self, toggle: QWidget, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._screen = ScreenChart()
        self._chart: CourseChart | None = None
        self._image: QImage | None = None
        self._places: CoursePlaces | None = None
        self._stale = False
        self._orders = 0
        self._ordered: ScreenLook | None = None
        self._day: date | None = None
        self._thumbnails: list[tuple[date, CoveredPicture]] = []
        self._toggle = toggle
        toggle.setParent(self)
        toggle.hide()
        self._cursor_line = QLabel(self)
        self._cursor_line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cursor_line.hide()
        self._redraw = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._redraw.timeout.connect(self._draw_anew)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._set_least_size()
        theme.current().changed.connect(self._follow_theme)

    def show_chart(self, chart: CourseChart) -> None:
        self._chart = chart
        self.setAccessibleName(alternative_text(chart))
        self._draw_anew()

    @property
    def is_drawn(self) -> bool:
        """Whether what is seen is the chart, and not the empty card before the first drawing."""
        return self._image is not None

    def show_photos(self, photos: Sequence[tuple[date, CoveredPicture]]) -> None:
        """Small pictures over the axis, each in the middle of its day."""
        for _, old in self._thumbnails:
            old.deleteLater()
        self._thumbnails = list(photos)
        for _, shown in self._thumbnails:
            shown.setParent(self)
        self._place_photos()

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSize())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        if self._image is None:
            self._stale = True
        else:
            self._redraw.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """By now the widget has the size that its page gives it."""
        ordered = self._ordered
        on_other_screen = ordered and ordered.pixel_ratio != self.devicePixelRatioF()
        if self._chart is not None and (self._stale or on_other_screen):
            self._order(self._chart)
        if self._image is not None:
            painter = QPainter(self)
            painter.drawImage(QPoint(), self._image)
            painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._places is not None:
            self._point_at(self._places.date_at(event.position().x()))

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
        places, on = self._places, self._day
        self._cursor_line.setVisible(places is not None and on is not None)
        if places is not None and on is not None:
            top, bottom = places.panels["acne"].top, places.panels["dose"].bottom
            x = round(places.x_of(on))
            self._cursor_line.setGeometry(QRect(x, round(top), 1, round(bottom - top)))

    @Slot()
    def _follow_theme(self) -> None:
        self._set_least_size()
        self._draw_anew()

    def _set_least_size(self) -> None:
        look = theme.current()
        self.setMinimumSize(LEAST_WIDTH, round(minimum_height(look.px(USUAL_TEXT))))
        color = look.color("border_field").name()
        self._cursor_line.setStyleSheet(f"background: {color};")

    @Slot()
    def _draw_anew(self) -> None:
        self._stale = True
        self.update()

    def _order(self, chart: CourseChart) -> None:
        self._stale = False
        self._orders += 1
        look = theme.current()
        self._toggle.adjustSize()
        self._ordered = ScreenLook(
            palette=palette.DARK if look.dark else palette.LIGHT,
            width=self.width(),
            height=self.height(),
            pixel_ratio=self.devicePixelRatioF(),
            text_px=look.px(USUAL_TEXT),
            toggle_width=self._toggle.width(),
        )
        work = partial(self._screen.draw, chart, self._ordered)
        self._jobs.run(work, partial(self._show, self._orders), self)

    def _show(self, order: int, drawing: Drawing) -> None:
        if order != self._orders:
            return
        self._image = _image(drawing)
        self._places = drawing.places
        heading, px = drawing.places.headings["dryness"], theme.current().px
        self._toggle.move(
            round(heading.right) + px(12), round(heading.middle) - self._toggle.height() // 2
        )
        self._toggle.show()
        self._place_photos()
        self._place_cursor()
        self.update()

    def _place_photos(self) -> None:
        if self._places is None or self._chart is None:
            return
        strip = self._places.photo_strip
        for on, shown in self._thumbnails:
            shown.setVisible(self._chart.shows(on))
            middle = round((strip.top + strip.bottom) / 2)
            left = round(self._places.x_of(on)) - shown.width() // 2
            shown.move(left, middle - shown.height() // 2)


def _image(drawing: Drawing) -> QImage:
    width, height = drawing.width, drawing.height
    image = QImage(drawing.rgba, width, height, 4 * width, QImage.Format.Format_RGBX8888).copy()
    image.setDevicePixelRatio(drawing.look.pixel_ratio)
    return image
