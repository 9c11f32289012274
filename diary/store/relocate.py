"""A closed diary copied as it is to another place, read back there, and left where it was."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from diary.errors import DiaryExists, NotSaved
from diary.store import files, key_file, lock
from diary.store.long_work import Watch, unwatched
from diary.store.vault import DATABASE, beside, make_layout, read_ring
from diary.words import translate

_TOP = ("README.txt", key_file.NAME, key_file.SECOND, DATABASE, f"{DATABASE}-journal")
_SHELVES = ("objects/*/*.age", "trash/*.age", "snapshots/*.db")
"""What a diary is; caches, left-over parts and copies of a sync program stay behind."""


def copy_whole(folder: Path, target: Path, *, watch: Watch = unwatched) -> None:
    """Copy the diary in `folder` to `target`, which is not there yet. Needs no key.

    Raises `DiaryMissing`, `DiaryInUse`, `DiaryExists`, `NotSaved`, or `Stopped` from `watch`;
    nothing is left at `target` then.
    """
    read_ring(folder)
    if target.exists():
        raise DiaryExists(
            translate("Relocate", "{folder} already exists. Choose another place.").format(
                folder=target
            )
        )
    building = beside(target)
    with files.disk_errors():
        held = lock.acquire(folder)
    try:
        with files.disk_errors():
            _build(folder, building, watch)
            files.publish(building, target)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    finally:
        held.release()


def _build(folder: Path, building: Path, watch: Watch) -> None:
    sources = list(_parts(folder))
    shutil.rmtree(building, ignore_errors=True)
    building.parent.mkdir(parents=True, exist_ok=True)
    files.assert_room(building.parent, sum(path.stat().st_size for path in sources))
    make_layout(building)
    for done, source in enumerate(sources):
        watch(done, len(sources))
        _copy(source, building / source.relative_to(folder))
    for path in sorted(building.rglob("*")):
        if path.is_dir():
            files.sync_folder(path)
    files.sync_folder(building)
    watch(len(sources), len(sources))


def _parts(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in _TOP if (folder / name).is_file())
    for pattern in _SHELVES:
        yield from sorted(path for path in folder.glob(pattern) if path.is_file())


def _copy(source: Path, made: Path) -> None:
    """Write the same bytes and read them back from the disk."""
    content = source.read_bytes()
    files.make_folder(made.parent)
    files.write_new(made, content)
    shutil.copystat(source, made)
    made.chmod(files.PRIVATE_FILE)
    files.forget_cached(made)
    if made.read_bytes() != content:
        raise NotSaved(translate("Relocate", "Not saved. The disk gave back other bytes."))
