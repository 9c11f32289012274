"""What a person can do with the paired panels: see each view at four moments, and choose photos."""

from dataclasses import replace

from diary.domain.alignment import Way
from diary.domain.panels import (
    Moment,
    PanelChoice,
    Panels,
    Shot,
    Span,
    Treatment,
    all_panels,
    whole,
)
from diary.domain.photo import Photo, View
from diary.journal.alignment import Alignments
from diary.journal.clock import Clock
from diary.journal.photos import Photos
from diary.store import courses, panels
from diary.store.vault import Vault

SURE = frozenset({Way.POINTS, Way.FACES, Way.FEATURES})
"""A proposal that nobody has looked at moves no photo here."""


class PairedPanels:
    def __init__(self, vault: Vault, clock: Clock, files: Photos, alignments: Alignments) -> None:
        self._vault = vault
        self._clock = clock
        self._photos = files
        self._alignments = alignments

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

    def shot(self, photo: Photo, over: Photo) -> Shot:
        """A photo's picture for a panel, laid over another one of its view where that is sure.

        Raises `DiaryDamaged`.
        """
        preview = self._photos.preview(photo)
        taken = Shot(preview, photo.width, photo.height)
        if photo.id == over.id:
            return taken
        found = self._alignments.between(over, photo)
        if found.way not in SURE:
            return replace(taken, said=found.said)
        from diary.imaging.panel import lay_over

        laid, width, height = lay_over(preview, found.similarity, whole(over))
        return Shot(laid, width, height, Treatment.ALIGNED, found.said)
