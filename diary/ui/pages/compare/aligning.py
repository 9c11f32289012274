"""Whether B is laid over A, and what is said about it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from diary.domain.alignment import Alignment, Way
from diary.domain.photo import Photo
from diary.domain.similarity import Similarity
from diary.errors import DiaryError
from diary.journal import Journal, OnDiary
from diary.ui.pages.compare.sides import Side
from diary.ui.session import Session
from diary.ui.widgets.switch import Switch
from diary.words import translate


class Aligning(QObject):
    """Follows the switch; on from the start, and off and disabled where nothing was found."""

    laid = Signal(object, str)
    """The `Similarity`, or None for as taken; and a sentence about it."""

    def __init__(self, session: Session, switch: Switch, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._switch = switch
        self._wished = True
        self._pair: tuple[Photo, Photo] | None = None
        switch.setChecked(True)
        switch.clicked.connect(self._wish)

    def show_pair(self, a: Photo, b: Photo) -> None:
        """Lay B over A anew: the photos, or what is known of them, are others."""
        self._pair = (a, b)
        self._ask()

    @Slot()
    def _wish(self) -> None:
        self._wished = self._switch.isChecked()
        if self._wished:
            self._ask()
        else:
            self.laid.emit(None, self._as_taken())

    def _ask(self) -> None:
        if self._pair is None:
            return
        a, b = self._pair
        self._session.ask_beside(
            partial(_between, a=a, b=b),
            partial(self._arrive, self._pair),
            self,
            partial(self._fail, self._pair),
        )

    def _arrive(self, pair: tuple[Photo, Photo], found: Alignment) -> None:
        if pair != self._pair:
            return
        possible = found.way is not Way.NONE
        self._switch.setEnabled(possible)
        self._switch.setChecked(possible and self._wished)
        if not self._switch.isChecked():
            said = found.said if self._wished else ""
            self.laid.emit(None, f"{said} {self._as_taken()}".strip())
        else:
            self.laid.emit(found.similarity, f"{self._done(found.way)} {found.said}".strip())

    def _fail(self, pair: tuple[Photo, Photo], error: Exception) -> None:
        said = str(error) if isinstance(error, DiaryError) else ""
        if not said:
            self._session.jobs.failed.emit(error)
        self._arrive(pair, Alignment(Similarity(), Way.NONE, said=said))

    def _as_taken(self) -> str:
        return self.tr("Shown as taken.")

    def _done(self, way: Way) -> str:
        return {
            Way.FACES: self.tr("Aligned by the faces."),
            Way.POINTS: self.tr("Aligned by your points."),
            Way.FEATURES: self.tr("Aligned by what was found on both photos."),
            Way.PROPOSAL: self.tr("Look at how they lie, and correct it by hand."),
        }.get(way, "")


def _between(journal: Journal, on_diary: OnDiary, a: Photo, b: Photo) -> Alignment:
    found = journal.alignment.between(a, b, on_diary=on_diary)
    if found.way is not Way.NONE or found.said or not journal.alignment.available:
        return found
    return replace(found, said=on_diary(partial(_without_face, journal, a, b)))


def _without_face(journal: Journal, a: Photo, b: Photo) -> str:
    """In which of the photos no face was found."""
    faces = {Side.A: journal.alignment.face(a), Side.B: journal.alignment.face(b)}
    match [side.value for side, face in faces.items() if face is None]:
        case [letter]:
            return translate("Compare", "No face found in {letter}.").format(letter=letter)
        case [_, _]:
            return translate("Compare", "No face found in A and B.")
    return ""
