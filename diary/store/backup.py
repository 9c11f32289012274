"""The whole diary in one file, proven by reading it back before it gets its name."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from diary import resources
from diary.domain.photo import Photo
from diary.errors import DiaryDamaged, NotSaved
from diary.store import archive, files, key_file, outside, snapshots
from diary.store.archive import Find
from diary.store.long_work import OnDiary, Watch, at_once, unwatched
from diary.store.vault import DATABASE, README, Vault
from diary.words import translate


@dataclass(frozen=True, slots=True)
class BackupSummary:
    """What a proven backup holds; `size` in bytes, `copied` the photos written this time."""

    path: Path
    photos: int
    size: int
    copied: int


def back_up(
    vault: Vault,
    out: Path,
    *,
    replace: bool = True,
    watch: Watch = unwatched,
    on_diary: OnDiary = at_once,
) -> BackupSummary:
    """Write the diary into `out` and read every part back before it gets its name.

    Photos in the trash stay out. Raises `NotSaved`, `NameTaken` for a file that is there and not
    to be replaced, `DiaryDamaged` if a photo's file is missing or hurt, `InvalidInput` for a place
    in the diary's own folder, and `Stopped` from `watch`; what stood at `out` before is kept then.
    """
    vault.assert_outside(out)
    database = snapshots.workplace(vault, out.parent) / f"{out.name}.{DATABASE}"
    with files.disk_errors():
        outside.assert_free(out, replace=replace)
        try:
            live = on_diary(lambda: snapshots.seal_live(vault, database))
            members = _members(vault, database, live)
            files.assert_room(out.parent, sum(find().stat().st_size for find in members.values()))
            outside.write(out, partial(_fill, out.name, members, live, watch), replace=replace)
        finally:
            snapshots.remove(database)
        return BackupSummary(out, len(live), out.stat().st_size, len(live))


def _fill(
    name: str, members: dict[str, Find], live: list[Photo], watch: Watch, file: BinaryIO
) -> None:
    steps = 2 * len(members)  # each part is written, then read back
    written = archive.write(file, members, lambda done: watch(done, steps))
    _assert_photos_are_whole(live, written)
    if archive.digests(file, name, lambda done: watch(len(members) + done, steps)) != written:
        raise NotSaved(translate("Backup", "Not saved. The disk gave back other bytes."))


def hurt(photo: Photo) -> DiaryDamaged:
    """The sentence for a photo whose file is hurt in the diary, so that no backup is whole."""
    return DiaryDamaged(
        translate(
            "Backup",
            "The photo {name} of {day} is damaged or missing, so no backup was written. Delete "
            "the photo or add its file again, then back up once more.",
        ).format(name=photo.file_name, day=photo.taken.on.isoformat())
    )


def _members(vault: Vault, database: Path, live: list[Photo]) -> dict[str, Find]:
    members: dict[str, Find] = {
        archive.README: lambda: resources.path(README),
        archive.KEYS: lambda: key_file.whole_copy(vault.folder),
        archive.DATABASE: lambda: database,
    }
    for photo in live:
        members[archive.object_member(photo.object_name)] = partial(_file_of, vault, photo)
    return members


def _file_of(vault: Vault, photo: Photo) -> Path:
    path = vault.objects.find(photo.object_name)
    if path is None:
        raise hurt(photo)
    return path


def _assert_photos_are_whole(live: list[Photo], written: dict[str, str]) -> None:
    for photo in live:
        if written[archive.object_member(photo.object_name)] != photo.object_name:
            raise hurt(photo)
