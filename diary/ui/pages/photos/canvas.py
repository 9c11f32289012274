"""One picture, fitted into its place or as large as the patient zooms it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.lens import FIT, NOTCH, STEP, Lens

SMALLEST_SIDE = 240

LARGEST_ZOOM = 4.0
"""Pixels of the screen for one of the photo; beyond it there is nothing more to see."""


class Canvas(QWidget):
    """Zoom is in pixels of the screen for one pixel of the photo: 1 is 100 %."""

    zoomed = Signal()
    """Another zoom: other pixels may be needed."""
    clicked = Signal()
    """Of a covered picture."""

    def __init__(self) -> None:
        super().__init__()
        self._lens = Lens(QRectF(0, 0, 1, 1), QRectF(0, 0, 1, 1), LARGEST_ZOOM)
        self._levels: list[QPixmap] = []
        self._dragged_from: QPointF | None = None
        self._cover: Callable[[QPainter, QRectF], None] | None = None
        self.setMinimumSize(SMALLEST_SIDE, SMALLEST_SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_photo(self, size: QSize) -> None:
        """Another photo, of `size` pixels; its pictures are given one after the other."""
        scene = QRectF(QPointF(), size.expandedTo(QSize(1, 1)).toSizeF())
        self._lens = replace(self._lens, scene=scene)
        self._levels = []
        self.fit()

    def add_image(self, image: QImage) -> None:
        """A picture of the photo in some size; the smallest and the sharpest one are kept."""
        if not image.isNull():
            levels = [*self._levels, QPixmap.fromImage(image)]
            levels.sort(key=QPixmap.width)
            self._levels = [levels[0], levels[-1]] if len(levels) > 1 else levels
        self.update()

    def set_cover(self, paint: Callable[[QPainter, QRectF], None] | None) -> None:
        """Paint a cover in place of the photo; `None` shows it."""
        self._cover = paint
        self.fit()

    @property
    def is_covered(self) -> bool:
        return self._cover is not None

    @property
    def zoom(self) -> float:
        return self._lens.scale * self.devicePixelRatioF()

    @property
    def is_fitted(self) -> bool:
        return self._lens.zoom == FIT

    @property
    def needed(self) -> int:
        """The longest side, in pixels, of a picture that is sharp at this zoom."""
        size = self._lens.scene.size()
        return round(max(size.width(), size.height()) * min(self.zoom, 1.0))

    @property
    def there(self) -> int:
        """The longest side of the sharpest picture that was given."""
        return max((max(one.width(), one.height()) for one in self._levels), default=0)

    @property
    def can_pan(self) -> bool:
        box = self._lens.box
        return box.width() > self.width() + 1 or box.height() > self.height() + 1

    def photo_point(self, point: QPointF) -> QPointF:
        """What of the photo, in its pixels, is seen at a point of this widget."""
        return self._lens.to_scene(point)

    def fit(self) -> None:
        """As large as the place allows."""
        self._lens = replace(self._lens, zoom=FIT, centre=None)
        self._settle()

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom, keeping what is `at` that point of the place, or in its middle, where it is."""
        if self._cover is None:
            fixed = at or QRectF(self.rect()).center()
            self._lens = self._lens.zoomed(zoom / self.zoom, fixed)
            self._settle()

    def zoom_by(self, steps: float, at: QPointF | None = None) -> None:
        self.zoom_to(self.zoom * STEP**steps, at)

    def pan(self, right: float, down: float) -> None:
        """Look further right and down, in shares of the place's shorter side."""
        side = min(self.width(), self.height())
        self._lens = self._lens.moved(QPointF(-right, -down) * side)
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was zoomed keeps its size."""
        super().resizeEvent(event)
        before = self._lens.scale
        self._lens = replace(self._lens, pane=QRectF(self.rect()))
        if not self.is_fitted:
            self._lens = replace(self._lens, zoom=max(before / self._lens.fitting, self._least()))
        self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(event.angleDelta().y() / NOTCH, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Two fingers on a touchpad zoom as well."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_to(self.zoom * (1 + event.value()), event.position())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif self._cover is not None:
            self.clicked.emit()
        elif self.can_pan:
            self._dragged_from = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is not None:
            self._lens = self._lens.moved(event.position() - self._dragged_from)
            self._dragged_from = event.position()
            self._settle()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragged_from = None
        self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """To 100 % and back."""
        if self.is_fitted:
            self.zoom_to(1.0, event.position())
        else:
            self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        target = self._lens.box
        if self._cover is not None:
            self._cover(painter, target)
        elif self._levels:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            level = self._level()
            seen = target & QRectF(self.rect())
            scale = level.width() / target.width()
            source = seen.translated(-target.topLeft())
            part = QRectF(source.topLeft() * scale, source.size() * scale)
            painter.drawPixmap(seen, level, part)
        painter.end()

    def _level(self) -> QPixmap:
        """The smallest picture that is sharp here: a larger one takes longer to paint."""
        enough = [one for one in self._levels if max(one.width(), one.height()) >= self.needed]
        return enough[0] if enough else self._levels[-1]

    def _least(self) -> float:
        """A small photo may be seen in its own size, smaller than it fits."""
        return min(FIT, 1 / (self._lens.fitting * self.devicePixelRatioF()))

    def _settle(self) -> None:
        most = max(LARGEST_ZOOM / (self._lens.fitting * self.devicePixelRatioF()), FIT)
        self._lens = replace(self._lens, least=self._least(), most=most)
        self._show_cursor()
        self.update()
        self.zoomed.emit()

    def _show_cursor(self) -> None:
        if self._cover is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        elif self.can_pan:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()
