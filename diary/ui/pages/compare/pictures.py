"""The two photos' pictures, read from the diary and made ready away from the window's thread."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from diary.domain.photo import Photo
from diary.errors import DiaryDamaged
from diary.journal import Journal
from diary.ui.pages.compare.rendering import Picture, picture
from diary.ui.pages.compare.sides import Side
from diary.ui.session import Session


class Pictures(QObject):
    """Says what has come for which side; a photo whose file is damaged comes as None."""

    came = Signal(object, object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: dict[Side, str] = {}

    def show(self, side: Side, photo: Photo) -> None:
        """Ask for a photo's picture unless it has been asked for."""
        if self._wanted.get(side) == photo.id:
            return
        self._wanted[side] = photo.id
        self._session.ask(
            partial(_preview, photo=photo), partial(self._decode, side, photo.id), self
        )

    def forget(self) -> None:
        """What is still under way arrives nowhere."""
        self._wanted.clear()

    def _decode(self, side: Side, photo_id: str, data: bytes | None) -> None:
        arrive = partial(self._arrive, side, photo_id)
        if data is None:
            arrive(None)
        else:
            self._session.jobs.decode(partial(picture, data), arrive, self)

    def _arrive(self, side: Side, photo_id: str, made: Picture | None) -> None:
        if self._wanted.get(side) == photo_id:
            self.came.emit(side, made)


def _preview(journal: Journal, photo: Photo) -> bytes | None:
    try:
        return journal.photos.preview(photo)
    except DiaryDamaged:
        return None
