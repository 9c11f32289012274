"""Writes that survive a power cut, and disk errors told in a sentence."""

import errno
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from diary.errors import DiaryError, DiskFull, NotSaved
from diary.words import reason, translate

MEGABYTE = 1_000_000

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700

NOT_WRITABLE = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
"""What a disk or folder that may only be read answers to a write."""

_TRIES, _PAUSE = 10, 0.1
"""Virus scanners and sync clients hold a file on Windows for well under a second."""


@contextmanager
def disk_errors() -> Iterator[None]:
    """Turn the system's refusals into `NotSaved`."""
    try:
        yield
    except OSError as error:
        raise not_saved(error) from error


def not_saved(error: OSError) -> DiaryError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull(translate("Files", "Not saved. The disk is full."))
    if error.errno in NOT_WRITABLE:
        return NotSaved(
            translate("Files", "Not saved. {reason}").format(reason=cannot_be_written())
        )
    if error.errno == errno.EISDIR:
        return NotSaved(
            translate("Files", "Not saved. There is a folder of that name. Choose another name.")
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return NotSaved(translate("Files", "Not saved. The folder for it is not there."))
    return NotSaved(
        translate("Files", "Not saved. The disk reported an error: {reason}.").format(
            reason=reason(error)
        )
    )


def cannot_be_written() -> str:
    return translate("Files", "This folder cannot be written to.")


def write_new(path: Path, data: bytes) -> None:
    """Write a private file and wait until it is on the disk; half a file is not left behind.

    A link that has its name already is replaced: what it leads to is not ours.
    """
    if path.is_symlink():
        path.unlink()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, PRIVATE_FILE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            sync_file(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise


def publish(part: Path, final: Path) -> None:
    """Give a finished file its name; after this it is there even if the power goes."""
    rename(part, final)
    sync_folder(final.parent)


def rename(part: Path, final: Path) -> None:
    """Give a finished file its name, which survives a power cut once its folder is synced."""
    for attempt in range(_TRIES):
        try:
            part.replace(final)
            break
        except PermissionError:
            if os.name != "nt" or attempt == _TRIES - 1:
                raise
            time.sleep(_PAUSE)


def write_atomically(final: Path, data: bytes, tmp: Path) -> None:
    """Replace `final` as a whole; `tmp` is a folder on the same disk."""
    part = tmp / f"{final.name}.part"
    write_new(part, data)
    publish(part, final)


def make_folder(path: Path) -> None:
    """Make a private folder, known to the disk, if it is not there yet."""
    if not path.is_dir():
        path.mkdir(mode=PRIVATE_FOLDER)
        sync_folder(path.parent)


def sync_file(descriptor: int) -> None:
    """Wait until a file is on the disk itself, not in the drive's cache."""
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError:  # network and FAT volumes know only fsync
            os.fsync(descriptor)
    else:
        os.fsync(descriptor)


def sync_path(path: Path) -> None:
    """Wait until a finished file is on the disk, and let it be read back from there."""
    descriptor = os.open(path, os.O_RDWR | BINARY)
    try:
        sync_file(descriptor)
    finally:
        os.close(descriptor)
    forget_cached(path)


def forget_cached(path: Path) -> None:
    """Ask the system to read a file from the disk the next time, where it can be asked."""
    if sys.platform == "linux":
        descriptor = os.open(path, os.O_RDONLY)
        try:
            forget_cached_file(descriptor)
        finally:
            os.close(descriptor)


def forget_cached_file(descriptor: int) -> None:
    """The same for a file that is open."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def assert_room(folder: Path, size: int) -> None:
    """Raises `DiskFull` if the disk of `folder` has no room for `size` bytes."""
    free = shutil.disk_usage(folder).free
    if free < size:
        raise DiskFull(
            translate(
                "Files", "Not saved. The disk has {free} MB free; {needed} MB are needed."
            ).format(free=free // MEGABYTE, needed=size // MEGABYTE + 1)
        )


def sync_folder(folder: Path) -> None:
    """Make new and changed names in a folder survive a power cut.

    Windows does so by itself, and some network disks do not know how to be asked.
    """
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


BINARY = getattr(os, "OBINARY", 0)
