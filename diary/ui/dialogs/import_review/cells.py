"""How a cell of the table is painted."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from diary.ui import icons, theme
from diary.ui.dialogs.import_review.model import LINES, SIDE, Column, Index

PADDING = 6
BOX, CORNER, TICK = 18, 4, 14
"""The check box, its corners and its tick, as elsewhere."""

ROUNDING = 1
"""Pixels by which the words of a line are wider than their letters say."""

FIRST, SECOND = "control", "caption"
"""Roles of the type, of a cell's two lines."""


class Cells(QStyledItemDelegate):
    """A tick, a picture, or two lines of which the second is quieter."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        look = theme.current()
        height = look.px(SIDE) + 2 * PADDING
        column = Column(index.column())
        if column is Column.INCLUDED:
            return QSize(look.px(BOX) + 4 * PADDING, height)
        if column is Column.PICTURE:
            return QSize(look.px(SIDE) + 2 * PADDING, height)
        if column is Column.FILE:
            return QSize(0, height)  # takes what is left, and shortens its words to it
        lines = zip((FIRST, SECOND), index.data(LINES), strict=False)
        widths = [QFontMetrics(look.font(role)).horizontalAdvance(text) for role, text in lines]
        return QSize(max(widths) + 2 * (PADDING + ROUNDING), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.current().color("soft"))
        inside = rect.adjusted(PADDING, 0, -PADDING, 0)
        column = Column(index.column())
        if column is Column.INCLUDED:
            _paint_box(painter, inside, index)
        elif column is Column.PICTURE:
            picture = index.data(Qt.ItemDataRole.DecorationRole)
            place = QRect(QPoint(), picture.deviceIndependentSize().toSize())
            place.moveCenter(rect.center())
            painter.drawPixmap(place, picture)
        else:
            _paint_lines(painter, inside, index)
        widget: QWidget = option.widget
        if state & QStyle.StateFlag.State_HasFocus and widget.hasFocus():
            painter.setPen(QPen(theme.current().color("accent"), 1))
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


def _paint_box(painter: QPainter, room: QRect, index: Index) -> None:
    look = theme.current()
    usable = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
    on = index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    box = QRectF(0, 0, look.px(BOX), look.px(BOX))
    box.moveCenter(QRectF(room).center())
    outline = ("accent" if on else "border_field") if usable else "border_control"
    painter.setPen(QPen(look.color(outline), 1))
    painter.setBrush(look.color(("accent" if on else "surface") if usable else "sunk"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
    if on:
        tick = icons.pixmap("check", "on_accent", TICK)
        place = QRect(QPoint(), tick.deviceIndependentSize().toSize())
        place.moveCenter(box.center().toPoint())
        painter.drawPixmap(place, tick)


def _paint_lines(painter: QPainter, room: QRect, index: Index) -> None:
    """The words of what is to check stand out; the middle of a long name is left out."""
    look = theme.current()
    is_file = index.column() == Column.FILE
    inks = ("text", "warn_text" if is_file else "muted")
    elisions = (Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight)
    lines = [text for text in index.data(LINES) if text]
    fonts = [look.font(role) for role in (FIRST, SECOND)][: len(lines)]
    heights = [QFontMetrics(font).height() for font in fonts]
    top = room.top() + (room.height() - sum(heights)) // 2
    for text, font, height, ink, elide in zip(lines, fonts, heights, inks, elisions, strict=False):
        painter.setFont(font)
        painter.setPen(look.color(ink))
        shown = QFontMetrics(font).elidedText(text, elide, room.width())
        line = QRect(room.left(), top, room.width(), height)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        top += height
