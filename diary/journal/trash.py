"""What a person can do with photos they deleted."""

from dataclasses import dataclass
from datetime import date

from diary.domain.photo import Photo
from diary.journal.clock import Clock
from diary.journal.photos import Photos
from diary.store import photos
from diary.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Deleted:
    """A photo in the trash; on `gone_on` it is removed by itself."""

    photo: Photo
    deleted_on: date
    gone_on: date


class Trash:
    def __init__(self, vault: Vault, clock: Clock, live: Photos) -> None:
        self._vault = vault
        self._clock = clock
        self._photos = live

    def all(self) -> list[Deleted]:
        """Every photo in the trash, the last deleted first."""
        return [
            Deleted(photo, at.date(), (at + photos.KEPT_IN_TRASH).date())
            for photo, at in photos.in_trash(self._vault.connection)
        ]

    def thumbnail(self, photo: Photo) -> bytes:
        """JPEG of at most 512 px, made anew each time: the cache has forgotten the photo.

        Raises `DiaryDamaged`.
        """
        original = self._vault.objects.get_deleted(photo.object_name)
        return self._photos.read_bytes(original, photo.file_name).thumbnail

    def restore(self, photo_id: str) -> None:
        """Bring a photo back. Raises `DiaryDamaged` if its file is gone."""
        self._photos.restore(photo_id)

    def erase(self, *photo_ids: str) -> None:
        """Remove photos for good: rows, files and small pictures. Nothing brings them back.

        Earlier states of the diary in its folder, and backups, still know that they were there.
        """
        for photo_id in photo_ids:
            self._photos.erase(photo_id)
