"""What a diary can be restored or healed from: a backup file, a mirror, or its own snapshots."""

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from diary.errors import DiaryMissing, InvalidInput
from diary.store import archive, key_file, mirror, objects, snapshots
from diary.store.keys import KeyRing
from diary.store.snapshots import Snapshot
from diary.words import translate


class Source(Protocol):
    """Everything in it is read only, and nothing is believed before it is proven."""

    def key_ring(self) -> KeyRing:
        """Raises `DiaryMissing`, `DiaryDamaged` or `DiaryTooNew`."""
        ...

    def databases(self) -> list[str]:
        """Names of the sealed databases, the newest first."""
        ...

    def database(self, name: str) -> bytes:
        """Raises `DiaryDamaged`."""
        ...

    def newer(self) -> Path | None:
        """A database that may be hurt but holds what was written since the newest one here."""
        ...

    def holds(self, name: str) -> bool:
        """Whether there is a file for a photo's object."""
        ...

    def sealed(self, name: str) -> bytes:
        """A photo's sealed bytes, proven by their name. Raises `DiaryDamaged`."""
        ...

    def size(self) -> int:
        """Bytes of everything in it, at least as much as a diary restored from it."""
        ...


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """The backup at `path`: a file, a mirror or the folder it lies in, or a snapshot of a vault.

    Raises `DiaryMissing`, `DiaryDamaged`, `InvalidInput` if a folder holds several backups.
    """
    if path.is_dir():
        yield _Folder(_only_mirror(path))
    elif path.suffix == ".db" and path.parent.name == snapshots.FOLDER:
        yield _Folder(path.parent.parent, only=path.name)
    elif path.is_file():
        with archive.opened(path) as file:
            archive.assert_ours(file)
            yield _File(file)
    else:
        raise DiaryMissing(translate("Backup", "There is no backup file {file}.").format(file=path))


class _File:
    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self._names = set(file.namelist())

    def key_ring(self) -> KeyRing:
        return key_file.parse(archive.read(self._file, archive.KEYS))

    def databases(self) -> list[str]:
        return [archive.DATABASE]

    def database(self, name: str) -> bytes:
        return archive.read(self._file, name)

    def newer(self) -> Path | None:
        return None

    def holds(self, name: str) -> bool:
        return archive.object_member(name) in self._names

    def sealed(self, name: str) -> bytes:
        content = archive.read(self._file, archive.object_member(name))
        if hashlib.sha256(content).hexdigest() != name:
            raise archive.damaged(archive.object_member(name))
        return content

    def size(self) -> int:
        return sum(member.file_size for member in self._file.infolist())


class _Folder:
    """A mirror, or a vault with one of its own snapshots as `only`."""

    def __init__(self, folder: Path, only: str | None = None) -> None:
        self._folder = folder
        self._objects = objects.Objects(folder, identity="")
        self._only = only

    def key_ring(self) -> KeyRing:
        return key_file.read(self._folder)

    def databases(self) -> list[str]:
        if self._only:
            return [self._only]
        return [one.path.name for one in reversed(self._snapshots())]

    def database(self, name: str) -> bytes:
        try:
            return (self._folder / snapshots.FOLDER / name).read_bytes()
        except OSError as error:
            raise archive.damaged(name) from error

    def newer(self) -> Path | None:
        own, every = self._folder / archive.DATABASE, self._snapshots()
        is_newest = bool(every) and every[-1].path.name == self._only
        return own if is_newest and own.is_file() else None

    def holds(self, name: str) -> bool:
        path = self._objects.find(name)
        return path is not None and path.stat().st_size > 0

    def sealed(self, name: str) -> bytes:
        return self._objects.sealed(name)

    def size(self) -> int:
        photos = sum(
            path.stat().st_size for path in self._folder.glob(f"objects/*/*{objects.SUFFIX}")
        )
        return photos + max((one.path.stat().st_size for one in self._snapshots()), default=0)

    def _snapshots(self) -> list[Snapshot]:
        return snapshots.listed(self._folder)


def _only_mirror(folder: Path) -> Path:
    found = mirror.find(folder)
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(path.name for path in found)
        raise InvalidInput(
            translate(
                "Backup", "There are backups of several diaries in {folder}: {names}. Choose one."
            ).format(folder=folder, names=names)
        )
    raise DiaryMissing(translate("Backup", "There is no backup in {folder}.").format(folder=folder))
