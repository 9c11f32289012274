"""A new diary from a backup: built beside its place, proven, and only then given its name."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from diary import resources
from diary.domain.photo import Photo
from diary.errors import (
    BackupIncomplete,
    DiaryDamaged,
    DiaryError,
    DiaryExists,
    NotEncrypted,
)
from diary.store import files, key_file, photos, sources
from diary.store.keys import KeyRing
from diary.store.long_work import Watch, unwatched
from diary.store.sources import Source
from diary.store.vault import DATABASE, README, Vault, beside, make_layout
from diary.words import translate

_NAMED = 3
"""Photos named in a sentence; the others are counted."""


@dataclass(frozen=True, slots=True)
class Restored:
    """An open vault, what is `missing` in it, and what is to be `said` of an older state."""

    vault: Vault
    missing: tuple[Photo, ...]
    said: str


def restore(
    backup: Path,
    folder: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    partial: bool = False,
    watch: Watch = unwatched,
) -> Restored:
    """Make the newest whole state in a backup a diary in `folder`, which is not there yet.

    `partial` takes the newest state that opens, without the photos that are missing in it. Raises
    `DiaryExists`, `DiaryMissing`, `BackupIncomplete`, `DiaryDamaged`, `DiaryTooNew`,
    `WrongPassphrase`, `WrongRecoveryCode`, `NotSaved`, or `Stopped` from `watch`; nothing is left
    behind then.
    """
    _assert_free(folder)
    building = beside(folder)
    with sources.opened(backup) as source:
        ring = source.key_ring()
        vault_key = ring.vault_key(passphrase=passphrase, recovery_code=recovery_code)
        try:
            with files.disk_errors():
                _lay_out(building, ring, source.size())
                work = _Restoring(source, building, vault_key, watch)
                missing, said = work.build(partial=partial)
                _assert_free(folder)
                files.publish(building, folder)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
    return Restored(Vault.open_with_key(folder, vault_key), missing, said)


class _Restoring:
    def __init__(self, source: Source, building: Path, vault_key: bytes, watch: Watch) -> None:
        self._source = source
        self._building = building
        self._vault_key = vault_key
        self._watch = watch
        self._hurt: set[str] = set()
        self._salvaged: int | None = None

    def build(self, *, partial: bool) -> tuple[tuple[Photo, ...], str]:
        """Put the chosen database and its photos into the folder, and check that they fit."""
        while True:
            live, missing, said = self._choose(partial=partial)
            if self._copy([photo for photo in live if photo not in missing]):
                break  # else a photo turned out to be hurt: choose again, knowing that
        self._prove(live, missing)
        return missing, said

    def _choose(self, *, partial: bool) -> tuple[list[Photo], tuple[Photo, ...], str]:
        """The newest database whose photos are all there; with `partial` the newest that opens."""
        problems: list[DiaryError] = []
        for name in self._source.databases():
            try:
                live = self._open(name)
            except (DiaryDamaged, NotEncrypted) as error:
                problems.append(error)
                continue
            missing = tuple(photo for photo in live if not self._has(photo))
            if not missing or partial:
                return live, missing, self._said(len(problems))
            problems.append(_incomplete(missing, len(live)))
        if not problems:
            raise BackupIncomplete(
                translate(
                    "Backup",
                    "The copy of the answers has not arrived in this backup yet. Wait until all "
                    "files are there and try again.",
                )
            )
        raise problems[0]

    def _said(self, skipped: int) -> str:
        return _older(skipped) if self._salvaged is None else _mended(self._salvaged)

    def _open(self, name: str) -> list[Photo]:
        files.write_new(self._building / DATABASE, self._source.database(name))
        vault = Vault.open_with_key(self._building, self._vault_key)
        try:
            vault.prove_copy(self._building / DATABASE)
            self._salvage(vault)
            with vault.transaction() as connection:
                for photo in photos.deleted(connection):
                    photos.erase(connection, photo.id)
            return photos.all_live(vault.connection)
        finally:
            vault.close()

    def _salvage(self, vault: Vault) -> None:
        """Add what can still be read of a hurt database to the last whole copy of it."""
        newer = self._source.newer()
        self._salvaged = vault.take_over_from(newer) if newer is not None else None
        if self._salvaged is not None:
            vault.prove_copy(self._building / DATABASE)

    def _has(self, photo: Photo) -> bool:
        return photo.object_name not in self._hurt and self._source.holds(photo.object_name)

    def _copy(self, wanted: list[Photo]) -> bool:
        whole = True
        folder = self._building / "objects"
        for done, photo in enumerate(wanted):
            self._watch(done, len(wanted))
            name = photo.object_name
            path = folder / name[:2] / f"{name}.age"
            if path.is_file():
                continue
            try:
                sealed = self._source.sealed(name)
            except DiaryDamaged:
                self._hurt.add(name)
                whole = False
                continue
            files.make_folder(path.parent)
            files.write_new(path, sealed)
        self._watch(len(wanted), len(wanted))
        return whole

    def _prove(self, live: list[Photo], missing: tuple[Photo, ...]) -> None:
        """Everything is on the disk, every photo opens to its name, and nothing else is there."""
        wanted = {photo.object_name for photo in live if photo not in missing}
        vault = Vault.open_with_key(self._building, self._vault_key)
        try:
            for name in vault.objects.names() - wanted:
                vault.objects.erase(name)
            for name in wanted:
                files.forget_cached(vault.objects.path(name))
                vault.objects.sealed(name)
        finally:
            vault.close()
        for folder in (self._building / "objects").iterdir():
            files.sync_folder(folder)
        for folder in (self._building / "objects", self._building):
            files.sync_folder(folder)


def _lay_out(building: Path, ring: KeyRing, size: int) -> None:
    shutil.rmtree(building, ignore_errors=True)
    building.parent.mkdir(parents=True, exist_ok=True)
    files.assert_room(building.parent, size)
    make_layout(building)
    files.write_new(building / "README.txt", resources.path(README).read_bytes())
    key_file.write(building, ring, building / "tmp")


def _older(skipped: int) -> str:
    """What is said where newer states in the backup could not be used."""
    if not skipped:
        return ""
    return translate(
        "Backup",
        "A newer state in this backup is not whole yet, so an earlier one was restored. When all "
        "files have arrived, restore once more into another folder.",
    )


def _mended(days: int) -> str:
    return translate(
        "Backup",
        "A part of the diary’s file was damaged. This is its last copy with all that could still "
        "be read since: {days} days are newer. Look through your last days, for what stood on the "
        "damaged part is missing.",
    ).format(days=days)


def _incomplete(missing: tuple[Photo, ...], count: int) -> BackupIncomplete:
    names = [
        translate("Backup", "{name} of {day}").format(
            name=photo.file_name, day=photo.taken.on.isoformat()
        )
        for photo in missing[:_NAMED]
    ]
    if len(missing) > _NAMED:
        names.append(translate("Backup", "%n more", len(missing) - _NAMED))
    return BackupIncomplete(
        translate(
            "Backup",
            "{missing} of {count} photos are damaged or missing in this backup: {names}. Nothing "
            "was restored. Wait until all files have arrived and try again, or restore without "
            "these photos.",
        ).format(missing=len(missing), count=count, names=", ".join(names))
    )


def _assert_free(folder: Path) -> None:
    if folder.exists():
        raise DiaryExists(
            translate(
                "Backup", "{folder} already exists. A backup is restored into a new folder."
            ).format(folder=folder)
        )
