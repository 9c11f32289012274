"""What a person can do with photos."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from diary.domain.draft import Twin
from diary.domain.ids import new_id
from diary.domain.look import METER, Look
from diary.domain.look import remarks as remarks_on
from diary.domain.photo import Photo, Taken, View
from diary.errors import DiaryDamaged, NotSaved, PhotoRefused
from diary.imaging.stopping import Stop
from diary.journal.clock import Clock
from diary.journal.gathering import Gathered, gather
from diary.store import files, looks, photos
from diary.store.long_work import Watch, unwatched
from diary.store.vault import Vault
from diary.words import translate

if TYPE_CHECKING:
    from diary.imaging.intake import Picture


class Outcome(StrEnum):
    NEW = "new"
    KNOWN = "known"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Added:
    """A photo, and whether it was new, in the diary already, or brought back.

    It comes back from the trash, or because its own file was missing or damaged. `in_trash` is the
    photo as it was in the trash.
    """

    photo: Photo
    outcome: Outcome
    in_trash: Photo | None = None


class InDiary(PhotoRefused):
    """A file that the diary has byte for byte, as `photo`."""

    def __init__(self, name: str, photo: Photo) -> None:
        words = translate("Photos", "“{name}” is in your diary already, so it was skipped.")
        super().__init__(words.format(name=name))
        self.file_name = name
        self.photo = photo


_NONE_KNOWN: Mapping[str, Photo] = MappingProxyType({})


class Photos:
    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock
        self.closing = Stop()
        """Asked for once the diary is to close: what is read or laid then ends, on any thread."""
        self._not_measured: set[str] = set()
        """Photos that were tried by `measure_next`."""

    def close(self) -> None:
        """Read no more: end what is being read, and leave no part of a picture in memory."""
        from diary.imaging import intake, laying

        self.closing.ask()
        intake.forget()
        laying.forget()

    def gather(
        self, paths: Iterable[Path], *, most: int | None = None, watch: Watch = unwatched
    ) -> Gathered:
        """The picture files among `paths` and in the folders among them, on any thread and without
        the vault; see `gathering.gather`.
        """
        return gather(paths, most=most, watch=watch)

    def read(self, path: Path, *stops: Stop, known: Mapping[str, Photo] = _NONE_KNOWN) -> "Picture":
        """Read a picture file, on any thread and without the vault.

        Raises `PhotoRefused`, of which `ReadingStopped` once one of `stops` is asked for, and
        `InDiary` for a file that is among the `known` ones and whole in the diary: it is not
        decoded.
        """
        from diary.imaging import intake

        def look_up(name: str, digest: str) -> None:
            photo = known.get(digest)
            if photo and self._twin(photo, in_trash=False) is Twin.LIVE:
                raise InDiary(name, photo)

        today = self._clock().date()
        return intake.read(path, today, self.closing, *stops, look_up=look_up)

    def by_digest(self) -> dict[str, Photo]:
        """Every photo by the SHA-256 of its file."""
        return {photo.digest: photo for photo in self.all()}

    def read_bytes(self, data: bytes, name: str, *stops: Stop) -> "Picture":
        """Read a pasted picture; like `read`."""
        from diary.imaging import intake

        return intake.read_bytes(data, name, self._clock().date(), self.closing, *stops)

    def read_again(self, path: Path, picture: "Picture") -> "Picture":
        """Give a picture whose `data` were let go its bytes back, on any thread.

        Raises `PhotoRefused`, also if the file was changed since.
        """
        from diary.imaging import intake

        return intake.read_again(path, picture)

    def twins(self, digests: Iterable[str]) -> dict[str, tuple[Twin, Photo]]:
        """Which files with these SHA-256 the diary has, and as which photos."""
        found: dict[str, tuple[Twin, Photo]] = {}
        for digest in digests:
            has = photos.find(self._vault.connection, digest)
            if has is not None:
                photo, in_trash = has
                found[digest] = (self._twin(photo, in_trash=in_trash), photo)
        return found

    def _twin(self, photo: Photo, *, in_trash: bool) -> Twin:
        if in_trash:
            return Twin.DELETED
        vault = self._vault
        whole = vault.read_only or vault.objects.is_unchanged(photo.object_name)
        return Twin.LIVE if whole else Twin.HURT

    def add(self, picture: "Picture", *, view: View, taken: Taken) -> Added:
        """Seal the original and record it; the same file is one photo, however often it comes.

        One that is in the diary keeps its view and date; one in the trash comes back with these.
        """
        vault = self._vault
        vault.assert_writable()
        found = photos.find(vault.connection, picture.digest)
        if found:
            photo, in_trash = found
            if not in_trash:
                return self._known(picture, photo)
            with files.disk_errors():
                file = vault.objects.find(photo.object_name)
            if file:
                self.restore(photo.id, view=view, taken=taken)
                here = self._known(picture, replace(photo, view=view, taken=taken))
                return replace(here, outcome=Outcome.RESTORED, in_trash=photo)
            self.erase(photo.id)  # its file was lost in the trash: seal the picture anew
        photo = Photo(
            id=new_id(),
            view=view,
            taken=taken,
            digest=picture.digest,
            object_name=vault.objects.put(picture.data),
            size=len(picture.data),
            mime=picture.mime,
            file_name=picture.file_name,
            width=picture.width,
            height=picture.height,
        )
        with vault.transaction() as connection:
            photos.add(connection, photo, self._clock())
            looks.put(connection, photo.id, picture.look, picture.finder)
        self.keep(photo, picture)
        return Added(photo, Outcome.NEW)

    def known(self, picture: "Picture") -> Added | None:
        """The photo of this picture, if it is in the diary and not in the trash.

        If its own file is missing or damaged the picture is sealed in place of that, and the photo
        is brought back; its view and its date stay as they are.
        """
        found = photos.find(self._vault.connection, picture.digest)
        if found is None or found[1]:
            return None
        return self._known(picture, found[0])

    def _known(self, picture: "Picture", photo: Photo) -> Added:
        vault = self._vault
        if vault.read_only or vault.objects.is_unchanged(photo.object_name):
            return Added(photo, Outcome.KNOWN)
        whole = replace(photo, object_name=vault.objects.put(picture.data))
        with vault.transaction() as connection:
            photos.refile(connection, photo.id, whole.object_name)
        vault.objects.erase(photo.object_name)
        self.keep(photo, picture)
        return Added(whole, Outcome.RESTORED)

    def all(self) -> list[Photo]:
        """Every photo, oldest first."""
        return photos.all_live(self._vault.connection)

    def on(self, day: date) -> list[Photo]:
        """The photos of a day, oldest first."""
        return photos.on(self._vault.connection, day)

    def get(self, photo_id: str) -> Photo:
        photo = photos.get(self._vault.connection, photo_id)
        if photo is None:
            raise PhotoRefused(translate("Photos", "This photo is no longer in the diary."))
        return photo

    def is_live(self, photo: Photo) -> bool:
        """Whether a photo is still in the diary and not in the trash."""
        found = photos.find(self._vault.connection, photo.digest)
        return found is not None and found[0].id == photo.id and not found[1]

    def change(
        self, photo_id: str, *, view: View | None = None, taken: Taken | None = None
    ) -> Photo:
        """Give a photo another view or date; returns it as it was before."""
        before = self.get(photo_id)
        with self._vault.transaction() as connection:
            photos.change(connection, before, view=view, taken=taken)
        return before

    def delete(self, photo_id: str) -> None:
        """Put a photo into the trash, where it stays for 30 days."""
        photo = self.get(photo_id)
        with self._vault.transaction() as connection:
            photos.mark_deleted(connection, photo_id, self._clock())
        self._vault.objects.discard(photo.object_name)
        self._vault.pictures.forget(photo_id)

    def restore(
        self, photo_id: str, *, view: View | None = None, taken: Taken | None = None
    ) -> None:
        """Take a photo out of the trash, with another view or date if one is given."""
        photo = self.get(photo_id)
        self._vault.objects.recover(photo.object_name)
        with self._vault.transaction() as connection:
            photos.mark_deleted(connection, photo_id, None)
            photos.change(connection, photo, view=view, taken=taken)

    def erase(self, photo_id: str) -> None:
        """Remove a photo for good, the file first: one that is listed can be erased again."""
        photo = self.get(photo_id)
        self._vault.assert_writable()
        self._vault.objects.erase(photo.object_name)
        self._vault.pictures.forget(photo_id)
        with self._vault.transaction() as connection:
            photos.erase(connection, photo_id)

    def empty_trash(self) -> int:
        """Erase what was deleted more than 30 days ago; returns how many photos."""
        expired = photos.expired(self._vault.connection, self._clock())
        for photo in expired:
            self.erase(photo.id)
        return len(expired)

    def thumbnail(self, photo: Photo) -> bytes:
        """JPEG of at most 512 px, upright and in sRGB."""
        return self._vault.pictures.thumbnail(photo.id) or self._render(photo).thumbnail

    def preview(self, photo: Photo) -> bytes:
        """JPEG of at most 1024 px, upright and in sRGB."""
        return self._vault.pictures.preview(photo.id) or self._render(photo).preview

    def look(self, photo_id: str) -> Look | None:
        """How a photo was taken, measured now if it never was; None if its file is damaged.

        Measured again, too, if what finds faces was not there the first time and is now.
        """
        from diary.imaging import face_models

        look, with_face = looks.get(self._vault.connection, photo_id) or (None, False)
        if with_face or (look and face_models.folder() is None):
            return look
        return self._measure(self.get(photo_id)) or look

    def looks(self) -> dict[str, Look]:
        """How the photos were taken, by photo, of those that have been measured."""
        return looks.every(self._vault.connection)

    def measure_next(self) -> bool:
        """Measure how one photo of an older version was taken; False if none is left.

        One that cannot be measured is not tried again while the diary is open.
        """
        left = photos.unmeasured(self._vault.connection, METER)
        photo = next((one for one in left if one.id not in self._not_measured), None)
        if photo is None or self._vault.read_only:
            return False
        self._not_measured.add(photo.id)
        self._measure(photo)
        return True

    def remarks(self, photo: Photo) -> tuple[str, ...]:
        """What makes this photo hard to compare, by itself and with the last one of its view."""
        look = self.look(photo.id)
        if look is None:
            return ()
        last = photos.last_before(self._vault.connection, photo)
        return remarks_on(look, self.look(last.id) if last else None, photo.view)

    def large(self, photo: Photo, longest: int, *stops: Stop) -> bytes:
        """JPEG of at most `longest` px, upright and in sRGB, made anew and kept nowhere.

        On any thread, without the vault. Raises `DiaryDamaged`, and `PhotoRefused`, of which
        `ReadingStopped` once one of `stops` is asked for.
        """
        from diary.imaging import outgoing

        return outgoing.plain(self.original(photo), longest, self.closing, *stops)

    def original(self, photo: Photo) -> bytes:
        """The file as it came, byte for byte. Raises `DiaryDamaged`."""
        return self._vault.objects.get(photo.object_name)

    def _measure(self, photo: Photo) -> Look | None:
        try:
            picture = self.read_bytes(self.preview(photo), photo.file_name)
        except (DiaryDamaged, PhotoRefused):
            return None
        if picture.finder:
            self._vault.pictures.put_face(photo.id, picture.finder, picture.face)
        with suppress(NotSaved), self._vault.transaction() as connection:
            looks.put(connection, photo.id, picture.look, picture.finder)
        return picture.look

    def _render(self, photo: Photo) -> "Picture":
        picture = self.read_bytes(self.original(photo), photo.file_name)
        self.keep(photo, picture)
        return picture

    def keep(self, photo: Photo, picture: "Picture") -> None:
        """Put what can be made again from the original into the sealed cache."""
        pictures = self._vault.pictures
        pictures.put(photo.id, picture.thumbnail, picture.preview)
        if picture.finder:
            pictures.put_face(photo.id, picture.finder, picture.face)
