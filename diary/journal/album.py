"""What a person can do with many photos at once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from diary.domain.album import Entry
from diary.domain.photo import DateSource, Photo, Taken, View
from diary.errors import DiaryDamaged, InvalidInput
from diary.journal.clock import Clock
from diary.journal.photos import Photos
from diary.store import album, photos
from diary.store.vault import Vault
from diary.words import translate

if TYPE_CHECKING:
    from diary.imaging.intake import Picture


class Album:
    def __init__(self, vault: Vault, clock: Clock, live: Photos) -> None:
        self._vault = vault
        self._clock = clock
        self._photos = live

    def entries(self) -> list[Entry]:
        """Every photo with the scores of its day, oldest first."""
        return album.entries(self._vault.connection)

    def thumbnails(self, photo_ids: Iterable[str]) -> dict[str, bytes | None]:
        """The thumbnails that are made already; `None` for a photo whose one is not."""
        return {one: self._vault.pictures.thumbnail(one) for one in photo_ids}

    def develop(self, photo: Photo) -> "Picture":
        """Make the pictures of a photo anew from its original, on any thread.

        Raises `DiaryDamaged`, `PhotoRefused` or, while the diary closes, `Stopped`.
        """
        return self._photos.read_bytes(self._photos.original(photo), photo.file_name)

    def keep(self, photo: Photo, developed: "Picture") -> None:
        """Keep the pictures that were made anew, unless the photo was deleted meanwhile."""
        if self._photos.is_live(photo):
            self._photos.keep(photo, developed)

    def set_view(self, photo_ids: Iterable[str], view: View) -> list[Photo]:
        """Give photos a view; returns them as they were, for `put_back`."""
        return self._change(photo_ids, lambda photo: replace(photo, view=view))

    def set_date(self, photo_ids: Iterable[str], on: date) -> list[Photo]:
        """Date photos to a day; returns them as they were. Raises `InvalidInput` for a later day
        than today."""
        taken = Taken(on, None, None, DateSource.TYPED)
        return self._change(photo_ids, lambda photo: replace(photo, taken=taken))

    def shift(self, photo_ids: Iterable[str], days: int) -> list[Photo]:
        """Date photos `days` later, or earlier if it is negative; each keeps its time of day.

        Returns them as they were. Raises `InvalidInput` if one would be later than today.
        """

        def moved(photo: Photo) -> Photo:
            on = photo.taken.on + timedelta(days)
            return replace(photo, taken=replace(photo.taken, on=on, source=DateSource.TYPED))

        return self._change(photo_ids, moved)

    def put_back(self, before: Sequence[Photo]) -> None:
        """Take back a change of views or dates."""
        with self._vault.transaction() as connection:
            for photo in before:
                photos.change(connection, photo, view=photo.view, taken=photo.taken)

    def delete(self, photo_ids: Sequence[str]) -> None:
        """Put photos into the trash, where they stay for 30 days."""
        gone = [self._photos.get(one) for one in photo_ids]
        with self._vault.transaction() as connection:
            for photo in gone:
                photos.mark_deleted(connection, photo.id, self._clock())
        self._vault.objects.discard(*(photo.object_name for photo in gone))
        self._vault.pictures.forget(*photo_ids)

    def restore(self, photo_ids: Sequence[str]) -> None:
        """Take photos out of the trash.

        Raises `DiaryDamaged` if the file of any is gone; the others are restored all the same.
        """
        lost: DiaryDamaged | None = None
        found: list[str] = []
        for one in photo_ids:
            try:
                self._vault.objects.recover(self._photos.get(one).object_name)
                found.append(one)
            except DiaryDamaged as error:
                lost = error
        with self._vault.transaction() as connection:
            for one in found:
                photos.mark_deleted(connection, one, None)
        if lost:
            raise lost

    def _change(self, photo_ids: Iterable[str], make: Callable[[Photo], Photo]) -> list[Photo]:
        before = [self._photos.get(one) for one in photo_ids]
        changed = [make(photo) for photo in before]
        today = self._clock().date()
        dated = (new for new, old in zip(changed, before, strict=True) if new.taken != old.taken)
        if any(photo.taken.on > today for photo in dated):
            raise InvalidInput(
                translate(
                    "Photos", "A photo cannot be of a day still to come. Nothing was changed."
                )
            )
        self.put_back(changed)
        return before
