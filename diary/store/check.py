"""Look a vault over for damage; nothing is ever repaired by deleting."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from diary.domain.photo import Photo
from diary.errors import DiaryDamaged, NotEncrypted
from diary.store import database, key_file, objects, photos, snapshots
from diary.store.long_work import OnDiary, Watch, at_once, unwatched
from diary.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Findings:
    """`missing` and `damaged` photos, and names of `unfiled` objects that no photo refers to.

    `key_files` names the hurt copies of the key file; one whole copy still opens the diary. `spare`
    names hurt files that nothing shown depends on: earlier states and photos in the trash.
    """

    photos: int
    missing: tuple[Photo, ...]
    damaged: tuple[Photo, ...]
    unfiled: tuple[str, ...]
    key_files: tuple[str, ...]
    spare: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        return not (self.missing or self.damaged or self.key_files)


def check(
    vault: Vault,
    *,
    quick: bool = False,
    deep: bool = False,
    watch: Watch = unwatched,
    on_diary: OnDiary = at_once,
) -> Findings:
    """Check the database and that each photo's file is there unchanged.

    `quick` looks only whether it is there with its size; `deep` also opens each. Raises
    `DiaryDamaged` if the database itself is hurt, and `Stopped` from `watch`.
    """
    live, deleted = on_diary(lambda: _listed(vault))
    on_disk = vault.objects.names()
    there = [one for one in live if one.object_name in on_disk]
    damaged = []
    for done, one in enumerate(there):
        watch(done, len(there))
        if not _is_unchanged(vault, one, quick=quick, deep=deep):
            damaged.append(one)
    watch(len(there), len(there))
    filed = {one.object_name for one in (*live, *deleted)}
    return Findings(
        photos=len(live),
        missing=tuple(one for one in live if one.object_name not in on_disk),
        damaged=tuple(damaged),
        unfiled=tuple(sorted(on_disk - filed)),
        key_files=key_file.hurt_copies(vault.folder),
        spare=() if quick else (*_hurt_snapshots(vault), *_hurt_in_trash(vault, deleted)),
    )


def _hurt_snapshots(vault: Vault) -> Iterator[str]:
    for one in snapshots.listed(vault.folder):
        try:
            vault.prove_copy(one.path)
        except (DiaryDamaged, NotEncrypted, OSError):
            yield one.path.name


def _hurt_in_trash(vault: Vault, deleted: list[Photo]) -> Iterator[str]:
    for photo in deleted:
        try:
            vault.objects.sealed(photo.object_name)
        except DiaryDamaged:
            yield f"{photo.object_name}{objects.SUFFIX}"


def is_there(vault: Vault, photo: Photo) -> bool:
    """Whether a photo's file is there with its size."""
    return vault.objects.size(photo.object_name) >= objects.least_sealed_size(photo.size)


def _listed(vault: Vault) -> tuple[list[Photo], list[Photo]]:
    database.check_thoroughly(vault.connection)
    return photos.all_live(vault.connection), photos.deleted(vault.connection)


def _is_unchanged(vault: Vault, photo: Photo, *, quick: bool, deep: bool) -> bool:
    if quick:
        return is_there(vault, photo)
    if not deep:
        return vault.objects.is_unchanged(photo.object_name)
    try:
        original = vault.objects.get(photo.object_name)
    except DiaryDamaged:
        return False
    return hashlib.sha256(original).hexdigest() == photo.digest
