"""The file of a backup: a ZIP whose members are sealed files of a vault, stored as they are."""

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from diary.errors import DiaryDamaged
from diary.store import files
from diary.words import translate

README, KEYS, DATABASE = "README.txt", "keys.json", "diary.db"

_OBJECT = re.compile(r"objects/([0-9a-f]{2})/(\1[0-9a-f]{62})\.age")

_CHUNK = 2**20

_NOT_A_WHOLE_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What zipfile raises on damaged files; NotImplementedError is a RuntimeError."""


def object_member(name: str) -> str:
    return f"objects/{name[:2]}/{name}.age"


def write(path: Path, members: Mapping[str, Path]) -> dict[str, str]:
    """Copy files into a new archive and wait until it is on the disk.

    Returns the SHA-256 of each member as it was read.
    """
    path.unlink(missing_ok=True)
    path.touch(mode=files.PRIVATE_FILE)
    with path.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            digests = {name: _add(archive, name, source) for name, source in members.items()}
        file.flush()
        files.sync_file(file.fileno())
    return digests


def read(path: Path, name: str) -> bytes:
    """One small member. Raises `DiaryDamaged`."""
    with _members(path) as archive, _telling(name):
        return archive.read(name)


def digests(path: Path) -> dict[str, str]:
    """Read every member again; the SHA-256 of each. Raises `DiaryDamaged`, naming the first."""
    found = {}
    with _members(path) as archive:
        for name in archive.namelist():
            with _telling(name), archive.open(name) as member:
                found[name] = _copy(member, None)
    return found


def unpack(path: Path, folder: Path) -> None:
    """Write the members into `folder`, each proven by its name or checksum, all on the disk.

    Raises `DiaryDamaged`, naming the part, also for a member that no backup of ours has.
    """
    with _members(path) as archive:
        for name in archive.namelist():
            filed = _OBJECT.fullmatch(name)
            if not filed and name not in (README, KEYS, DATABASE):
                raise damaged(name)
            with _telling(name):
                content = archive.read(name)
            if filed and hashlib.sha256(content).hexdigest() != filed[2]:
                raise damaged(name)
            files.make_folder((folder / name).parent)
            files.write_new(folder / name, content)
        for parent in {(folder / name).parent for name in archive.namelist()}:
            files.sync_folder(parent)


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
def _members(path: Path) -> Iterator[zipfile.ZipFile]:
    with _telling(path.name):
        archive = zipfile.ZipFile(path)
    with archive:
        yield archive


@contextmanager
def _telling(name: str) -> Iterator[None]:
    try:
        yield
    except (*_NOT_A_WHOLE_ZIP, KeyError) as error:
        raise damaged(name) from error
