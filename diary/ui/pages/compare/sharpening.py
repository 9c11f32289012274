"""Brings the pixels that closer photos need, from their originals."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from diary.domain.photo import Photo
from diary.errors import DiaryError
from diary.journal import Journal, Stop
from diary.ui.closer import WAIT_MS, enough
from diary.ui.pages.compare.rendering import Picture, picture
from diary.ui.pages.compare.sides import Side
from diary.ui.pages.compare.stage import Stage
from diary.ui.session import Session


class Sharpening(QObject):
    """Reads off the window's thread, and ends reading what is no longer looked at."""

    came = Signal(object, object)
    """The `Side` and its `Picture` with more pixels."""

    def __init__(self, session: Session, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._stage = stage
        self._photos: dict[Side, Photo] = {}
        self._asked: dict[Side, int] = {}
        self._stop = Stop()
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self._ask)
        stage.looked.connect(self._look)

    def follow(self, pair: dict[Side, Photo]) -> None:
        """Bring pixels of these photos from now on; of none when it is empty."""
        if pair == self._photos:
            return
        self._stop.ask()
        self._stop = Stop()
        self._photos, self._asked = dict(pair), {}
        self._wait.stop()

    @Slot()
    def _look(self) -> None:
        if any(self._wanted(side) for side in self._photos):
            self._wait.start()

    def _wanted(self, side: Side) -> int:
        """The smallest size that is enough for the zoom, if it is more than there is; else 0."""
        photo, needed = self._photos[side], self._stage.needed(side)
        there = max(self._stage.there(side), self._asked.get(side, 0))
        size = enough(needed, photo)
        return size if needed > there and size > there > 0 else 0

    @Slot()
    def _ask(self) -> None:
        for side, photo in self._photos.items():
            if size := self._wanted(side):
                self._asked[side] = size
                self._session.jobs.decode(
                    partial(_large, self._session.journal, photo, size, self._stop),
                    partial(self._arrive, side, photo),
                    self,
                    self._fail,
                )

    def _arrive(self, side: Side, photo: Photo, made: Picture | None) -> None:
        if made is not None and self._photos.get(side) is photo:
            self.came.emit(side, made)

    def _fail(self, error: Exception) -> None:
        """Without more pixels the photo is seen as it was."""
        if not isinstance(error, DiaryError):
            self._session.jobs.failed.emit(error)


def _large(journal: Journal, photo: Photo, longest: int, stop: Stop) -> Picture | None:
    return picture(journal.photos.large(photo, longest, stop))
