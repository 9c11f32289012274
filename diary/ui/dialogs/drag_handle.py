"""What a picture is dragged by into another program, once it is made."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication

from diary.ui.clipboard import picture_data
from diary.ui.widgets.button import Button

PICTURE = 96
"""Longest side in logical pixels of what the pointer carries."""


class Pasted(NamedTuple):
    """A picture for other programs: its file and its pixels."""

    jpeg: bytes
    image: QImage


class DragHandle(Button):
    """Reached by the pointer alone; copying is the way by keyboard."""

    wanted = Signal()
    """Pressed: the picture is to be given to `set_ready`."""

    def __init__(self, text: str) -> None:
        super().__init__(text, icon="photos")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._from: QPoint | None = None
        self._far = False
        self._ready: Pasted | None = None

    def set_ready(self, pasted: Pasted) -> None:
        """Take the picture, and start if the pointer is on its way already."""
        if self._from is not None:
            self._ready = pasted
            self._start_if_far()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._from, self._far = event.position().toPoint(), False
            self.wanted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            moved = (event.position().toPoint() - self._from).manhattanLength()
            self._far = self._far or moved >= QApplication.startDragDistance()
            self._start_if_far()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._from = self._ready = None

    def _start_if_far(self) -> None:
        if not self._far or self._ready is None:
            return
        pasted, self._from, self._ready = self._ready, None, None
        self.setDown(False)
        drag = QDrag(self)
        drag.setMimeData(picture_data(*pasted))
        drag.setPixmap(_small(pasted.image))
        drag.exec(Qt.DropAction.CopyAction)


def _small(image: QImage) -> QPixmap:
    return QPixmap.fromImage(image.scaled(PICTURE, PICTURE, Qt.AspectRatioMode.KeepAspectRatio))
