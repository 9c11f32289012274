"""The photos of a view to choose one from."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from diary.domain.course import Course
from diary.domain.photo import Photo
from diary.ui import icons, theme
from diary.ui.covering import Covering, covered_name, paint_cover
from diary.ui.pages.panels.shown import when
from diary.ui.pictures import thumbnail
from diary.ui.session import Session

WIDTH, HEIGHT = 132, 132
GAP, LINE = 12, 20
MARK = 28

Index = QModelIndex | QPersistentModelIndex


class PhotoModel(QAbstractListModel):
    """Photos whose thumbnails arrive when they are painted for the first time."""

    def __init__(
        self,
        session: Session,
        photos: Sequence[Photo],
        course: Course,
        covering: Covering,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._covering = covering
        self._photos = photos
        self._course = course
        self._pictures: dict[int, QPixmap | None] = {}

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._photos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return when(self._photos[index.row()], self._course)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = when(self._photos[index.row()], self._course)
            return covered_name(said) if self.is_covered(index) else said
        return None

    def photo(self, index: Index) -> Photo:
        return self._photos[index.row()]

    def is_covered(self, index: Index) -> bool:
        return self._covering.covers(self.photo(index).id)

    def picture(self, row: int) -> QPixmap | None:
        """None until it has arrived, null if its file is damaged."""
        if row not in self._pictures:
            self._pictures[row] = None
            work = partial(thumbnail, photo=self._photos[row])
            self._session.ask(work, partial(self._arrived, row), self)
        return self._pictures[row]

    def _arrived(self, row: int, image: QImage) -> None:
        self._pictures[row] = QPixmap.fromImage(image)
        self.dataChanged.emit(self.index(row), self.index(row))


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        px = theme.current().px
        return QSize(px(WIDTH) + GAP, px(HEIGHT) + px(LINE) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, PhotoModel)  # noqa: S101 - the delegate serves this model alone
        look = theme.current()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rect = rect.adjusted(0, 0, -GAP, -GAP)
        box = rect.adjusted(0, 0, 0, -look.px(LINE))
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(box, look.color("sunk"))
        if model.is_covered(index):
            paint_cover(painter, QRectF(box), model.photo(index).view)
        else:
            _paint_picture(painter, box, model.picture(index.row()))
        painter.setPen(QPen(look.color("accent" if selected else "border_control"), 1 + selected))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.setFont(look.font("control" if selected else "caption"))
        painter.setPen(look.color("text" if selected else "muted"))
        line = QRect(rect.left(), box.bottom(), rect.width(), look.px(LINE))
        words = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


def _paint_picture(painter: QPainter, box: QRect, picture: QPixmap | None) -> None:
    if picture is None:
        return
    if picture.isNull():
        picture = icons.pixmap("image-off", "muted", MARK, painter.device().devicePixelRatioF())
        size = picture.deviceIndependentSize().toSize()
    else:
        size = picture.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(QPoint(), size)
    place.moveCenter(box.center())
    painter.drawPixmap(place, picture)


class PhotoList(QListView):
    """A grid; `activated` by Enter or a double click. A click or Space takes a cover away."""

    def __init__(
        self, session: Session, photos: Sequence[Photo], course: Course, covering: Covering
    ) -> None:
        super().__init__()
        self._covering = covering
        self._photos = PhotoModel(session, photos, course, covering, self)
        self.setModel(self._photos)
        self.setItemDelegate(_Delegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Photos of this view"))
        self.clicked.connect(self._uncover)
        covering.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._uncover(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _uncover(self, index: QModelIndex) -> None:
        if index.isValid():
            self._covering.uncover(self._photos.photo(index).id)

    def chosen(self) -> Photo | None:
        index = self.currentIndex()
        return self._photos.photo(index) if index.isValid() else None

    def choose(self, row: int) -> None:
        self.setCurrentIndex(self._photos.index(row))
        self.scrollTo(self.currentIndex())
