"""One writer at a time; the system frees the lock when its owner is gone, however it went."""

from pathlib import Path

from filelock import FileLock, Timeout

from diary.errors import DiaryInUse
from diary.words import translate

NAME = ".lock"


def acquire(folder: Path) -> FileLock:
    """Hold the vault for this process. Raises `DiaryInUse`."""
    lock = FileLock(folder / NAME, timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise DiaryInUse(
            translate(
                "Lock",
                "This diary is already open in another window or program. Close it there first.",
            )
        ) from error
    return lock
