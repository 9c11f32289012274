"""Look a vault over for damage; nothing is ever repaired by deleting."""

import hashlib
from dataclasses import dataclass

from diary.domain.photo import Photo
from diary.errors import DiaryDamaged
from diary.store import database, photos
from diary.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Findings:
    """`missing` and `damaged` photos, and names of `unfiled` objects that no photo refers to."""

    photos: int
    missing: tuple[Photo, ...]
    damaged: tuple[Photo, ...]
    unfiled: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        return not (self.missing or self.damaged)


def check(vault: Vault, *, deep: bool = False) -> Findings:
    """Check the database and that each photo's file is there unchanged; `deep` also opens each.

    Raises `DiaryDamaged` if the database itself is hurt.
    """
    database.check_integrity(vault.connection)
    live = photos.all_live(vault.connection)
    missing = tuple(one for one in live if not vault.objects.path(one.object_name).is_file())
    damaged = tuple(
        one for one in live if one not in missing and not (_is_unchanged(vault, one, deep=deep))
    )
    filed = {one.object_name for one in live}
    unfiled = tuple(sorted(vault.objects.names() - filed))
    return Findings(len(live), missing, damaged, unfiled)


def _is_unchanged(vault: Vault, photo: Photo, *, deep: bool) -> bool:
    sealed = vault.objects.path(photo.object_name).read_bytes()
    if hashlib.sha256(sealed).hexdigest() != photo.object_name:
        return False
    return not deep or _opens(vault, photo)


def _opens(vault: Vault, photo: Photo) -> bool:
    try:
        original = vault.objects.get(photo.object_name)
    except DiaryDamaged:
        return False
    return hashlib.sha256(original).hexdigest() == photo.digest
