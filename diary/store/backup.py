"""The whole diary in one file, proven by reading it back, and a new diary from such a file."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from diary import resources
from diary.domain.photo import Photo
from diary.errors import DiaryDamaged, DiaryExists, DiaryMissing, NotSaved
from diary.store import archive, files, key_file, photos
from diary.store.keys import KeyRing
from diary.store.vault import DATABASE, README, Vault, make_layout
from diary.words import translate


@dataclass(frozen=True, slots=True)
class BackupSummary:
    """What a proven backup holds; `size` in bytes."""

    path: Path
    photos: int
    size: int


def back_up(vault: Vault, out: Path) -> BackupSummary:
    """Write the diary into `out` and read every part back before it gets its name.

    Photos in the trash stay out. Raises `NotSaved`, and `DiaryDamaged` if a photo's file is missing
    or hurt.
    """
    part = out.with_name(f"{out.name}.part")
    database = vault.folder / "tmp" / DATABASE
    with files.disk_errors():
        try:
            live = _copy_database(vault, database)
            written = archive.write(part, _members(vault, database, live))
            _assert_photos_are_whole(live, written)
            if archive.digests(part) != written:
                raise NotSaved(translate("Backup", "Not saved. The disk gave back other bytes."))
            files.publish(part, out)
        finally:
            part.unlink(missing_ok=True)
            database.unlink(missing_ok=True)
        return BackupSummary(out, len(live), out.stat().st_size)


def restore(
    backup: Path, folder: Path, *, passphrase: str | None = None, recovery_code: str | None = None
) -> Vault:
    """Unpack a backup beside `folder`, prove it, and only then give it its name.

    Raises `DiaryExists`, `DiaryMissing`, `DiaryDamaged`, `DiaryTooNew`, `WrongPassphrase`,
    `WrongRecoveryCode` or `NotSaved`; nothing is left behind then.
    """
    _assert_free(folder)
    if not backup.is_file():
        raise DiaryMissing(
            translate("Backup", "There is no backup file {file}.").format(file=backup)
        )
    ring = key_file.parse(archive.read(backup, archive.KEYS))
    vault_key = ring.vault_key(passphrase=passphrase, recovery_code=recovery_code)
    building = folder.with_name(f"{folder.name}.new")
    try:
        with files.disk_errors():
            _unpack(backup, building, ring)
        _prove(building, vault_key)
        with files.disk_errors():
            _assert_free(folder)
            files.publish(building, folder)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    return Vault.open_with_key(folder, vault_key)


def _copy_database(vault: Vault, path: Path) -> list[Photo]:
    """Copy the database without the trash; returns the photos in the copy."""
    with vault.database_copy(path) as copy:
        for photo in photos.deleted(copy):
            photos.erase(copy, photo.id)
        return photos.all_live(copy)


def _members(vault: Vault, database: Path, live: list[Photo]) -> dict[str, Path]:
    members = {
        archive.README: resources.path(README),
        archive.KEYS: key_file.whole_copy(vault.folder),
        archive.DATABASE: database,
    }
    for photo in live:
        path = vault.objects.path(photo.object_name)
        if not path.is_file():
            raise _hurt(photo)
        members[archive.object_member(photo.object_name)] = path
    return members


def _assert_photos_are_whole(live: list[Photo], written: dict[str, str]) -> None:
    for photo in live:
        if written[archive.object_member(photo.object_name)] != photo.object_name:
            raise _hurt(photo)


def _hurt(photo: Photo) -> DiaryDamaged:
    return DiaryDamaged(
        translate(
            "Backup",
            "The photo {name} of {day} is damaged or missing, so no backup was written. Delete "
            "the photo or add its file again, then back up once more.",
        ).format(name=photo.file_name, day=photo.taken.on.isoformat())
    )


def _unpack(backup: Path, building: Path, ring: KeyRing) -> None:
    shutil.rmtree(building, ignore_errors=True)
    building.parent.mkdir(parents=True, exist_ok=True)
    make_layout(building)
    archive.unpack(backup, building)
    key_file.write(building, ring, building / "tmp")
    files.sync_folder(building)


def _prove(folder: Path, vault_key: bytes) -> None:
    """Open what was unpacked; every photo that the database knows must be there."""
    vault = Vault.open_with_key(folder, vault_key)
    try:
        there = vault.objects.names()
        for photo in photos.all_live(vault.connection):
            if photo.object_name not in there:
                raise archive.damaged(photo.file_name)
    finally:
        vault.close()


def _assert_free(folder: Path) -> None:
    if folder.exists():
        raise DiaryExists(
            translate(
                "Backup", "{folder} already exists. A backup is restored into a new folder."
            ).format(folder=folder)
        )
