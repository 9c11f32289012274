"""How a photo of the gallery looks, with its caption and as it is selected."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap

from diary.domain.album import Entry
from diary.ui import icons, theme
from diary.ui.covering import paint_cover
from diary.ui.local import short_date
from diary.ui.pages.photos.shown import day_line, mean, score
from diary.ui.widgets import marker
from diary.ui.widgets.marker import Series

RADIUS = 8
HEADING, GAP = 24, 8
"""The height of a heading's line, and what is between its title and its words."""

MARK = 28
"""Of a photo whose file is damaged."""

CAPTION_GAP, LINE, LINES = 6, 22, 2
BADGE, BADGE_INSET = 22, 10
EDGE = 2
"""Pixels of a thumbnail that may be left out, to paint it pixel for pixel, which is quicker."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a tile shows of its state; `letter` is A or B of a pair to compare."""

    covered: bool
    selected: bool
    focused: bool
    letter: str


def caption_height() -> int:
    px = theme.current().px
    return px(CAPTION_GAP) + LINES * px(LINE)


def paint_tile(
    painter: QPainter, box: QRect, entry: Entry, day: int, picture: QPixmap | None, look: Look
) -> None:
    """`box` holds a square and the caption below it; `day` is that of the course.

    Tiles of a line differ in width by a pixel, never in height.
    """
    square = box.adjusted(0, 0, 0, -caption_height())
    inner = square.adjusted(4, 4, -4, -4) if look.focused else square
    if look.covered:
        paint_cover(painter, QRectF(inner), entry.view, short_date(entry.on))
    else:
        _paint_picture(painter, inner, picture)
    _paint_frame(painter, square, look)
    if look.selected:
        _paint_badge(painter, inner, look.letter)
    _paint_caption(painter, box.adjusted(0, square.height(), 0, 0), entry, day)


def paint_heading(painter: QPainter, box: QRect, title: str, words: str) -> None:
    """The title of a section, and beside it what is said about it."""
    look = theme.current()
    line = QRect(box.x(), box.y(), box.width(), look.px(HEADING))
    middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.setFont(look.font("section"))
    painter.setPen(look.color("text"))
    painter.drawText(line, middle, title)
    line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(title) + GAP)
    painter.setFont(look.font("caption"))
    painter.setPen(look.color("muted"))
    painter.drawText(line, middle, words)


def _paint_picture(painter: QPainter, square: QRect, picture: QPixmap | None) -> None:
    look = theme.current()
    painter.setPen(Qt.PenStyle.NoPen)
    if picture is None or picture.isNull():
        painter.setBrush(look.color("sunk"))
        painter.drawRoundedRect(square, RADIUS, RADIUS)
        if picture is not None:
            mark = icons.pixmap("image-off", "muted", MARK, painter.device().devicePixelRatioF())
            place = QRect(QPoint(), mark.deviceIndependentSize().toSize())
            place.moveCenter(square.center())
            painter.drawPixmap(place, mark)
        return
    painter.save()
    painter.translate(square.topLeft())
    density = painter.device().devicePixelRatioF()
    fits = 0 <= picture.width() - square.width() * density <= EDGE
    scale = 1 / density if fits else square.width() / picture.width()
    painter.scale(scale, scale)
    painter.setBrush(QBrush(picture))
    shape = QRectF(0, 0, square.width() / scale, square.height() / scale)
    painter.drawRoundedRect(shape, RADIUS / scale, RADIUS / scale)
    painter.restore()


def _paint_frame(painter: QPainter, square: QRect, look: Look) -> None:
    strong = look.selected or look.focused
    width = 2 if strong else 1
    painter.setPen(QPen(theme.current().color("accent" if strong else "border"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    inside = QRectF(square).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inside, RADIUS, RADIUS)
    if look.selected and look.focused:
        painter.drawRoundedRect(inside.adjusted(4, 4, -4, -4), RADIUS - 2, RADIUS - 2)


def _paint_badge(painter: QPainter, square: QRect, letter: str) -> None:
    """The letter of a pair, a tick otherwise."""
    look = theme.current()
    side = look.px(BADGE)
    box = QRectF(square.right() - BADGE_INSET - side, square.top() + BADGE_INSET, side, side)
    painter.setPen(QPen(look.color("on_accent"), 2))
    painter.setBrush(look.color("accent"))
    painter.drawEllipse(box)
    if letter:
        painter.setFont(look.font("badge"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
    else:
        tick = icons.pixmap("check", "on_accent", 14, painter.device().devicePixelRatioF())
        size = tick.deviceIndependentSize()
        corner = box.center() - QPointF(size.width() / 2, size.height() / 2)
        painter.drawPixmap(corner, tick)


def _paint_caption(painter: QPainter, box: QRect, entry: Entry, day: int) -> None:
    look = theme.current()
    line = QRect(box.x(), box.y() + look.px(CAPTION_GAP), box.width(), look.px(LINE))
    painter.setFont(look.font("section"))
    painter.setPen(look.color("text"))
    painter.drawText(line, _LEFT, short_date(entry.on))
    painter.setFont(look.font("control"))
    left = _paint_score(painter, line, line.right(), mean(entry.dryness), Series.DRYNESS)
    _paint_score(painter, line, left, score(entry.acne), Series.ACNE)
    painter.setFont(look.font("caption"))
    painter.setPen(look.color("muted"))
    painter.drawText(line.translated(0, line.height()), _LEFT, day_line(day))


def _paint_score(painter: QPainter, line: QRect, right: int, words: str, series: Series) -> int:
    """Marker and figure, ending at `right`; returns where the next may end."""
    look = theme.current()
    left = right - painter.fontMetrics().horizontalAdvance(words)
    painter.setPen(look.color("text"))
    painter.drawText(QRect(left, line.y(), right - left + 1, line.height()), _LEFT, words)
    size = look.px(8)
    place = QRect(left - size - look.px(5), line.center().y() - size // 2 + 1, size, size)
    marker.paint(painter, QRectF(place), series)
    return place.left() - look.px(10)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
