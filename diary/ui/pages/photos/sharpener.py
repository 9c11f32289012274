"""Brings the pixels that a zoomed photo needs, from its original."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from diary.domain.photo import Photo
from diary.errors import DiaryDamaged, DiaryError
from diary.journal import Journal, Stop
from diary.ui.closer import WAIT_MS, enough
from diary.ui.pages.photos.canvas import Canvas
from diary.ui.session import Session


class Sharpener(QObject):
    """Reads off the window's thread, and ends reading what is no longer looked at."""

    damaged = Signal()
    """The photo's original cannot be read."""

    def __init__(self, session: Session, canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = canvas
        self._photo: Photo | None = None
        self._stop = Stop()
        self._asked = 0
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self._ask)
        canvas.zoomed.connect(self._look)

    def follow(self, photo: Photo | None) -> None:
        """Bring pixels of this photo from now on."""
        self._stop.ask()
        self._stop = Stop()
        self._photo = photo
        self._asked = 0
        self._wait.stop()
        self._look()

    @Slot()
    def _look(self) -> None:
        if self._photo is not None and self._size() > max(self._asked, self._canvas.there):
            self._wait.start()

    def _size(self) -> int:
        """The smallest that is enough for the zoom, at most what the original has."""
        assert self._photo is not None  # noqa: S101 - asked before
        if self._canvas.is_covered or self._canvas.needed <= self._canvas.there:
            return 0
        return enough(self._canvas.needed, self._photo)

    @Slot()
    def _ask(self) -> None:
        if self._photo is None or (size := self._size()) <= self._asked:
            return
        self._asked = size
        work = partial(_large, self._session.journal, self._photo, size, self._stop)
        then, failed = partial(self._take, self._photo), partial(self._fail, self._photo)
        self._session.jobs.decode(work, then, self, failed)

    def _take(self, photo: Photo, image: QImage) -> None:
        if photo is self._photo:
            self._canvas.add_image(image)

    def _fail(self, photo: Photo, error: Exception) -> None:
        """Without more pixels the photo is seen as it was."""
        if not isinstance(error, DiaryError):
            self._session.jobs.failed.emit(error)
        elif isinstance(error, DiaryDamaged) and photo is self._photo:
            self.damaged.emit()


def _large(journal: Journal, photo: Photo, longest: int, stop: Stop) -> QImage:
    return QImage.fromData(journal.photos.large(photo, longest, stop))
