"""A folder that others fill with pictures: what is new in it is offered, each picture once."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path

from diary.errors import InvalidInput, NotSaved, Stopped
from diary.journal.clock import Clock
from diary.journal.picture_files import (
    NotAPicture,
    PictureFile,
    Unsettled,
    digest_of,
    list_pictures,
)
from diary.store import preferences, watched
from diary.store.long_work import OnDiary, Watch, at_once, unwatched
from diary.store.vault import Vault
from diary.words import translate

QUIET = timedelta(seconds=10)
"""A file that was not changed for so long is whole; a younger one has to stay as it is between two
looks."""

AT_ONCE = 100
"""Files read between two notes of what was read, some seconds of a phone’s photos."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A new picture in the folder; `digest` is its SHA-256."""

    path: Path
    digest: str


@dataclass(frozen=True, slots=True)
class News:
    """What a look found. `trouble` says why the folder could not be looked into."""

    folder: Path | None = None
    pictures: tuple[Offered, ...] = ()
    trouble: str = ""


class Watched:
    """Long calls may run on any thread if `on_diary` brings them to the diary's for a moment.

    Nothing in the folder is ever changed.
    """

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock
        self._sizes: dict[Path, tuple[int, int]] = {}
        """Size and time of each new file at the last look."""

    def folder(self) -> Path | None:
        """The folder that the patient chose."""
        chosen = preferences.get(self._vault.connection).watched_folder
        return Path(chosen) if chosen else None

    def count(self, folder: Path) -> int:
        """How many pictures are in a folder that may be chosen, on any thread.

        Raises `InvalidInput` for one that may not: it cannot be read, or holds the diary.
        """
        _folder, found = self._pictures_in(folder)
        return len(found)

    def choose(self, folder: Path, *, only_new: bool, on_diary: OnDiary = at_once) -> None:
        """Watch a folder from now on; with `only_new` what is in it by now is never offered.

        Raises `InvalidInput` as `count` does, and `NotSaved`.
        """
        here, found = self._pictures_in(folder)
        on_diary(partial(self._set, str(here), found if only_new else []))

    def _pictures_in(self, folder: Path) -> tuple[Path, list[PictureFile]]:
        try:
            here, diary = folder.resolve(), self._vault.folder.resolve()
            if not here.is_relative_to(diary) and not diary.is_relative_to(here):
                return here, list_pictures(folder)
        except (OSError, RuntimeError) as error:  # a ring of links is the latter
            words = translate(
                "Watched",
                "{folder} cannot be read. Look whether it is there, or choose another folder.",
            )
            raise InvalidInput(words.format(folder=folder)) from error
        raise InvalidInput(
            translate(
                "Watched",
                "Choose another folder: the diary and the pictures from the phone have to be "
                "in different places.",
            )
        )

    def stop(self) -> None:
        """Watch no folder; the pictures in it stay where they are. Raises `NotSaved`."""
        self._set("", [])

    def leave_out(self, digests: Iterable[str]) -> None:
        """Offer these pictures no more. Raises `NotSaved`."""
        with self._vault.transaction() as connection:
            watched.leave_out(connection, digests, self._clock())

    def leave_out_own(self, data: bytes, on_diary: OnDiary = at_once) -> None:
        """Offer a file never that the diary is about to save; where that cannot be noted, once."""
        digest = sha256(data).hexdigest()
        with suppress(NotSaved, Stopped):
            on_diary(partial(self.leave_out, [digest]))

    def look(self, *, watch: Watch = unwatched, on_diary: OnDiary = at_once) -> News:
        """What is new in the folder. Only what was not seen before is read.

        Raises `Stopped` from `watch`; what was read by then is remembered.
        """
        folder, read = on_diary(self._begin)
        if folder is None:
            return News()
        try:
            files = list_pictures(folder)
        except OSError:
            return News(folder, trouble=_not_there(folder))
        read |= self._read(self._settled(files, read), watch, on_diary)
        return on_diary(lambda: self._news(folder, files, read))

    def _begin(self) -> tuple[Path | None, dict[str, str | None]]:
        if self._vault.read_only:
            return None, {}
        return self.folder(), watched.marks(self._vault.connection)

    def _set(self, folder: str, old: list[PictureFile]) -> None:
        with self._vault.transaction() as connection:
            chosen = preferences.get(connection)
            preferences.put(connection, replace(chosen, watched_folder=folder))
            watched.forget(connection)
            watched.remember(connection, {file.mark: None for file in old})

    def _settled(self, files: list[PictureFile], read: dict[str, str | None]) -> list[PictureFile]:
        """The new files that nobody is writing any more."""
        fresh = [file for file in files if file.mark not in read]
        before, self._sizes = self._sizes, {file.path: (file.size, file.changed) for file in fresh}
        whole_since = (self._clock() - QUIET).timestamp() * 1e9
        return [
            file
            for file in fresh
            if file.changed <= whole_since or before.get(file.path) == (file.size, file.changed)
        ]

    def _read(
        self, files: list[PictureFile], watch: Watch, on_diary: OnDiary
    ) -> dict[str, str | None]:
        read: dict[str, str | None] = {}
        noted: dict[str, str | None] = {}
        try:
            for number, file in enumerate(files):
                watch(number, len(files))
                try:
                    noted[file.mark] = digest_of(file)
                except NotAPicture:
                    noted[file.mark] = None
                except (Unsettled, OSError):
                    continue  # it can perhaps be read at the next look
                if len(noted) == AT_ONCE:
                    read |= noted
                    on_diary(partial(self._remember, dict(noted)))
                    noted.clear()
        finally:
            if noted:
                on_diary(partial(self._remember, noted))
        return read | noted

    def _remember(self, digests: dict[str, str | None]) -> None:
        with self._vault.transaction() as connection:
            watched.remember(connection, digests)

    def _news(self, folder: Path, files: list[PictureFile], read: dict[str, str | None]) -> News:
        connection = self._vault.connection
        found = {
            digest: Offered(file.path, digest)
            for file in reversed(files)
            if (digest := read.get(file.mark)) is not None
        }
        left_out = watched.left_out(connection)
        if added := found.keys() & watched.in_diary(connection) - left_out:
            self.leave_out(added)  # so that deleting the photo for good does not bring it back
        dealt_with = left_out | added
        pictures = (one for digest, one in found.items() if digest not in dealt_with)
        return News(folder, tuple(sorted(pictures, key=lambda one: one.path)))


def _not_there(folder: Path) -> str:
    words = translate(
        "Watched",
        "Your folder for new pictures cannot be read at the moment: {folder}. Once it is there "
        "again, new pictures in it are offered.",
    )
    return words.format(folder=folder)
