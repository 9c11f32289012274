"""Second copies of a diary that sync programs leave: found by their names, looked into, never used.

Each service marks a copy in its own way: "(Anna's conflicted copy 2026-11-23)", "_conflict-2026…",
".sync-conflict-2026…", "-DESKTOP-4711", " (1)", " 2".
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

from sqlcipher3.dbapi2 import Connection

from diary.domain.day import Day
from diary.domain.photo import Photo
from diary.errors import DiaryDamaged, DiaryError, DiaryMissing, NotEncrypted
from diary.store import days, key_file, photos
from diary.store.objects import Objects
from diary.store.vault import DATABASE, SUFFIX, Vault
from diary.words import reason, translate

_OURS = {
    "database": re.compile(r"diary\.db(-journal)?"),
    "keys": re.compile(r"keys\.json(\.bak)?"),
    "photo": re.compile(r"[0-9a-f]{64}\.age"),
}
_LOOSE = {
    "database": re.compile(r"diary.*\.db"),
    "keys": re.compile(r"keys.*\.json.*"),
    "photo": re.compile(r"[0-9a-f]{64}.*\.age"),
}
"""What a copy keeps of our names: the beginning and the end."""

_MARKED = re.compile(r"conflict|\(\d+\)|[ -]\d+$", re.IGNORECASE)
"""What tells the copy of a folder from a folder that the patient named."""


class Kind(StrEnum):
    """What there is a second one of: `DATABASE` and `FOLDER` hold answers, the others do not."""

    DATABASE = "database"
    KEYS = "keys"
    PHOTO = "photo"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Copy:
    """`changed` is the file's time, local."""

    kind: Kind
    path: Path
    changed: datetime

    @property
    def database(self) -> Path:
        return self.path / DATABASE if self.kind is Kind.FOLDER else self.path

    @property
    def can_be_opened(self) -> bool:
        return self.kind in (Kind.DATABASE, Kind.FOLDER)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a copy holds, and what of it the diary does not.

    `differing` days are in both with other answers. Photos are `waiting` while their file is whole
    in neither folder. `days` and `photos` count all there are.
    """

    days: int
    photos: int
    last: date | None
    only_days: tuple[Day, ...]
    only_photos: tuple[Photo, ...]
    waiting: tuple[Photo, ...]
    differing: tuple[date, ...]


def find(vault: Vault) -> tuple[Copy, ...]:
    """Copies in the vault's folder, and of the folder beside it; the newest first."""
    found = [
        *_named_like(vault.folder, Kind.DATABASE),
        *_named_like(vault.folder, Kind.KEYS),
        *(
            one
            for shelf in sorted((vault.folder / "objects").glob("*/"))
            for one in _named_like(shelf, Kind.PHOTO)
        ),
        *_folders_like(vault.folder),
    ]
    return tuple(sorted(found, key=lambda one: one.changed, reverse=True))


def look_into(vault: Vault, copy: Copy) -> Contents:
    """Open a copy for reading and compare. Raises `DiaryMissing`, `DiaryDamaged`, `DiaryTooNew`."""
    with _opened(vault, copy) as connection:
        theirs = days.between(connection, date.min, date.max)
        their_photos = photos.all_live(connection)
    only = [one for one in their_photos if not photos.find(vault.connection, one.digest)]
    waiting = tuple(one for one in only if _sealed(vault, copy, one) is None)
    ours = {day.on: day for day in days.between(vault.connection, date.min, date.max)}
    return Contents(
        days=len(theirs),
        photos=len(their_photos),
        last=theirs[-1].on if theirs else None,
        only_days=tuple(day for day in theirs if day.on not in ours),
        only_photos=tuple(one for one in only if one not in waiting),
        waiting=waiting,
        differing=tuple(day.on for day in theirs if day.on in ours and ours[day.on] != day),
    )


def bring_over(vault: Vault, copy: Copy, contents: Contents, now: datetime) -> None:
    """Add what only the copy has; what the diary holds stays as it is, and so does the copy.

    Raises `NotSaved`; the answers are then as they were.
    """
    vault.assert_writable()
    fetched = [photo for photo in contents.only_photos if _fetch(vault, copy, photo)]
    with vault.transaction() as connection:
        for day in contents.only_days:
            if days.get(connection, day.on).is_empty:
                days.put(connection, day, now)
        for photo in fetched:
            _add(connection, photo, now)


def take_back(vault: Vault, contents: Contents, now: datetime) -> None:
    """Undo `bring_over`: what was changed since stays, photos go to the trash."""
    with vault.transaction() as connection:
        for day in contents.only_days:
            if days.get(connection, day.on) == day:
                days.put(connection, Day(day.on), now)
        for photo in contents.only_photos:
            photos.mark_deleted(connection, photo.id, now)
    for photo in contents.only_photos:
        vault.objects.discard(photo.object_name)


def _add(connection: Connection, photo: Photo, now: datetime) -> None:
    if photos.get(connection, photo.id):
        photos.mark_deleted(connection, photo.id, None)
    elif not photos.find(connection, photo.digest):
        photos.add(connection, photo, now)


def _fetch(vault: Vault, copy: Copy, photo: Photo) -> bool:
    """Whether the photo's file is in the vault, after bringing it there if need be."""
    sealed = _sealed(vault, copy, photo)
    if sealed is not None:
        vault.objects.adopt(sealed)
    return sealed is not None


def _sealed(vault: Vault, copy: Copy, photo: Photo) -> bytes | None:
    """The photo's sealed bytes, whole, from the vault or the copy's folder."""
    for objects in (vault.objects, Objects(copy.path, identity="")):
        with suppress(DiaryDamaged):
            return objects.sealed(photo.object_name)
    return None


@contextmanager
def _opened(vault: Vault, copy: Copy) -> Iterator[Connection]:
    try:
        connection = vault.open_copy(copy.database)
    except (DiaryDamaged, NotEncrypted) as error:
        raise DiaryDamaged(
            translate(
                "Copies",
                "“{name}” is damaged or belongs to another diary. Nothing was changed, and your "
                "diary is not affected.",
            ).format(name=copy.path.name)
        ) from error
    except OSError as error:
        raise DiaryMissing(
            translate("Copies", "“{name}” cannot be read: {reason}. Nothing was changed.").format(
                name=copy.path.name, reason=reason(error)
            )
        ) from error
    try:
        yield connection
    finally:
        connection.close()


def _named_like(folder: Path, kind: Kind) -> Iterator[Copy]:
    for path in sorted(folder.glob("*")):
        loose, ours = _LOOSE[kind].fullmatch(path.name), _OURS[kind].fullmatch(path.name)
        if loose and not ours and path.is_file():
            with suppress(OSError):  # the sync program took it away again
                yield _copy(kind, path)


def _folders_like(folder: Path) -> Iterator[Copy]:
    """Folders beside the vault that carry a copy's mark and have the same keys."""
    mine = key_file.read(folder).vault_id
    for path in sorted(folder.parent.glob(f"*{SUFFIX}*")):
        if _MARKED.search(path.name.replace(SUFFIX, "")):
            with suppress(DiaryError, OSError):
                is_other = not path.samefile(folder) and (path / DATABASE).is_file()
                if is_other and key_file.read(path).vault_id == mine:
                    yield _copy(Kind.FOLDER, path)


def _copy(kind: Kind, path: Path) -> Copy:
    holder = path / DATABASE if kind is Kind.FOLDER else path
    return Copy(kind, path, datetime.fromtimestamp(holder.stat().st_mtime, UTC).astimezone())
