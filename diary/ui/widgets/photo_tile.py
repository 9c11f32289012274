"""The place of one view among a day's photos."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from diary.domain.photo import View, view_name
from diary.ui import theme
from diary.ui.covering import paint_cover
from diary.ui.widgets import photo_tile_painting as painting
from diary.ui.widgets.button import ENTER_KEYS

WIDTH = 88
CAPTION_GAP = 4


class TileState(Enum):
    EMPTY = "empty"
    IMPORTING = "importing"
    ERROR = "error"
    FILLED = "filled"
    COVERED = "covered"


HOLDING = {TileState.FILLED, TileState.COVERED}


class PhotoTile(QAbstractButton):
    """Empty it asks for files and takes dropped ones; filled it opens the photo.

    A covered photo is uncovered first.
    """

    opened = Signal()
    choose_requested = Signal()
    uncover_requested = Signal()
    remove_requested = Signal()
    files_dropped = Signal(list)
    """The dropped files, as paths."""

    def __init__(self, view: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._state = TileState.EMPTY
        self._photo = QPixmap()
        self._detail = ""
        self._problem = ""
        self._cover_words = ""
        self._done = 0.0
        self._dragged_over = False
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._follow_click)
        self.set_empty()

    @property
    def state(self) -> TileState:
        return self._state

    def set_empty(self) -> None:
        self._become(TileState.EMPTY, self.tr("no photo"))

    def set_importing(self, done: float) -> None:
        """`done` runs from 0 to 1."""
        self._done = done
        self._become(TileState.IMPORTING, self.tr("being added"))

    def set_error(self, sentence: str) -> None:
        self._problem = sentence
        self._become(TileState.ERROR, sentence)

    def set_photo(self, photo: QPixmap, detail: str, spoken: str) -> None:
        """`detail` stands at the end of the caption, such as the time; `spoken` is the name."""
        self._photo = photo
        self._detail = detail
        self._become(TileState.FILLED, "")
        self.setAccessibleName(spoken)

    def set_covered(self, words: str, spoken: str) -> None:
        """A cover stands in place of the photo; `words`, such as its date, on it."""
        self._cover_words = words
        self._become(TileState.COVERED, "")
        self.setAccessibleName(spoken)
        self.setToolTip(self.tr("Click to uncover"))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * painting.ASPECT) + CAPTION_GAP + self._caption_height()

    def sizeHint(self) -> QSize:
        width = theme.current().px(WIDTH)
        return QSize(width, self.heightForWidth(width))

    minimumSizeHint = sizeHint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.click()
        elif event.key() == Qt.Key.Key_Delete and self._state in HOLDING:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._drag(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._drag(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drag(over=False)
        event.acceptProposedAction()
        self.files_dropped.emit(dropped_files(event.mimeData()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._picture_box()
        if self._dragged_over:
            painting.paint_drag_over(painter, box, self.view)
        elif self._state is TileState.EMPTY:
            painting.paint_empty(painter, box, self.view, hovered=self.underMouse())
        elif self._state is TileState.IMPORTING:
            painting.paint_importing(painter, box, self._done, self.tr("Reading…"))
        elif self._state is TileState.ERROR:
            painting.paint_error(painter, box, self._problem)
        elif self._state is TileState.COVERED:
            paint_cover(painter, box, self.view, self._cover_words)
        else:
            painting.paint_photo(painter, box, self._photo)
        self._paint_caption(painter)

    def _become(self, state: TileState, said: str) -> None:
        self._state = state
        if state is not TileState.FILLED:
            self._photo = QPixmap()
            self._detail = ""
        name = view_name(self.view)
        self.setAccessibleName(f"{name}, {said}")
        self.setToolTip(self._problem if state is TileState.ERROR else "")
        self.update()

    @Slot()
    def _follow_click(self) -> None:
        if self._state is TileState.FILLED:
            self.opened.emit()
        elif self._state is TileState.COVERED:
            self.uncover_requested.emit()
        elif self._state is not TileState.IMPORTING:
            self.choose_requested.emit()

    def _drag(self, *, over: bool) -> None:
        self._dragged_over = over
        self.update()

    def _picture_box(self) -> QRectF:
        height = self.height() - CAPTION_GAP - self._caption_height()
        return QRectF(0, 0, self.width(), height)

    def _caption_height(self) -> int:
        return QFontMetrics(theme.current().font("caption")).height()

    def _paint_caption(self, painter: QPainter) -> None:
        look = theme.current()
        box = self.rect()
        box.setTop(box.bottom() - self._caption_height() + 1)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, self._detail)
        room = box.width() - painter.fontMetrics().horizontalAdvance(self._detail) - CAPTION_GAP
        name = painter.fontMetrics().elidedText(
            view_name(self.view), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, name)


def dropped_files(data: QMimeData) -> list[Path]:
    """The local files of a drop or a paste; what a web page offers is not one."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
