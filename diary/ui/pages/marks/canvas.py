"""The photo on which spots are marked, by pointer or by keyboard."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from diary.domain.mark import Mark, Proposal
from diary.domain.panels import Frame
from diary.domain.photo import Photo
from diary.domain.similarity import Point
from diary.ui import theme
from diary.ui.covering import Covering, covered_name, paint_cover
from diary.ui.lens import FIT, NOTCH, STEP, Lens, parts
from diary.ui.pages.marks import painting
from diary.ui.pages.marks.spots import Spots
from diary.ui.widgets.button import ENTER_KEYS

SMALLEST = QSize(240, 400)
LARGEST_RING = 1.3
"""Rings grow with the text only so far: they would hide the spots."""

REACH = 14.0
"""Logical pixels from a mark's middle within which it is meant."""

STRIDE, FINE_STRIDE = 0.02, 0.004
"""By which an arrow key moves the cursor, in parts of the longer side; with Shift the small one."""

MOST = 6.0
"""Closer a preview of 1024 pixels shows nothing more."""

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MarkCanvas(QWidget):
    """A click marks or confirms, a drag moves, a right click selects; arrows move a cursor.

    Spots are named by their ids; what happens to them is up to the page.
    """

    marked = Signal(object)
    """A place where no spot is."""
    confirmed = Signal(str, object)
    """A proposed spot and its place, which may be another than proposed."""
    moved = Signal(str, object)
    removed = Signal(str)
    """A mark to remove, or a proposed spot that is gone."""
    selected = Signal(str)
    """A spot, or nothing."""

    def __init__(self, covering: Covering) -> None:
        super().__init__()
        self._covering = covering
        self._photo: Photo | None = None
        self._name = ""
        self._pixmap = QPixmap()
        self._lens = Lens(QRectF(0, 0, 1, 1), QRectF(0, 0, 1, 1), MOST)
        """From parts of the photo's longer side to this widget."""
        self._spots = Spots()
        self._cursor: Point = (0.5, 0.5)
        self._by_keyboard = False
        self._pressed: QPointF | None = None
        self._dragged = ""
        self._moving = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        covering.changed.connect(self._follow)

    @property
    def is_drawn(self) -> bool:
        """Whether the photo has come."""
        return not self._pixmap.isNull()

    @property
    def pixels(self) -> int:
        """Of the longer side of what is shown."""
        return max(self._pixmap.width(), self._pixmap.height())

    @property
    def chosen(self) -> str:
        """The selected spot, or nothing."""
        return self._spots.chosen

    def show_photo(self, photo: Photo, name: str) -> None:
        """Another photo, whose picture is still to come; `name` is spoken."""
        self._photo, self._name = photo, name
        self._pixmap = QPixmap()
        self._spots = Spots()
        self._cursor = (0.5, 0.5)
        self._follow()

    def drop_picture(self) -> None:
        self._pixmap = QPixmap()

    def show_image(self, image: QImage, head: Frame | None) -> None:
        """The picture, as large as its `head` fits, or as fits as a whole."""
        self.sharpen(image)
        self._lens = replace(self._lens, zoom=FIT, centre=None)
        if head is not None:
            part = QRectF(head.left, head.top, head.width, head.height)
            self._lens = self._lens.around(part)
        self._cursor = self._photo_point(self._lens.pane.center())

    def sharpen(self, image: QImage) -> None:
        """The same picture with more pixels."""
        self._pixmap = QPixmap.fromImage(image)
        size = self._pixmap.size().expandedTo(QSize(1, 1)).toSizeF()
        self._lens = replace(self._lens, scene=QRectF(QPointF(), parts(size)))
        self.update()

    def show_spots(self, marks: Sequence[Mark], proposals: Sequence[Proposal]) -> None:
        self._spots.show(marks, proposals)
        self._say()
        self.update()

    def select(self, spot: str) -> None:
        if spot != self.chosen:
            self._spots.chosen = spot
            self.selected.emit(spot)
        self._say()
        self.update()

    @Slot()
    def zoom_in(self) -> None:
        self._zoom(STEP, self.place_of(self._cursor))

    @Slot()
    def zoom_out(self) -> None:
        self._zoom(1 / STEP, self.place_of(self._cursor))

    def place_of(self, point: Point) -> QPointF:
        """Where a place of the photo is in the widget."""
        return self._lens.to_pane(QPointF(*point))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lens = replace(self._lens, pane=QRectF(self.rect()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._is_covered():
            if key in ENTER_KEYS or key == Qt.Key.Key_Space:
                self._uncover()
            else:
                super().keyPressEvent(event)
        elif key in ARROWS:
            self._use_arrow(*ARROWS[key], event.modifiers())
        elif key in ENTER_KEYS or key == Qt.Key.Key_Space:
            self._by_keyboard = True
            self._act(self._cursor, self._spot_at(self._cursor))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.chosen:
            self.removed.emit(self.chosen)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._step_through(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            (self.zoom_out if key == Qt.Key.Key_Minus else self.zoom_in)()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._pixmap.isNull():
            return
        if self._is_covered():
            self._uncover()
            return
        if event.button() != Qt.MouseButton.LeftButton:
            self.select(self._spot_at(self._photo_point(event.position())))
            return
        self._pressed, self._moving = event.position(), False
        self._dragged = self._spot_at(self._photo_point(event.position()))
        self._by_keyboard = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position() - self._pressed
        if not self._moving and way.manhattanLength() < QApplication.startDragDistance():
            return
        self._moving = True
        if self._dragged:
            self._spots.carry(self._dragged, self._inside(self._photo_point(event.position())))
        else:
            self._lens = self._lens.moved(way)
            self._pressed = event.position()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        point = self._photo_point(event.position())
        if not self._moving:
            self._cursor = point
            self._act(point, self._dragged)
        elif self._dragged:
            self._drop(self._dragged, point)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms; alone it scrolls the page."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self._zoom(STEP ** (event.angleDelta().y() / NOTCH), event.position())
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._is_covered():
            view = self._photo.view if self._photo else None
            paint_cover(painter, QRectF(self.rect()), view, self.tr("Click to uncover"))
        elif not self._pixmap.isNull():
            painter.drawPixmap(self._lens.box, self._pixmap, QRectF(self._pixmap.rect()))
            self._paint_spots(painter)

    def _paint_spots(self, painter: QPainter) -> None:
        scale = min(theme.current().text_scale, LARGEST_RING)
        for paint, places in (
            (painting.paint_proposal, self._spots.proposals),
            (painting.paint_mark, self._spots.marks),
        ):
            for spot, point in places.items():
                paint(painter, self.place_of(point), scale, selected=spot == self.chosen)
        if self._by_keyboard and self.hasFocus():
            painting.paint_cursor(painter, self.place_of(self._cursor), scale)

    def _photo_point(self, place: QPointF) -> Point:
        point = self._lens.to_scene(place)
        return point.x(), point.y()

    def _inside(self, point: Point) -> Point:
        """The place of the photo nearest to `point`."""
        inside = self._lens.inside(QPointF(*point))
        return inside.x(), inside.y()

    def _spot_at(self, point: Point) -> str:
        return self._spots.near(point, REACH * theme.current().text_scale / self._lens.scale)

    def _act(self, point: Point, spot: str) -> None:
        """What a click on a place means: mark, confirm or select."""
        if spot in self._spots.proposals:
            self.select(spot)
            self.confirmed.emit(spot, self._spots.proposals[spot])
        elif spot:
            self.select(spot)
        elif self._inside(point) == point:
            self.marked.emit(point)

    def _drop(self, spot: str, point: Point) -> None:
        self.select(spot)
        point = self._inside(point)
        if spot in self._spots.proposals:
            self.confirmed.emit(spot, point)
        else:
            self.moved.emit(spot, point)

    def _use_arrow(self, x: int, y: int, modifiers: Qt.KeyboardModifier) -> None:
        """Move the cursor, or with Ctrl the selected mark."""
        self._by_keyboard = True
        step = FINE_STRIDE if modifiers & Qt.KeyboardModifier.ShiftModifier else STRIDE
        if modifiers & Qt.KeyboardModifier.ControlModifier and self.chosen:
            at = self._spots.places[self.chosen]
            self._cursor = self._inside((at[0] + x * FINE_STRIDE, at[1] + y * FINE_STRIDE))
            self._spots.carry(self.chosen, self._cursor)
            self._drop(self.chosen, self._cursor)
        else:
            cursor = self._cursor
            self._cursor = self._inside((cursor[0] + x * step, cursor[1] + y * step))
            self.select(self._spot_at(self._cursor))
        self._keep_in_sight()

    def _step_through(self, by: int) -> None:
        """Go to the next spot, from top to bottom."""
        spot = self._spots.after(by)
        if spot:
            self._by_keyboard = True
            self._cursor = self._spots.places[spot]
            self.select(spot)
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        place = self.place_of(self._cursor)
        if not QRectF(self.rect()).contains(place):
            self._lens = self._lens.moved(QRectF(self.rect()).center() - place)
        self.update()

    def _zoom(self, by: float, at: QPointF) -> None:
        self._lens = self._lens.zoomed(by, at)
        self.update()

    def _is_covered(self) -> bool:
        return self._photo is not None and self._covering.covers(self._photo.id)

    def _uncover(self) -> None:
        if self._photo is not None:
            self._covering.uncover(self._photo.id)

    @Slot()
    def _follow(self) -> None:
        self._say()
        self.update()

    def _say(self) -> None:
        if self._is_covered():
            self.setAccessibleName(covered_name(self._name))
            self.setAccessibleDescription("")
            return
        said = self.tr("{photo}; {marks} marked, {proposals} proposed").format(
            photo=self._name, marks=len(self._spots.marks), proposals=len(self._spots.proposals)
        )
        self.setAccessibleName(said)
        chosen = ""
        if self.chosen in self._spots.marks:
            chosen = self.tr("On a marked spot")
        elif self.chosen in self._spots.proposals:
            chosen = self.tr("On a proposed spot")
        self.setAccessibleDescription(chosen)
