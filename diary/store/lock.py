"""One writer at a time; the system frees the lock when its owner is gone, however it went.

Where nothing can be written, or the disk keeps no locks, the diary is held for reading only.
"""

import errno
import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from diary.errors import DiaryInUse
from diary.store import files
from diary.words import translate

NAME = ".lock"

OWNER = ".lock.owner"
"""Beside the lock, for Windows lets nobody read a file that is locked."""

_KEEPS_NO_LOCKS = {errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP}
"""What some network disks answer; a lock that is only a file would outlive a crash."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A vault held for this process alone, or, with the sentence `read_only`, only to be read."""

    lock: BaseFileLock | None
    read_only: str = ""

    def release(self) -> None:
        if self.lock is not None:
            self.lock.release()


def acquire(folder: Path, *written: Path) -> Hold:
    """Hold a folder and the files in it that must be `written`.

    Raises `DiaryInUse`, naming who holds it.
    """
    lock = FileLock(
        folder / NAME,
        timeout=0,
        mode=files.PRIVATE_FILE,
        thread_local=False,
        fallback_to_soft=False,
    )
    try:
        lock.acquire()
    except Timeout as error:
        raise _in_use(folder) from error
    except OSError as error:
        if error.errno in _KEEPS_NO_LOCKS:
            return Hold(None, _keeps_no_locks())
        if error.errno in files.NOT_WRITABLE:
            return Hold(None, files.cannot_be_written())
        raise
    return Hold(lock, _sign(folder, written))


def _sign(folder: Path, written: Iterable[Path]) -> str:
    """Write down who holds the folder; returns why nothing can be written there, if so."""
    owner = folder / OWNER
    try:
        for path in written:
            os.close(os.open(path, os.O_RDWR))
        owner.unlink(missing_ok=True)
        owner.touch(mode=files.PRIVATE_FILE)
        owner.write_text(f"{os.getpid()} {platform.node()}\n", "utf-8")
    except OSError as error:  # on a full disk the diary still opens
        return files.cannot_be_written() if error.errno in files.NOT_WRITABLE else ""
    return ""


def _keeps_no_locks() -> str:
    return translate(
        "Lock", "This disk cannot keep a second program from writing at the same time."
    )


def _in_use(folder: Path) -> DiaryInUse:
    sentence = translate(
        "Lock", "This diary is already open in another window or program. Close it there first."
    )
    try:
        process, host = (folder / OWNER).read_text("utf-8").split(maxsplit=1)
    except (OSError, ValueError):
        return DiaryInUse(sentence)
    who = translate("Lock", "It is process {process} on the computer {host}.")
    return DiaryInUse(f"{sentence} {who.format(process=process, host=host.strip())}")
