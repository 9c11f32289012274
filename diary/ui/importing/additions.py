"""What a batch has added, as one step that can be taken back."""

from contextlib import suppress
from typing import TYPE_CHECKING

from diary.domain.draft import Draft, Twin
from diary.domain.photo import Photo, view_name
from diary.errors import PhotoRefused
from diary.journal import Added, Journal, Outcome
from diary.ui.local import short_date
from diary.words import translate

if TYPE_CHECKING:
    from diary.journal import Picture


class Addition:
    """Adds one picture, on the diary's thread; the disk may refuse and be asked again."""

    def __init__(self, picture: "Picture", draft: Draft) -> None:
        self._picture = picture
        self._draft = draft
        self.added: Added | None = None

    @property
    def several(self) -> bool:
        """Whether a new photo is the first of several pictures in its file."""
        new = self.added is not None and self.added.outcome is Outcome.NEW
        return new and self._picture.several

    def do(self, journal: Journal) -> None:
        draft = self._draft
        if draft.twin is Twin.HURT:
            self.added = journal.photos.known(self._picture)
            return
        assert draft.view is not None  # noqa: S101 - asked before anything is added
        assert draft.taken is not None  # noqa: S101
        self.added = journal.photos.add(self._picture, view=draft.view, taken=draft.taken)


class Additions:
    """The photos that came with one batch: undone they go to the trash, done again they return.

    The disk may refuse in the middle; asked again, it goes on where it was.
    """

    def __init__(self) -> None:
        self._here: list[Added] = []
        self._gone: list[Added] = []

    def note(self, draft: Draft, added: Added) -> None:
        """A photo that was in the diary before, whole or hurt, is none of the batch's."""
        if added.outcome is not Outcome.KNOWN and draft.twin is not Twin.HURT:
            self._here.append(added)

    def __bool__(self) -> bool:
        return bool(self._here)

    @property
    def photos(self) -> list[Photo]:
        return [added.photo for added in self._here]

    @property
    def text(self) -> str:
        """What undo calls it."""
        if len(self._here) > 1:
            return translate("Importer", "%n photos added", len(self._here))
        photo = self._here[0].photo
        words = translate("Importer", "{view} photo, {day}")
        return words.format(view=view_name(photo.view), day=short_date(photo.taken.on))

    def redo(self, journal: Journal) -> None:
        while self._gone:
            photo = self._gone[-1].photo
            with suppress(PhotoRefused):  # it was deleted for good since
                journal.photos.restore(photo.id, view=photo.view, taken=photo.taken)
            self._here.append(self._gone.pop())

    def undo(self, journal: Journal) -> None:
        while self._here:
            added = self._here[-1]
            with suppress(PhotoRefused):
                journal.photos.delete(added.photo.id)
                if before := added.in_trash:
                    journal.photos.change(before.id, view=before.view, taken=before.taken)
            self._gone.append(self._here.pop())
