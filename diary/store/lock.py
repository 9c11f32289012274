"""One writer at a time; the system frees the lock when its owner is gone, however it went.

Where nothing can be written, or the disk keeps no locks, the diary is held for reading only.
"""

import errno
import os
import platform
from collections.abc import Iterable
from contextlib import suppress
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
    """A vault held for this process alone, or, with the sentence `read_only`, only to be read.

    `left_open_on` names another computer that signed the folder and did not take that back: it
    has the diary open in its own copy of a synced folder, or crashed.
    """

    folder: Path
    lock: BaseFileLock | None
    read_only: str = ""
    left_open_on: str = ""

    def release(self) -> None:
        if self.lock is None:
            return
        if not self.read_only:
            with suppress(OSError):
                (self.folder / OWNER).unlink()
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
            return Hold(folder, None, _keeps_no_locks())
        if error.errno in files.NOT_WRITABLE:
            return Hold(folder, None, files.cannot_be_written())
        raise
    _process, before = _signed(folder)
    read_only = _sign(folder, written)
    return Hold(folder, lock, read_only, "" if before == platform.node() else before)


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
    process, host = _signed(folder)
    if not host:
        return DiaryInUse(sentence)
    who = translate("Lock", "It is process {process} on the computer {host}.")
    return DiaryInUse(f"{sentence} {who.format(process=process, host=host)}")


def _signed(folder: Path) -> tuple[str, str]:
    """The process and the computer that wrote down that they have the diary open, if any."""
    try:
        process, host = (folder / OWNER).read_text("utf-8").split(maxsplit=1)
    except (OSError, ValueError):
        return "", ""
    return process, host.strip()
