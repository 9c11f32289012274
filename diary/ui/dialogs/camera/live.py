"""What the camera sees, with an earlier photo of the view over it to line up with."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.photo import View
from diary.ui import icons, theme

SMALLEST, USUAL = 240, 560
"""Logical pixels of a side."""

RADIUS = 8
OUTLINE = 0.7
"""Of the picture's height."""

NUMBER_SHARE = 0.3
"""Height of the number that counts down, in parts of the picture's height."""

LINE, EDGE = QColor(255, 255, 255), QColor(0, 0, 0, 120)
"""Seen on light and on dark pictures alike."""


class Live(QWidget):
    """Mirrored while it is `live`, as people know themselves; what was taken never is."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self._mirrored = False
        self._ghost = QImage()
        self._strength = 0.5
        self._outline: View | None = None
        self._face: QPolygonF | None = None
        self._level = False
        self._number = 0
        self._words = ""
        smallest = theme.current().px(SMALLEST)
        self.setMinimumSize(smallest, smallest)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Camera"))

    @property
    def number(self) -> int:
        """What is counted down to 0."""
        return self._number

    def sizeHint(self) -> QSize:
        side = theme.current().px(USUAL)
        return QSize(side, side)

    def show_live(self, picture: QImage) -> None:
        self._picture, self._mirrored = picture, True
        self.update()

    def show_taken(self, picture: QImage) -> None:
        self._picture, self._mirrored = picture, False
        self.update()

    def say(self, words: str) -> None:
        """Stand in for a picture: none is kept."""
        self._picture, self._words = QImage(), words
        self.setAccessibleDescription(words)
        self.update()

    def set_ghost(self, photo: QImage) -> None:
        """A null image is none."""
        self._ghost = photo
        self.update()

    def set_strength(self, percent: int) -> None:
        self._strength = percent / 100
        self.update()

    def set_guides(self, outline: View | None, *, level: bool) -> None:
        self._outline, self._level = outline, level
        self.update()

    def set_face(self, face: QPolygonF | None) -> None:
        """The outline of a face on an earlier photo, in parts of that photo's height, from its
        middle; it stands in for the outline of the view.
        """
        self._face = face
        self.update()

    def set_number(self, number: int) -> None:
        self._number = number
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter)
        if self._picture.isNull():
            self._paint_words(painter)
            return
        place = _fitted(QSizeF(self._picture.size()), QRectF(self.rect()))
        if not self._mirrored:
            painter.drawImage(place, self._picture)
            return
        painter.setClipRect(place)
        painter.save()
        painter.translate(2 * place.center().x(), 0)
        painter.scale(-1, 1)
        painter.drawImage(place, self._picture)
        self._paint_ghost(painter, place)
        self._paint_outline(painter, place)
        painter.restore()
        self._paint_level(painter, place)
        self._paint_number(painter, place)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("sunk"))
        painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)

    def _paint_words(self, painter: QPainter) -> None:
        look = theme.current()
        painter.setPen(look.color("muted"))
        painter.setFont(look.font("body"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(24, 24, -24, -24), flags, self._words)

    def _paint_ghost(self, painter: QPainter, place: QRectF) -> None:
        """As high as the picture, so that a face of the same size is at the same distance."""
        if self._ghost.isNull():
            return
        size = QSizeF(self._ghost.size())
        size *= place.height() / size.height()
        box = QRectF(QPointF(), size)
        box.moveCenter(place.center())
        painter.setOpacity(self._strength)
        painter.drawImage(box, self._ghost)
        painter.setOpacity(1)

    def _paint_outline(self, painter: QPainter, place: QRectF) -> None:
        if self._outline is None:
            return
        if self._face is not None:
            to_picture = QTransform.fromTranslate(place.center().x(), place.center().y())
            to_picture.scale(place.height(), place.height())
            drawn_face = to_picture.map(self._face)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for color, width in ((EDGE, 4.0), (LINE, 2.0)):
                painter.setPen(QPen(color, width))
                painter.drawPolygon(drawn_face)
            return
        side = place.height() * OUTLINE
        name = f"view-{self._outline.value}"
        drawn = icons.pixmap(
            name, "accent", round(side / theme.current().text_scale), self.devicePixelRatioF()
        )
        box = QRectF(QPointF(), drawn.deviceIndependentSize())
        box.moveCenter(place.center())
        painter.drawPixmap(box.topLeft(), drawn)

    def _paint_level(self, painter: QPainter, place: QRectF) -> None:
        """Through the middle, where the eyes of a face go and the middle of its nose."""
        if not self._level:
            return
        middle = place.center()
        across = QLineF(place.left(), middle.y(), place.right(), middle.y())
        down = QLineF(middle.x(), place.top(), middle.x(), place.bottom())
        for color, width in ((EDGE, 3.0), (LINE, 1.0)):
            painter.setPen(QPen(color, width))
            painter.drawLines([across, down])

    def _paint_number(self, painter: QPainter, place: QRectF) -> None:
        if not self._number:
            return
        font = theme.current().font("title")
        font.setPixelSize(max(1, round(place.height() * NUMBER_SHARE)))
        painter.setFont(font)
        side = place.height() * NUMBER_SHARE * 1.5
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(place.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(EDGE)
        painter.drawEllipse(disc)
        painter.setPen(LINE)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))


def _fitted(size: QSizeF, room: QRectF) -> QRectF:
    box = QRectF(QPointF(), size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
    box.moveCenter(room.center())
    return box
