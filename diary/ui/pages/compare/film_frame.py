"""One photo of the filmstrip."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from diary.domain.photo import Photo
from diary.ui import icons, theme
from diary.ui.covering import Covering, covered_name, paint_cover
from diary.ui.pages.compare.sides import Side
from diary.ui.widgets.button import ENTER_KEYS
from diary.ui.widgets.roving import STEPS

WIDTH, HEIGHT = 42, 50
BADGE, BELOW_BADGE = 18, 3
RADIUS = 6
MARK = 18
PICK_KEYS = {*ENTER_KEYS, Qt.Key.Key_Space}


class FilmFrame(QAbstractButton):
    """A click takes it as B, with Shift as A; Enter and Space do the same."""

    picked = Signal(object, object)
    """The `Photo` and the `Side` it is to be."""

    stepped = Signal(int)
    """The arrow keys go to a neighbour."""

    reached = Signal()
    seen = Signal(object)
    """The `Photo`, when it is painted for the first time."""

    def __init__(self, photo: Photo, spoken: str, covering: Covering, parent: QWidget) -> None:
        super().__init__(parent)
        self.photo = photo
        self._spoken = spoken
        self._covering = covering
        covering.changed.connect(self._say)
        self._side: Side | None = None
        self._picture: QPixmap | None = None
        self._asked = False
        self.set_side(None)

    @property
    def side(self) -> Side | None:
        return self._side

    def sizeHint(self) -> QSize:
        px = theme.current().px
        return QSize(px(WIDTH), px(BADGE) + BELOW_BADGE + px(HEIGHT))

    def set_side(self, side: Side | None) -> None:
        self._side = side
        self._say()

    @Slot()
    def _say(self) -> None:
        words = self._spoken
        if self._covering.covers(self.photo.id):
            words = covered_name(words)
        if self._side is not None:
            chosen = self.tr("{photo}, chosen as {letter}")
            words = chosen.format(photo=words, letter=self._side.value)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def show_image(self, image: QImage) -> None:
        """A null image stands for a damaged file."""
        self._picture = QPixmap.fromImage(image)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in PICK_KEYS:
            self._pick(event.modifiers())
        elif key in STEPS:
            self.stepped.emit(STEPS[key])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isDown() and self.rect().contains(event.position().toPoint()):
            self._pick(event.modifiers())
        super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.raise_()
        self.reached.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._asked:
            self._asked = True
            self.seen.emit(self.photo)
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRect(0, look.px(BADGE) + BELOW_BADGE, self.width(), look.px(HEIGHT))
        if self._covering.covers(self.photo.id):
            paint_cover(painter, QRectF(box), self.photo.view)
        else:
            self._paint_picture(painter, box)
        chosen = self._side is not None
        width = 2 if chosen or self.underMouse() else 1
        painter.setPen(QPen(look.color("accent" if chosen else "border_control"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        inside = QRectF(box).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inside, RADIUS, RADIUS)
        if self._side is not None:
            self._paint_letter(painter, self._side.value)

    def _pick(self, modifiers: Qt.KeyboardModifier) -> None:
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        self.picked.emit(self.photo, Side.A if shift else Side.B)

    def _paint_picture(self, painter: QPainter, box: QRect) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(box), RADIUS, RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(box, theme.current().color("sunk"))
        if self._picture is not None and self._picture.isNull():
            mark = icons.pixmap("image-off", "muted", MARK, self.devicePixelRatioF())
            place = QRect(QPoint(), mark.deviceIndependentSize().toSize())
            place.moveCenter(box.center())
            painter.drawPixmap(place, mark)
        elif self._picture is not None:
            whole = self._picture.size()
            part = box.size().scaled(whole, Qt.AspectRatioMode.KeepAspectRatio)
            top = (whole.height() - part.height()) // 3  # a face is in the upper part
            painter.drawPixmap(
                box, self._picture, QRect(QPoint((whole.width() - part.width()) // 2, top), part)
            )
        painter.setClipping(False)

    def _paint_letter(self, painter: QPainter, letter: str) -> None:
        look = theme.current()
        box = QRect(0, 0, look.px(BADGE), look.px(BADGE))
        box.moveCenter(QPoint(self.width() // 2, box.center().y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(box, 4, 4)
        font = look.font("caption")
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(look.color("on_accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
