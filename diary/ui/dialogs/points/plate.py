"""A photo on which three places are pointed at, by mouse, finger or keys."""

from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.alignment import BY_HAND
from diary.domain.photo import Photo
from diary.domain.similarity import Point
from diary.ui.covering import Covering, covered_name, paint_cover
from diary.ui.dialogs.points import painting
from diary.ui.lens import FIT, Lens, parts
from diary.ui.widgets.button import ENTER_KEYS

SMALLEST_SIDE = 220

REACH = 22
"""Logical pixels around a point within which a press takes hold of it: half a finger's target."""

STEP, STRIDE = 0.001, 0.01
"""How far an arrow key moves a point, and with Shift, in parts of the photo's longer side: a pixel
of its preview, and ten."""

MARGIN = 3
"""Logical pixels around the photo, for the ring that shows where the keyboard is."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_UNCOVER = {*ENTER_KEYS, Qt.Key.Key_Space}
_NUMBERS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class Plate(QWidget):
    """Points are numbered; the chosen one is moved, or placed if it has no place yet.

    A covered photo is uncovered first, by a press, Enter or Space.
    """

    changed = Signal()
    chosen = Signal(int)

    def __init__(self, name: str, photo: Photo, covering: Covering) -> None:
        super().__init__()
        self._name = name
        self._photo = photo
        self._covering = covering
        self._pixmap = QPixmap()
        self._points: list[Point | None] = [None] * BY_HAND
        self._chosen = 0
        self._held = False
        self._named = False
        """Whether a key said which point the next press places."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(SMALLEST_SIDE, SMALLEST_SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleDescription(
            self.tr("1, 2 and 3 choose a point, arrow keys place and move it, Delete takes it off.")
        )
        covering.changed.connect(self._cover)
        self._cover()

    @property
    def points(self) -> tuple[Point, ...]:
        """Those that have a place."""
        return tuple(point for point in self._points if point is not None)

    def show_image(self, image: QImage) -> None:
        self._pixmap = QPixmap.fromImage(image)
        self.update()

    def set_points(self, points: tuple[Point, ...]) -> None:
        self._points = [*points, *[None] * (BY_HAND - len(points))]
        self.choose(min(len(points), BY_HAND - 1))
        self._tell()

    def choose(self, number: int) -> None:
        """The point that is placed or moved next, from 0."""
        if number != self._chosen:
            self._chosen = number
            self._name_points()
            self.update()
            self.chosen.emit(number)

    def place_of(self, point: Point) -> QPointF:
        """Where a point of the photo is on this widget."""
        return self._lens().to_pane(QPointF(*point))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._pixmap.isNull():
            return
        if self._uncover():
            return
        at = event.position()
        self._held = True
        near = self._near(at)
        if near is not None:
            self.choose(near)
            return
        if None in self._points and not self._named:
            self.choose(self._points.index(None))
        self._named = False
        self._put(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._put(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._is_covered():
            if key in _UNCOVER:
                self._uncover()
            else:
                super().keyPressEvent(event)
        elif key in _NUMBERS:
            self._named = True
            self.choose(_NUMBERS[key])
        elif key in _ARROWS and not self._pixmap.isNull():
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._move(_ARROWS[key], STRIDE if shift else STEP)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._points[self._chosen] = None
            self._tell()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing
        )
        if self._is_covered():
            paint_cover(painter, QRectF(self.rect()), self._photo.view, self.tr("Click to uncover"))
            return
        shown = self._lens().box
        painting.photo(painter, shown, self._pixmap, focused=self.hasFocus())
        for number, point in enumerate(self._points):
            if point is not None:
                chosen = number == self._chosen
                painting.point(painter, self.place_of(point), number + 1, chosen=chosen)
        held = self._points[self._chosen]
        if held is not None and (self._held or self.hasFocus()):
            painting.loupe(painter, shown, self._pixmap, held)

    def _is_covered(self) -> bool:
        return self._covering.covers(self._photo.id)

    def _uncover(self) -> bool:
        """False if it was not covered."""
        return self._covering.uncover(self._photo.id)

    @Slot()
    def _cover(self) -> None:
        covered = self._is_covered()
        self.setToolTip(self.tr("Click to uncover") if covered else "")
        self._name_points()
        self.update()

    def _lens(self) -> Lens:
        """From parts of the photo's longer side to this widget: as large as fits, in the middle."""
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        scene = room if self._pixmap.isNull() else QRectF(self._pixmap.rect())
        return Lens(QRectF(QPointF(), parts(scene.size())), room, most=FIT)

    def _near(self, at: QPointF) -> int | None:
        reaches = []
        for number, point in enumerate(self._points):
            if point is not None:
                away = self.place_of(point) - at
                reaches.append((hypot(away.x(), away.y()), number))
        near = min(reaches, default=(REACH + 1.0, 0))
        return near[1] if near[0] <= REACH else None

    def _put(self, at: QPointF) -> None:
        self._set(self._lens().to_scene(at))

    def _move(self, by: tuple[int, int], step: float) -> None:
        held = self._points[self._chosen]
        moved = None if held is None else QPointF(*held) + QPointF(*by) * step
        self._set(self._lens().scene.center() if moved is None else moved)

    def _set(self, point: QPointF) -> None:
        """Never off the photo."""
        inside = self._lens().inside(point)
        self._points[self._chosen] = inside.x(), inside.y()
        self._tell()

    def _tell(self) -> None:
        self._name_points()
        self.update()
        self.changed.emit()

    def _name_points(self) -> None:
        if self._is_covered():
            self.setAccessibleName(covered_name(self._name))
            return
        states = [
            (
                self.tr("point {n} placed")
                if point is not None
                else self.tr("point {n} not placed")
            ).format(n=number)
            for number, point in enumerate(self._points, start=1)
        ]
        chosen = self.tr("point {n} chosen").format(n=self._chosen + 1)
        self.setAccessibleName(", ".join((self._name, *states, chosen)))
