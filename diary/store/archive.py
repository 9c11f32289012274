"""The file of a backup: a ZIP whose members are sealed files of a vault, stored as they are."""

import hashlib
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO

from diary.errors import DiaryDamaged
from diary.store import files
from diary.words import translate

README, KEYS, DATABASE = "README.txt", "keys.json", "diary.db"

_OBJECT = re.compile(r"objects/([0-9a-f]{2})/(\1[0-9a-f]{62})\.age")

_CHUNK = 2**20

Find = Callable[[], Path]
"""Where a member is now: a photo may be on its way to the trash or back while a backup runs."""

Tell = Callable[[int], None]
"""Told how many members are done."""

_NOT_A_WHOLE_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    MemoryError,
)
"""What zipfile raises on damaged files, also those that were packed anew by another program or
would unpack to more than fits in memory; NotImplementedError is a RuntimeError."""


def _nobody(_done: int) -> None:
    """For work that nobody waits for."""


def object_member(name: str) -> str:
    return f"objects/{name[:2]}/{name}.age"


def write(file: BinaryIO, members: Mapping[str, Find], tell: Tell = _nobody) -> dict[str, str]:
    """Copy files into a new archive and wait until it is on the disk.

    Each is found when its turn comes. Returns the SHA-256 of each member as it was read.
    """
    digests = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for done, (name, find) in enumerate(members.items()):
            tell(done)
            digests[name] = _add(archive, name, find())
    file.flush()
    files.sync_file(file.fileno())
    files.forget_cached_file(file.fileno())
    return digests


def digests(file: BinaryIO, called: str, tell: Tell = _nobody) -> dict[str, str]:
    """Read every member of the archive that is `called` so again; the SHA-256 of each.

    Raises `DiaryDamaged`, naming the first that is hurt.
    """
    found = {}
    with telling(called):
        archive = zipfile.ZipFile(file)
    with archive:
        for done, name in enumerate(archive.namelist()):
            tell(done)
            with telling(name), archive.open(name) as member:
                found[name] = _copy(member, None)
    return found


def read(archive: zipfile.ZipFile, name: str) -> bytes:
    """One member. Raises `DiaryDamaged`."""
    with telling(name):
        return archive.read(name)


def assert_ours(archive: zipfile.ZipFile) -> None:
    """Raises `DiaryDamaged`, naming the part, for a member that no backup of ours has."""
    for name in archive.namelist():
        if not _OBJECT.fullmatch(name) and name not in (README, KEYS, DATABASE):
            raise damaged(name)


def damaged(name: str) -> DiaryDamaged:
    return DiaryDamaged(
        translate("Backup", "{name} is damaged or missing, so this is not a whole backup.").format(
            name=name
        )
    )


def _add(archive: zipfile.ZipFile, name: str, source: Path) -> str:
    member = zipfile.ZipInfo(name)  # dated 1980, so that file times say nothing about the days
    member.file_size = source.stat().st_size
    with source.open("rb") as file, archive.open(member, "w") as target:
        return _copy(file, target)


def _copy(source: IO[bytes], target: IO[bytes] | None) -> str:
    digest = hashlib.sha256()
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        if target:
            target.write(chunk)
    return digest.hexdigest()


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """A backup file, open for reading. Raises `DiaryDamaged`."""
    with telling(path.name):
        archive = zipfile.ZipFile(path)
    with archive:
        yield archive


@contextmanager
def telling(name: str) -> Iterator[None]:
    """Tell what zipfile raises as the damaged part `name`."""
    try:
        yield
    except (*_NOT_A_WHOLE_ZIP, KeyError) as error:
        raise damaged(name) from error
