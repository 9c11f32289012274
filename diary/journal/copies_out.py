"""Copies of photos that leave the diary: only when asked, and by default telling nothing."""

from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from diary.domain.photo import Photo, view_name
from diary.errors import NameTaken
from diary.imaging.stopping import Stop
from diary.journal import outside
from diary.journal.photos import Photos
from diary.journal.watched import Watched
from diary.store import files
from diary.store.long_work import OnDiary, at_once
from diary.store.vault import Vault
from diary.words import translate

if TYPE_CHECKING:
    from diary.imaging.outgoing import CopyOut
    from diary.imaging.rewriting import Told


class CopiesOut:
    """All but `data` may be called on any thread, `save` if `on_diary` brings it to the diary's."""

    def __init__(self, vault: Vault, photos: Photos, watched: Watched) -> None:
        self._folder = vault.folder
        self._photos = photos
        self._watched = watched
        self._closing = Stop()

    def close(self) -> None:
        """Make no more copies."""
        self._closing.ask()

    def data(self, photo: Photo) -> bytes:
        """The photo's file, of which the others make copies. Raises `DiaryDamaged`."""
        return self._photos.original(photo)

    def told(self, data: bytes) -> str:
        """What the original tells beside its picture, in a sentence. Raises `PhotoRefused`."""
        from diary.imaging import outgoing

        return _sentence(outgoing.told(data, self._closing))

    def original(self, data: bytes) -> "CopyOut":
        """The file byte for byte."""
        from diary.imaging import outgoing

        return outgoing.original(data)

    def stripped(self, data: bytes) -> "CopyOut":
        """The same picture without anything hidden in its file. Raises `PhotoRefused`."""
        from diary.imaging import outgoing

        return outgoing.stripped(data, self._closing)

    def pasted(self, data: bytes) -> bytes:
        """The same for the clipboard: a plain JPEG of at most 4096 px. Raises `PhotoRefused`."""
        from diary.imaging import outgoing

        return outgoing.pasted(data, self._closing)

    def name(self, photo: Photo, ending: str) -> str:
        """A name that says nothing about health."""
        pattern = translate("CopyOut", "Photo {date} {view}")
        words = pattern.format(date=photo.taken.on, view=view_name(photo.view).lower())
        return f"{words}.{ending}"

    def save(
        self,
        copy: "CopyOut",
        target: Path,
        *,
        replace: bool = True,
        on_diary: OnDiary = at_once,
    ) -> None:
        """Write a copy as a whole, over what was there before.

        Raises `NameTaken` if that is not to be replaced, `InvalidInput` inside the diary's own
        folder, `NotSaved`; nothing is left then.
        """
        with files.disk_errors():
            outside.write_picture(
                copy.data, target, self._folder, self._watched, on_diary, replace=replace
            )

    def save_in(
        self, folder: Path, photo: Photo, copy: "CopyOut", *, on_diary: OnDiary = at_once
    ) -> Path:
        """Write a copy under the next name that no file in the folder has; returns it.

        Raises as `save` does.
        """
        plain = folder / self.name(photo, copy.ending)
        numbered = (plain.with_stem(f"{plain.stem} ({number})") for number in count(2))
        for target in chain([plain], numbered):
            with suppress(NameTaken):
                self.save(copy, target, replace=False, on_diary=on_diary)
                return target
        raise AssertionError  # there is always another number


def _sentence(told: "frozenset[Told]") -> str:
    from diary.imaging.rewriting import Told

    words = {
        Told.PLACE: translate("CopyOut", "where it was taken"),
        Told.TIME: translate("CopyOut", "when it was taken"),
        Told.CAMERA: translate("CopyOut", "which phone or camera took it"),
        Told.SMALL_PICTURE: translate("CopyOut", "a small hidden picture of it"),
        Told.FURTHER: translate("CopyOut", "further pictures or a short film"),
        Told.NOTES: translate("CopyOut", "notes of the camera or of programs"),
    }
    if not told:
        return translate("CopyOut", "Nothing more was found in this file than the picture.")
    listed = ", ".join(word for one, word in words.items() if one in told)
    return translate("CopyOut", "This file also holds: {what}.").format(what=listed)
