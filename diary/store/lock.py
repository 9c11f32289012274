"""One writer at a time; the system frees the lock when its owner is gone, however it went."""

import os
import platform
from contextlib import suppress
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from diary.errors import DiaryInUse
from diary.store import files
from diary.words import translate

NAME = ".lock"

OWNER = ".lock.owner"
"""Beside the lock, for Windows lets nobody read a file that is locked."""


def acquire(folder: Path) -> BaseFileLock:
    """Hold the vault for this process. Raises `DiaryInUse`, naming who holds it."""
    lock = FileLock(folder / NAME, timeout=0, mode=files.PRIVATE_FILE, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise _in_use(folder) from error
    with suppress(OSError):  # on a full disk the diary still opens
        (folder / OWNER).touch(mode=files.PRIVATE_FILE)
        (folder / OWNER).write_text(f"{os.getpid()} {platform.node()}\n", "utf-8")
    return lock


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
