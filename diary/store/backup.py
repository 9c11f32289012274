"""The whole diary in one file, proven by reading it back, and a new diary from such a file.

The file is an ordinary ZIP whose members are the sealed files of the vault, stored as they are.
"""

import hashlib
import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

from diary.errors import DiaryDamaged, DiaryExists, DiaryMissing
from diary.store import files, key_file, photos
from diary.store.objects import SUFFIX
from diary.store.vault import DATABASE, FOLDERS, Vault
from diary.words import translate

_README = "README.txt"
_OBJECT = re.compile(r"objects/([0-9a-f]{2})/(\1[0-9a-f]{62})\.age")
_CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class BackupSummary:
    """What a proven backup holds; `size` in bytes."""

    path: Path
    photos: int
    size: int


def back_up(vault: Vault, out: Path) -> BackupSummary:
    """Write the diary into `out` and read every part back before it gets its name.

    Raises `NotSaved`, and `DiaryDamaged` if a photo's file is missing or hurt.
    """
    part = out.with_name(f"{out.name}.part")
    copy = vault.folder / "tmp" / DATABASE
    with files.disk_errors():
        try:
            vault.copy_database(copy)
            names = [one.object_name for one in photos.all_live(vault.connection)]
            _write(vault, part, copy, names)
            _prove(part, expected=len(names))
            files.publish(part, out)
        finally:
            copy.unlink(missing_ok=True)
            part.unlink(missing_ok=True)
    return BackupSummary(out, len(names), out.stat().st_size)


def restore(
    backup: Path, folder: Path, *, passphrase: str | None = None, recovery_code: str | None = None
) -> Vault:
    """Unpack a backup beside `folder`, open it, and only then give it its name.

    Raises `DiaryExists`, `DiaryMissing`, `DiaryDamaged`, `WrongPassphrase`, `WrongRecoveryCode` or
    `NotSaved`; nothing is left behind then.
    """
    if folder.exists():
        raise DiaryExists(
            translate(
                "Backup", "{folder} already exists. A backup is restored into a new folder."
            ).format(folder=folder)
        )
    if not backup.is_file():
        raise DiaryMissing(
            translate("Backup", "There is no backup file {file}.").format(file=backup)
        )
    building = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(building, ignore_errors=True)
    try:
        with files.disk_errors():
            folder.parent.mkdir(parents=True, exist_ok=True)
            _unpack(backup, building)
        Vault.open(building, passphrase=passphrase, recovery_code=recovery_code).close()
        with files.disk_errors():
            files.publish(building, folder)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    return Vault.open(folder, passphrase=passphrase, recovery_code=recovery_code)


def _write(vault: Vault, part: Path, copy: Path, names: list[str]) -> None:
    part.touch(mode=files.PRIVATE_FILE)
    with part.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for name in (_README, key_file.NAME):
                archive.write(vault.folder / name, name)
            archive.write(copy, DATABASE)
            for name in names:
                path = vault.objects.path(name)
                if not path.is_file():
                    raise _damaged(path.name)
                archive.write(path, f"objects/{name[:2]}/{name}{SUFFIX}")
        file.flush()
        files.sync_file(file.fileno())


def _prove(backup: Path, *, expected: int) -> None:
    """Read every member again: each object must hash to its name, each other to its checksum."""
    with _open(backup) as archive:
        members = archive.namelist()
        found = [match for name in members if (match := _OBJECT.fullmatch(name))]
        for match in found:
            if _digest(archive, match[0]) != match[2]:
                raise _damaged(match[0])
        for name in (_README, key_file.NAME, DATABASE):
            if name not in members:
                raise _damaged(name)
            _digest(archive, name)
    if len(found) != expected:
        raise _damaged(backup.name)


def _unpack(backup: Path, building: Path) -> None:
    building.mkdir(mode=files.PRIVATE_FOLDER)
    for name in FOLDERS:
        files.make_folder(building / name)
    with _open(backup) as archive:
        members = archive.namelist()
        _prove(backup, expected=sum(name.startswith("objects/") for name in members))
        for name in members:
            if name not in (_README, key_file.NAME, DATABASE) and not _OBJECT.fullmatch(name):
                raise _damaged(name)
            target = building / name
            files.make_folder(target.parent)
            files.write_new(target, archive.read(name))


def _open(backup: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(backup)
    except zipfile.BadZipFile as error:
        raise _damaged(backup.name) from error


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    try:
        with archive.open(name) as member:
            while chunk := member.read(_CHUNK):
                digest.update(chunk)
    except zipfile.BadZipFile as error:
        raise _damaged(name) from error
    return digest.hexdigest()


def _damaged(name: str) -> DiaryDamaged:
    return DiaryDamaged(
        translate("Backup", "{name} is damaged or missing, so this is not a whole backup.").format(
            name=name
        )
    )
