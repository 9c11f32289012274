"""The photos of a month as tiles with their captions."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from diary.ui import icons, theme
from diary.ui.local import short_date
from diary.ui.pages.photos.shown import Tile, mean, score
from diary.ui.pictures import thumbnail
from diary.ui.session import Session
from diary.words import translate

SMALLEST_TILE = 150
"""Logical pixels: six tiles then fill the page as drawn; a narrower page has fewer."""

GAP = 16
RADIUS = 8
MARK = 28
"""Of a photo whose file is damaged."""

CAPTION_LINES, LINE = 2, 22

Index = QModelIndex | QPersistentModelIndex


class TileModel(QAbstractListModel):
    """Tiles whose pictures arrive one after the other from the diary's thread."""

    def __init__(self, session: Session, tiles: Sequence[Tile], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._tiles = list(tiles)
        self._pictures: dict[str, QPixmap] = {}
        self._asked: set[str] = set()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tile = self._tiles[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return tile
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(tile)
        return None

    def tile(self, index: Index) -> Tile:
        return self._tiles[index.row()]

    def _spoken(self, tile: Tile) -> str:
        picture = self._pictures.get(tile.photo.id)
        if picture is not None and picture.isNull():
            damaged = translate("Photos", "{photo}; its file is damaged")
            return damaged.format(photo=tile.spoken)
        return tile.spoken

    def picture(self, index: Index) -> QPixmap | None:
        """The tile's thumbnail, asked for the first time it is painted."""
        photo = self._tiles[index.row()].photo
        if photo.id not in self._asked:
            self._asked.add(photo.id)
            self._session.ask(
                partial(thumbnail, photo=photo),
                partial(self._arrived, photo.id, index.row()),
                self,
            )
        return self._pictures.get(photo.id)

    def _arrived(self, photo_id: str, row: int, image: QImage) -> None:
        self._pictures[photo_id] = QPixmap.fromImage(image)
        self.dataChanged.emit(self.index(row), self.index(row))


class TileDelegate(QStyledItemDelegate):
    """Paints a square picture, its date and day, and that day's acne and dryness."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._side = SMALLEST_TILE

    def set_side(self, side: int) -> None:
        self._side = side

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The picture, its caption, and the gaps to the right of and under them."""
        look = theme.current()
        caption = look.px(LINE) * CAPTION_LINES + look.px(4)
        return QSize(self._side + GAP, self._side + caption + look.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, TileModel)  # noqa: S101 - the delegate serves this model alone
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rect = rect.adjusted(0, 0, -GAP, 0)
        square = QRect(rect.x(), rect.y(), rect.width(), rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        _paint_picture(painter, square, model.picture(index))
        _paint_frame(painter, square, selected=bool(state & QStyle.StateFlag.State_Selected))
        _paint_caption(painter, rect, square.bottom() + theme.current().px(4), model.tile(index))
        painter.restore()


class MonthGrid(QListView):
    """As high as its tiles, so that the page scrolls and not the month."""

    opened = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, session: Session, tiles: Sequence[Tile], name: str) -> None:
        super().__init__()
        self._tiles = TileModel(session, tiles, self)
        self.setModel(self._tiles)
        self._delegate = TileDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, 0, -GAP, 0)  # the gap after the last tile of a row is not seen
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(self._open)
        self._arrange()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._open(index)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.remove_requested.emit(self._tiles.tile(index))
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._tiles.tile(index))

    def _arrange(self) -> None:
        """Share the width among as many tiles as fit, and take the height of their rows."""
        smallest = theme.current().px(SMALLEST_TILE) + GAP
        width = self.viewport().width()
        per_row = max(1, width // smallest)
        self._delegate.set_side(max(width // per_row, smallest) - GAP)
        cell = self._delegate.sizeHint(QStyleOptionViewItem(), QModelIndex())
        self.setGridSize(cell)
        self.setFixedHeight(-(-self._tiles.rowCount() // per_row) * cell.height())


def _paint_picture(painter: QPainter, square: QRect, picture: QPixmap | None) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(square, RADIUS, RADIUS)
    painter.setClipPath(shape)
    painter.fillRect(square, theme.current().color("sunk"))
    if picture is not None and picture.isNull():
        mark = icons.pixmap("image-off", "muted", MARK, painter.device().devicePixelRatioF())
        place = QRect(QPoint(), mark.deviceIndependentSize().toSize())
        place.moveCenter(square.center())
        painter.drawPixmap(place, mark)
    elif picture is not None:
        side = min(picture.width(), picture.height())
        top = (picture.height() - side) // 3  # faces sit in the upper part of a tall photo
        painter.drawPixmap(square, picture, QRect((picture.width() - side) // 2, top, side, side))
    painter.setClipping(False)


def _paint_frame(painter: QPainter, square: QRect, *, selected: bool) -> None:
    look = theme.current()
    width = 2 if selected else 1
    painter.setPen(QPen(look.color("accent" if selected else "border"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = square.adjusted(1, 1, -width, -width)
    painter.drawRoundedRect(inside, RADIUS, RADIUS)


def _paint_caption(painter: QPainter, rect: QRect, top: int, tile: Tile) -> None:
    look = theme.current()
    height = look.px(LINE)
    first = QRect(rect.x(), top, rect.width(), height)
    painter.setFont(look.font("section"))
    painter.setPen(look.color("text"))
    painter.drawText(first, _LEFT, short_date(tile.photo.taken.on))
    painter.setFont(look.font("control"))
    dryness, acne = mean(tile.day.dryness), score(tile.day.acne)
    left = _paint_score(painter, first, first.right(), dryness, round_marker=False)
    _paint_score(painter, first, left, acne, round_marker=True)
    painter.setFont(look.font("caption"))
    painter.setPen(look.color("muted"))
    painter.drawText(first.translated(0, height), _LEFT, _day(tile.day_number))


def _day(number: int) -> str:
    """As `day_words`, at the head of a line."""
    if number < 1:
        return translate("Photos", "Before your course")
    return translate("Photos", "Day {n}").format(n=number)


def _paint_score(
    painter: QPainter, line: QRect, right: int, words: str, *, round_marker: bool
) -> int:
    """Marker and figure, ending at `right`; returns where the next may end."""
    look = theme.current()
    metrics = painter.fontMetrics()
    left = right - metrics.horizontalAdvance(words)
    painter.setPen(look.color("text"))
    painter.drawText(QRect(left, line.y(), right - left + 1, line.height()), _LEFT, words)
    size = look.px(7)
    marker = QRect(left - size - look.px(4), line.center().y() - size // 2, size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("acne" if round_marker else "dryness"))
    if round_marker:
        painter.drawEllipse(marker)
    else:
        painter.drawRect(marker)
    return marker.left() - look.px(8)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
