"""The earlier photos of a view: one of them over the live picture, the last to compare with."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPointF, Slot
from PySide6.QtGui import QImage, QPolygonF
from PySide6.QtWidgets import QWidget

from diary.domain.face import Face
from diary.domain.look import Look
from diary.domain.photo import Photo, View
from diary.journal import Journal
from diary.ui.covering import Covering
from diary.ui.dialogs.camera.choices import Choices, Ghost
from diary.ui.dialogs.camera.live import Live
from diary.ui.pictures import preview
from diary.ui.session import Session


@dataclass(frozen=True, slots=True)
class _Found:
    first: Photo | None = None
    last: Photo | None = None
    look: Look | None = None
    face: Face | None = None
    """Of the first one."""


class EarlierPhotos(QObject):
    """Lays the photo that `choices` name over `live`. A covered one is not shown unasked."""

    def __init__(self, session: Session, over: QWidget, choices: Choices, live: Live) -> None:
        super().__init__(over)
        self._session = session
        self._covering = Covering(session, over)
        self._choices = choices
        self._live = live
        self._found = _Found()
        choices.ghost_changed.connect(self._choose)
        choices.strength.valueChanged.connect(live.set_strength)

    @property
    def look(self) -> Look | None:
        """How the last photo of the view was taken."""
        return self._found.look

    @Slot()
    def read(self) -> None:
        """Find those of the chosen view."""
        find = partial(_find, view=self._choices.view)
        self._session.ask(find, self._take, self)

    def _take(self, found: _Found) -> None:
        self._found = found
        if found.last is not None and self._covering.covers(found.last.id):
            self._choices.show_ghost(Ghost.NONE)
        self._live.set_face(_outline(found))
        self._show()

    @Slot()
    def _choose(self) -> None:
        """A covered photo is uncovered by choosing it."""
        photo = self._chosen()
        if photo is not None:
            self._covering.uncover(photo.id)
        self._show()

    def _show(self) -> None:
        photo = self._chosen()
        self._live.set_ghost(QImage())
        if photo is not None:
            show = partial(self._lay_over, photo)
            self._session.ask(partial(preview, photo=photo), show, self)

    def _lay_over(self, photo: Photo, image: QImage) -> None:
        if photo == self._chosen():
            self._live.set_ghost(image)

    def _chosen(self) -> Photo | None:
        found = self._found
        ghosts = {Ghost.FIRST: found.first, Ghost.LAST: found.last, Ghost.NONE: None}
        return ghosts[self._choices.ghost]


def _find(journal: Journal, view: View) -> _Found:
    photos = [photo for photo in journal.photos.all() if photo.view is view]
    if not photos:
        return _Found()
    first, last = photos[0], photos[-1]
    return _Found(first, last, journal.photos.look(last.id), journal.alignment.face(first))


def _outline(found: _Found) -> QPolygonF | None:
    """Of the first photo's face, in parts of the photo's height, from its middle."""
    if found.first is None or found.face is None:
        return None
    width, height = found.first.width, found.first.height
    scale = max(width, height) / height
    middle = width / height / 2
    return QPolygonF([QPointF(x * scale - middle, y * scale - 0.5) for x, y in found.face.outline])
