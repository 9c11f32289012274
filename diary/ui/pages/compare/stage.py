"""Where the two photos are seen: beside each other, over each other, or in turn."""

from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.light import Gains
from diary.domain.photo import View
from diary.domain.similarity import Similarity
from diary.ui import icons, theme
from diary.ui.covering import paint_cover
from diary.ui.jobs import Jobs
from diary.ui.lens import FIT, NOTCH, STEP, Lens
from diary.ui.pages.compare.arrangement import Arrangement
from diary.ui.pages.compare.frames import Frames, Wanted
from diary.ui.pages.compare.handle import SIDE, Handle, paint_line
from diary.ui.pages.compare.rendering import Picture
from diary.ui.pages.compare.sides import Mode, Side
from diary.ui.widgets.button import ENTER_KEYS

SMALLEST_WIDTH, SMALLEST_HEIGHT = 300, 260
"""Logical pixels at 100 % text: what stands on the photos grows with the text."""

NEAR = 3.0
"""How much closer a double click looks."""

BY_KEY = 48
"""Pixels that an arrow key moves the photos."""

MARK = 28

UNCOVER_KEYS = {*ENTER_KEYS, Qt.Key.Key_Space}
ARROWS = {
    Qt.Key.Key_Left: QPointF(BY_KEY, 0),
    Qt.Key.Key_Right: QPointF(-BY_KEY, 0),
    Qt.Key.Key_Up: QPointF(0, BY_KEY),
    Qt.Key.Key_Down: QPointF(0, -BY_KEY),
}


class Stage(QWidget):
    """Both photos through one lens, so that zoom and place are always the same for both."""

    looked = Signal()
    """The lens, the mode or the line has changed."""

    held = Signal()
    """The pointer was pressed on the photos, or let go."""

    uncover_asked = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._lies = Arrangement()
        self._line = 0.5
        self._fade = 0.5
        self._turn = Side.A
        self._pictures: dict[Side, Picture | None] = {Side.A: None, Side.B: None}
        self._missing: set[Side] = set()
        self._gains: Gains | None = None
        self._cover: View | None = None
        self._frames = {side: Frames(jobs, self) for side in Side}
        self._grip: QPointF | None = None
        self._drags_line = False
        self.handle = Handle(self)
        self.handle.valueChanged.connect(self._move_line_by_key)
        for frames in self._frames.values():
            frames.drawn.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(SMALLEST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def lens(self) -> Lens:
        return self._lies.lens

    @property
    def line(self) -> float:
        """Where the line stands, from 0 at the photo's left edge to 1 at its right."""
        return self._line

    @property
    def is_ready(self) -> bool:
        """Whether all that is to be seen has been drawn."""
        return all(frames.is_ready for frames in self._frames.values())

    def set_sizes(self, a: QSizeF, b: QSizeF) -> None:
        """The photos' sizes in parts of their longer sides; everything is seen again."""
        self._lies.set_sizes(a, b)
        self._show()

    def set_picture(self, side: Side, picture: Picture | None, *, missing: bool = False) -> None:
        """`missing` if there is none to come."""
        self._pictures[side] = picture
        self._missing = self._missing | {side} if missing else self._missing - {side}
        self._show()

    def needed(self, side: Side) -> int:
        """Pixels of a photo's longer side with which it would be seen as sharp as the screen is."""
        place = self._lies.place(side)
        return round(hypot(place.m11(), place.m12()) * self.devicePixelRatioF())

    def there(self, side: Side) -> int:
        """Pixels of a photo's longer side as it is; 0 while there is no picture."""
        picture = self._pictures[side]
        return 0 if picture is None or self._cover else picture.longest

    def lay(self, similarity: Similarity | None) -> None:
        """How B lies over A; None for middle on middle, as both were taken."""
        self._lies.lay(similarity)
        self._show()

    def even_out(self, gains: Gains | None) -> None:
        """See B in another light; None for its own."""
        self._gains = gains
        self._show()

    def set_cover(self, view: View | None) -> None:
        """Put a cover with the outline of a view in place of the photos, or take it away."""
        self._cover = view
        self.handle.setVisible(view is None and self._lies.mode is Mode.SLIDER)
        self.update()

    def set_mode(self, mode: Mode) -> None:
        self._lies.set_mode(mode)
        self.handle.setVisible(mode is Mode.SLIDER and self._cover is None)
        self._show()

    def set_fade(self, fade: float) -> None:
        """How much of B is seen over A, from 0 to 1."""
        self._fade = fade
        self.update()

    def set_turn(self, side: Side) -> None:
        """Whose turn it is to be seen."""
        self._turn = side
        self._show()

    @Slot()
    def zoom_in(self) -> None:
        self._zoom(STEP, self._lies.pane(Side.A).center())

    @Slot()
    def zoom_out(self) -> None:
        self._zoom(1 / STEP, self._lies.pane(Side.A).center())

    @Slot()
    def fit(self) -> None:
        before = self.lens
        self._lies.fit()
        self._look_anew(before)

    def photo_box(self, side: Side) -> QRectF:
        """Where a photo is seen, in the stage's own pixels."""
        return self._lies.photo_box(side)

    def move_line_to(self, x: float) -> None:
        box = self.photo_box(Side.A)
        self._set_line((x - box.left()) / max(box.width(), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(SMALLEST_WIDTH, theme.current().px(SMALLEST_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = ARROWS.get(Qt.Key(event.key()))
        if self._cover and event.key() in UNCOVER_KEYS:
            self.uncover_asked.emit()
        elif arrow is None:
            event.ignore()
        else:
            self._move(arrow)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        if self._cover:
            self.uncover_asked.emit()
            return
        self._grip = event.position()
        self.held.emit()
        on_line = abs(event.position().x() - self._line_x()) <= SIDE / 2
        self._drags_line = self._lies.mode is Mode.SLIDER and (on_line or self.lens.zoom == FIT)
        if self._drags_line and not on_line:
            self.move_line_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        if self._drags_line:
            self.move_line_to(event.position().x())
        else:
            self._move(event.position() - self._grip)
            self._grip = event.position()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._grip is not None:
            self._grip = None
            self.held.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.lens.zoom == FIT:
            self._zoom(NEAR, event.position())
        else:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turned back where everything is seen already, the page scrolls instead."""
        turned = event.angleDelta().y()
        if turned == 0 or (turned < 0 and self.lens.zoom == FIT):
            event.ignore()
        else:
            self._zoom(STEP ** (turned / NOTCH), event.position())
            event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lies.resize(self.size())
        self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.current().color("sunk"))
        if self._cover:
            words = self.tr("Click to uncover")
            paint_cover(painter, QRectF(self.rect()), self._cover, words)
            return
        match self._lies.mode:
            case Mode.SLIDER:
                x = self._line_x()
                self._paint_photo(painter, Side.A, QRectF(0, 0, x, self.height()))
                self._paint_photo(painter, Side.B, QRectF(x, 0, self.width() - x, self.height()))
                painter.setClipping(False)
                paint_line(painter, x, self.height(), self.devicePixelRatioF())
            case Mode.SIDE_BY_SIDE:
                for side in Side:
                    self._paint_photo(painter, side, self._lies.pane(side))
            case Mode.OVERLAY:
                self._paint_photo(painter, Side.A, self._lies.pane(Side.A))
                painter.setOpacity(self._fade)
                self._paint_photo(painter, Side.B, self._lies.pane(Side.B))
            case Mode.BLINK:
                self._paint_photo(painter, self._turn, self._lies.pane(self._turn))

    def _paint_photo(self, painter: QPainter, side: Side, inside: QRectF) -> None:
        """The part of a photo that is to be seen in `inside`."""
        painter.setClipRect(inside & self._lies.photo_box(side))
        frame = self._frames[side].frame
        if side in self._missing:
            painter.setClipRect(inside)
            mark = icons.pixmap("image-off", "muted", MARK, self.devicePixelRatioF())
            place = QRectF(QPointF(), mark.deviceIndependentSize())
            place.moveCenter(inside.center())
            painter.drawPixmap(place.topLeft(), mark)
        elif frame is not None:
            pane = self._lies.pane(side)
            before, _ = frame.transform.inverted()
            at = QTransform.fromTranslate(pane.x(), pane.y())
            painter.setTransform(before * self._lies.place(side) * at)
            painter.drawPixmap(0, 0, frame.pixmap)
            painter.resetTransform()

    def _zoom(self, factor: float, at: QPointF) -> None:
        before = self.lens
        self._lies.zoom(factor, at)
        self._look_anew(before)

    def _move(self, by: QPointF) -> None:
        before = self.lens
        self._lies.move(by)
        self._look_anew(before)

    def _look_anew(self, before: Lens) -> None:
        if self.lens != before:
            self._show()

    @Slot(int)
    def _move_line_by_key(self, percent: int) -> None:
        if percent != round(self._line * 100):
            self._set_line(percent / 100)

    def _set_line(self, line: float) -> None:
        """Only what the line has passed over is painted again."""
        before = self._line_x()
        self._line = min(max(line, 0.0), 1.0)
        after = self._line_x()
        self.handle.setValue(round(self._line * 100))
        self._place_handle()
        left = min(before, after) - SIDE / 2 - 1
        passed = QRectF(left, 0, abs(after - before) + SIDE + 2, self.height())
        self.update(passed.toAlignedRect())

    def _line_x(self) -> float:
        box = self.photo_box(Side.A)
        return box.left() + self._line * box.width()

    def _place_handle(self) -> None:
        self.handle.move(round(self._line_x() - SIDE / 2), (self.height() - SIDE) // 2)

    def _show(self) -> None:
        """Paint what there is, moved and stretched, and draw it anew."""
        for side in Side:
            self._frames[side].want(self._wanted(side))
        self._place_handle()
        self.looked.emit()
        self.update()

    def _wanted(self, side: Side) -> Wanted | None:
        picture, pane = self._pictures[side], self._lies.pane(side)
        if picture is None or pane.isEmpty():
            return None
        return Wanted(
            picture,
            self._lies.place(side),
            pane.size(),
            self.devicePixelRatioF(),
            self._gains if side is Side.B else None,
        )
