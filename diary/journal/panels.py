"""What a person can do with the paired panels: see each view at four moments, and choose photos."""

from dataclasses import replace
from functools import lru_cache

from diary.domain.alignment import SURE, Alignment, Way
from diary.domain.eye_bar import eye_bar
from diary.domain.panels import (
    Frame,
    Moment,
    PanelChoice,
    Panels,
    Shot,
    Span,
    Treatment,
    all_panels,
    around,
    reference,
    whole,
)
from diary.domain.photo import Photo, View
from diary.domain.similarity import Similarity
from diary.journal.alignment import Alignments
from diary.journal.clock import Clock
from diary.journal.photos import Photos
from diary.store import courses, panels
from diary.store.long_work import OnDiary, Watch, at_once, unwatched
from diary.store.vault import Vault

_SHOTS = 24
"""Pictures kept for the next redraw of a report, of 0.3 MB each: twice those of a page. Making them
anew takes half of its time."""


class PairedPanels:
    def __init__(self, vault: Vault, clock: Clock, files: Photos, alignments: Alignments) -> None:
        self._vault = vault
        self._clock = clock
        self._photos = files
        self._alignments = alignments
        self._lay = lru_cache(_SHOTS)(_laid)

    def all(self) -> dict[View, Panels]:
        """The panels of every view that has photos, over the course so far."""
        course = courses.get(self._vault.connection)
        today = self._clock().date()
        span = Span(min(course.start, today), today)
        every, looks = self._photos.all(), self._photos.looks()
        return all_panels(every, course, span, self.choices(), looks)

    def choices(self) -> list[PanelChoice]:
        """The photos that the patient put in place of proposed ones; some may be in the trash."""
        return panels.all_choices(self._vault.connection)

    def choose(self, choice: PanelChoice) -> None:
        with self._vault.transaction() as connection:
            panels.put(connection, choice)

    def propose(self, view: View, moment: Moment) -> None:
        """Go back to the photo that the program proposes."""
        with self._vault.transaction() as connection:
            panels.remove(connection, view, moment)

    def can_cover(self, photo: Photo) -> bool:
        """Whether its eyes are found, or it is of a view that shows none."""
        return not photo.view.shows_face or self._alignments.face(photo) is not None

    def prepare(self, *, watch: Watch = unwatched, on_diary: OnDiary = at_once) -> None:
        """Lay the photos of the panels over each other, for nobody to wait for it later.

        On any thread, if `on_diary` brings it to the diary's. Raises `Stopped` from `watch`.
        """
        if self._vault.read_only:
            return
        pairs = on_diary(self._pairs)
        for done, (over, photo) in enumerate(pairs):
            watch(done, len(pairs))
            self._alignments.between(over, photo, on_diary=on_diary)

    def _pairs(self) -> list[tuple[Photo, Photo]]:
        rows = self.all().values()
        firsts = [(reference(row), panel.photo) for row in rows for panel in row.values()]
        return [(over, photo) for over, photo in firsts if over != photo]

    def shot(
        self,
        photo: Photo,
        over: Photo | None,
        *,
        cover_eyes: bool = False,
        on_diary: OnDiary = at_once,
    ) -> Shot:
        """A photo's picture for a panel, laid over another one of its view where that is sure.

        Both are cut to the head of that one, if it has a face; without one, or with none to lay it
        over, a photo is as it was taken. With `cover_eyes` a solid bar lies over the eyes of the
        face that is found. Raises `DiaryDamaged`.

        On any thread, if `on_diary` brings it to the diary's for a moment.
        """
        preview = on_diary(lambda: self._photos.preview(photo))
        face = on_diary(lambda: self._alignments.face(photo)) if cover_eyes else None
        if face is not None:
            from diary.imaging.cover import cover

            preview = cover(preview, eye_bar(face))
        taken = Shot(preview, photo.width, photo.height)
        if over is None:
            return taken
        frame = on_diary(lambda: self._frame(over))
        if photo.id == over.id:
            if frame == whole(over):
                return taken
            same = Alignment(Similarity(), Way.NONE)
            return self._lay(taken, same, frame, Treatment.CROPPED)
        found = self._alignments.between(over, photo, on_diary=on_diary)
        if found.way not in SURE:
            return replace(taken, said=found.said)
        return self._lay(taken, found, frame, Treatment.ALIGNED)

    def _frame(self, photo: Photo) -> Frame:
        face = self._alignments.face(photo)
        return around(face, photo) if face else whole(photo)


def _laid(taken: Shot, alignment: Alignment, frame: Frame, treatment: Treatment) -> Shot:
    from diary.imaging.panel import lay_over

    laid, width, height = lay_over(taken.jpeg, alignment.similarity, frame)
    return Shot(laid, width, height, treatment, alignment.said)
