"""Brings the picture on which spots are marked: at once as a preview, then with more pixels."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from diary.domain.panels import Frame
from diary.domain.photo import Photo
from diary.errors import DiaryError
from diary.journal import Journal, Stop
from diary.ui.closer import SIZES
from diary.ui.pages.marks.canvas import MarkCanvas
from diary.ui.pictures import preview
from diary.ui.session import Session

SHARP = SIZES[0]
"""Pixels of the longer side: a papule of a face that fills half of a phone photo has ten."""


class MarkedPicture(QObject):
    damaged = Signal()
    """The photo's file cannot be read."""

    def __init__(self, session: Session, canvas: MarkCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = canvas
        self._photo: Photo | None = None
        self._stop = Stop()

    def show(self, photo: Photo, head: Frame | None) -> None:
        """Bring a photo, as large as its `head` fits, or as fits as a whole."""
        self._photo = photo
        work = partial(preview, photo=photo)
        self._session.ask(work, partial(self._show, photo, head), self)

    def forget(self) -> None:
        """Keep no picture, and bring none that is under way."""
        self._stop.ask()
        self._photo = None
        self._canvas.drop_picture()

    def _show(self, photo: Photo, head: Frame | None, image: QImage) -> None:
        if photo != self._photo:
            return
        self._canvas.show_image(image, head)
        if image.isNull():
            self.damaged.emit()
        elif max(image.width(), image.height()) < max(photo.width, photo.height):
            self._sharpen(photo)

    def _sharpen(self, photo: Photo) -> None:
        """Read the original once: small spots show little in a preview."""
        self._stop.ask()
        self._stop = Stop()
        self._session.jobs.decode(
            partial(_large, self._session.journal, photo, self._stop),
            partial(self._show_sharp, photo),
            self,
            self._stay_as_it_is,
        )

    def _show_sharp(self, photo: Photo, image: QImage) -> None:
        if photo == self._photo and not image.isNull():
            self._canvas.sharpen(image)

    def _stay_as_it_is(self, error: Exception) -> None:
        """Without more pixels the preview stays."""
        if not isinstance(error, DiaryError):
            self._session.jobs.failed.emit(error)


def _large(journal: Journal, photo: Photo, stop: Stop) -> QImage:
    return QImage.fromData(journal.photos.large(photo, SHARP, stop))
