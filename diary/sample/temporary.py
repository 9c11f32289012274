"""A private place for a sample that is gone when the program ends, or else at its next start."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from diary.errors import DiaryInUse
from diary.store import lock

PREFIX = "skin-diary-sample-"
DIARY = "Sample.skindiary"


@contextmanager
def temporary_diary() -> Iterator[Path]:
    """Where a sample diary may be written; it is removed on leaving, at the latest at exit.

    Close the diary before leaving: Windows keeps files that are open.
    """
    remove_leftovers()
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    held = lock.acquire(folder)
    remove = atexit.register(partial(_remove, folder, held))
    try:
        yield folder / DIARY
    finally:
        atexit.unregister(remove)
        remove()


def remove_leftovers() -> None:
    """Remove what runs that crashed left behind; never a sample that is in use."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(DiaryInUse, OSError):  # OSError: another start was faster
            if _is_ours(folder) and _is_filled(folder):
                _remove(folder, lock.acquire(folder))


def _is_ours(folder: Path) -> bool:
    """Others may put things into a shared temporary folder, even links to our own files."""
    is_mine = os.name == "nt" or folder.lstat().st_uid == os.getuid()
    return is_mine and folder.is_dir() and not folder.is_symlink()


def _is_filled(folder: Path) -> bool:
    """A folder that holds more than its lock was locked before; a fresh one may not be yet."""
    return any(entry.name != lock.NAME for entry in folder.iterdir())


def _remove(folder: Path, held: lock.Hold) -> None:
    held.release()
    shutil.rmtree(folder, ignore_errors=True)
