"""A photo that was taken with the camera, as one step that can be taken back."""

from typing import TYPE_CHECKING

from diary.domain.photo import Taken, View
from diary.journal import Added, Journal

if TYPE_CHECKING:
    from diary.journal import Picture


class Keeping:
    """Adds a picture once; undone and done again, the photo goes to the trash and back."""

    def __init__(self, picture: "Picture", view: View, taken: Taken) -> None:
        self._picture: Picture | None = picture
        self._view = view
        self._taken = taken
        self.added: Added | None = None

    def do(self, journal: Journal) -> None:
        if self._picture is not None:
            self.added = journal.photos.add(self._picture, view=self._view, taken=self._taken)
            self._picture = None
        elif self.added is not None:
            journal.photos.restore(self.added.photo.id)

    def undo(self, journal: Journal) -> None:
        if self.added is not None:
            journal.photos.delete(self.added.photo.id)
