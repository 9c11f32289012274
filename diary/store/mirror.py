"""A second copy of the diary in another folder: a disk, or one that a cloud service copies.

Nothing in a mirror is changed in place, and its parts come in an order in which every state
between is a whole older one: photos, database, key file, words, and last `LATEST`.
"""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from diary import resources
from diary.domain.photo import Photo
from diary.errors import DiaryDamaged, DiaryExists, DiaryMissing, NotSaved
from diary.store import files, key_file, objects, photos, snapshots
from diary.store.backup import BackupSummary, hurt
from diary.store.long_work import OnDiary, Watch, at_once, unwatched
from diary.store.vault import Vault
from diary.words import translate

SUFFIX = ".skindiary-mirror"
LATEST = "LATEST"
README, README_SOURCE = "README.txt", "mirror-readme.txt"

_TRIES = 3
"""Photos may be added or deleted meanwhile; a pass over the few new ones takes milliseconds."""


def folder_in(target: Path, vault_folder: Path) -> Path:
    """Where the mirror of a vault lies in the folder the patient chose."""
    return target if target.suffix == SUFFIX else target / f"{vault_folder.stem}{SUFFIX}"


def find(folder: Path) -> list[Path]:
    """The mirrors that `folder` is or holds."""
    if is_mirror(folder):
        return [folder]
    return sorted(path for path in folder.glob(f"*{SUFFIX}") if is_mirror(path))


def is_mirror(folder: Path) -> bool:
    return folder.suffix == SUFFIX or (folder / LATEST).is_file()


def mirror(
    vault: Vault,
    target: Path,
    now: datetime,
    *,
    thorough: bool = False,
    watch: Watch = unwatched,
    on_diary: OnDiary = at_once,
) -> BackupSummary:
    """Copy what the mirror in `target` lacks, and read back what was copied.

    `thorough` also reads the photos that are there already, and replaces what is hurt. Raises
    `DiaryMissing` if `target` is not there, `DiaryExists` if the mirror there is another diary's,
    `DiaryDamaged` naming a photo that is hurt here, `NotSaved`, and `Stopped` from `watch`.
    """
    folder = folder_in(target, vault.folder)
    with files.disk_errors():
        _assert_usable(vault, target, folder)
        copying = _Copying(vault, folder, watch, thorough=thorough)
        copying.make_folders()
        copying.copy(on_diary(lambda: photos.all_live(vault.connection)), tolerant=True)
        for _ in range(_TRIES):
            part, live = on_diary(lambda: _copy_database(vault, folder, now))
            try:
                if copying.copy(live, tolerant=False):
                    copying.sync_folders()
                    _publish(vault, folder, part, len(live))
                    return BackupSummary(folder, len(live), _size(folder, live), copying.copied)
            finally:
                snapshots.remove(part)
        raise copying.hurt(live)


class _Copying:
    def __init__(self, vault: Vault, folder: Path, watch: Watch, *, thorough: bool) -> None:
        self._vault = vault
        self._folder = folder
        self._watch = watch
        self._thorough = thorough
        self._proven: set[str] = set()
        self._touched: set[Path] = set()
        self.copied = 0

    def make_folders(self) -> None:
        for folder in (self._folder, self._folder / "objects", self._folder / snapshots.FOLDER):
            files.make_folder(folder)

    def copy(self, live: list[Photo], *, tolerant: bool) -> bool:
        """Copy what is lacking; whether all of it is there now.

        A `tolerant` pass leaves out photos that are being deleted meanwhile.
        """
        lacking = [photo for photo in live if not self._is_there(photo)]
        room = sum(self._vault.objects.size(photo.object_name) for photo in lacking)
        files.assert_room(self._folder, room)
        done = len(live) - len(lacking)
        whole = True
        for photo in lacking:
            self._watch(done, len(live))
            done += 1
            whole &= self._copy_one(photo)
        self._watch(done, len(live))
        return whole or tolerant

    def sync_folders(self) -> None:
        for folder in (*self._touched, self._folder / "objects"):
            files.sync_folder(folder)

    def hurt(self, live: Iterable[Photo]) -> DiaryDamaged:
        return hurt(next(photo for photo in live if not self._is_there(photo)))

    def _is_there(self, photo: Photo) -> bool:
        name = photo.object_name
        if name in self._proven:
            return True
        there = _path(self._folder, name)
        try:
            size = there.stat().st_size
        except OSError:
            return False
        if self._thorough:
            whole = _digest(there) == name
        else:
            whole = size == (self._vault.objects.size(name) or size) > 0
        if whole:
            self._proven.add(name)
        return whole

    def _copy_one(self, photo: Photo) -> bool:
        name = photo.object_name
        try:
            sealed = self._vault.objects.sealed(name)
        except DiaryDamaged:
            return False
        final = _path(self._folder, name)
        files.make_folder(final.parent)
        part = final.with_name(f"{name}.part")
        try:
            files.write_new(part, sealed)
            files.forget_cached(part)
            if _digest(part) != name:
                raise NotSaved(
                    translate(
                        "Mirror", "Not backed up. The disk of the backup gave back other bytes."
                    )
                )
            objects.date_alike(part)
            files.rename(part, final)
        finally:
            part.unlink(missing_ok=True)
        self._touched.add(final.parent)
        self._proven.add(name)
        self.copied += 1
        return True


def _assert_usable(vault: Vault, target: Path, folder: Path) -> None:
    home = target.parent if target == folder else target
    if not home.is_dir():
        raise DiaryMissing(
            translate(
                "Mirror",
                "The backup folder {folder} is not there. Connect its disk or choose another "
                "folder.",
            ).format(folder=home)
        )
    vault.assert_outside(folder)
    with suppress(DiaryDamaged, DiaryMissing):
        if key_file.read(folder).vault_id != key_file.read(vault.folder).vault_id:
            raise DiaryExists(
                translate(
                    "Mirror",
                    "{folder} is the backup of another diary. Choose another folder; nothing was "
                    "changed.",
                ).format(folder=folder)
            )


def _copy_database(vault: Vault, folder: Path, now: datetime) -> tuple[Path, list[Photo]]:
    """A proven copy without the trash, and the photos in it."""
    part = (
        snapshots.workplace(vault, folder) / f"mirror-{snapshots.following(folder, now).path.name}"
    )
    return part, snapshots.seal_live(vault, part)


def _publish(vault: Vault, folder: Path, sealed: Path, count: int) -> None:
    """Copy the database, then everything that tells of it."""
    name = sealed.name.removeprefix("mirror-")
    content = sealed.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    final = folder / snapshots.FOLDER / name
    _write_proven(final, content)
    ring = key_file.whole_copy(vault.folder).read_bytes()
    for copy in (key_file.SECOND, key_file.NAME):
        _write_proven(folder / copy, ring)
    _write_proven(folder / README, resources.path(README_SOURCE).read_bytes())
    latest = f"{name}\nsha256 {digest}\nphotos {count}\n"
    _write_proven(folder / LATEST, latest.encode())


def _write_proven(final: Path, content: bytes) -> None:
    """Write beside `final`, read back, then give it its name in one step; the same bytes stay."""
    with suppress(OSError):
        if final.read_bytes() == content:
            return
    part = final.with_name(f"{final.name}.part")
    try:
        files.write_new(part, content)
        files.forget_cached(part)
        if part.read_bytes() != content:
            raise NotSaved(
                translate("Mirror", "Not backed up. The disk of the backup gave back other bytes.")
            )
        files.publish(part, final)
    finally:
        part.unlink(missing_ok=True)


def _path(folder: Path, name: str) -> Path:
    return folder / "objects" / name[:2] / f"{name}{objects.SUFFIX}"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _size(folder: Path, live: Iterable[Photo]) -> int:
    newest = snapshots.listed(folder)[-1].path.stat().st_size
    return newest + sum(_path(folder, photo.object_name).stat().st_size for photo in live)
