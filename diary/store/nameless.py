"""Files outside the vault that get their name once they are whole.

Until then they have none where the system knows such files (Linux, on most disks): whatever ends
the program leaves nothing. Elsewhere they have a hidden name, and what an ended program left under
one goes when the next file is written beside it.
"""

import errno
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from diary.domain.ids import new_id
from diary.store import files

if sys.platform != "win32":
    import fcntl

Fill = Callable[[BinaryIO], object]
"""Writes the contents; it may read them back, and is called anew where the disk knows one way only.
"""

_HIDDEN = re.compile(r"\.([0-9a-f]{16})([0-9a-f]{16})\.part")

_NO_SUCH_FILES = frozenset({errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL, errno.ENOSYS})
"""What a disk or a kernel answers that knows no files without a name."""

_NO_SUCH_LINKS = frozenset({errno.EOPNOTSUPP, errno.EXDEV, errno.EPERM, errno.ENOENT, errno.ENOSYS})
"""What is answered where such a file cannot be named afterwards; ENOENT is a missing /proc."""


class _HiddenNameNeeded(Exception):
    """This place knows no files without a name."""


def write(target: Path, fill: Fill, *, replace: bool) -> None:
    """Write a private file, wait until it is on the disk, then give it its name.

    Raises `FileExistsError` if there is one already that is not to be replaced, `OSError`, and
    whatever `fill` raises; nothing is left then, and what was there is kept.
    """
    _remove_left_over(target.parent)
    try:
        _write_without_a_name(target, fill, replace=replace)
    except _HiddenNameNeeded:
        _write_under_a_hidden_name(target, fill, replace=replace)


def _write_without_a_name(target: Path, fill: Fill, *, replace: bool) -> None:
    with _open_without_a_name(target.parent) as file:
        _complete(file, fill)
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            _give_name(file, target, folder, replace=replace)
        finally:
            os.close(folder)
    files.sync_folder(target.parent)


def _open_without_a_name(folder: Path) -> BinaryIO:
    if sys.platform != "linux" or not hasattr(os, "O_TMPFILE"):
        raise _HiddenNameNeeded
    try:
        descriptor = os.open(folder, os.O_TMPFILE | os.O_RDWR, files.PRIVATE_FILE)
    except OSError as error:
        if error.errno in _NO_SUCH_FILES:
            raise _HiddenNameNeeded from error
        raise
    return os.fdopen(descriptor, "w+b")


def _give_name(file: BinaryIO, target: Path, folder: int, *, replace: bool) -> None:
    """A name is never taken from another file by a link, so that one takes the place of the other
    by a second name, under which the file is whole.
    """
    try:
        _link(file, target.name, folder)
    except FileExistsError:
        if not replace:
            raise
        hidden = target.with_name(_hidden_name())
        _hold(file)
        _link(file, hidden.name, folder)
        try:
            files.rename(hidden, target)
        except BaseException:
            hidden.unlink(missing_ok=True)
            raise


def _link(file: BinaryIO, name: str, folder: int) -> None:
    try:
        # Without a descriptor of the folder Python would link to what stands in /proc itself.
        os.link(f"/proc/self/fd/{file.fileno()}", name, dst_dir_fd=folder)
    except OSError as error:
        if error.errno in _NO_SUCH_LINKS:
            raise _HiddenNameNeeded from error
        raise


def _write_under_a_hidden_name(target: Path, fill: Fill, *, replace: bool) -> None:
    part = target.with_name(_hidden_name())
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | files.BINARY
    try:
        with os.fdopen(os.open(part, flags, files.PRIVATE_FILE), "w+b") as file:
            _hold(file)
            _complete(file, fill)
            if os.name == "nt":
                file.close()  # an open file cannot be renamed there
            if not replace and os.path.lexists(target):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
            files.publish(part, target)
    finally:
        part.unlink(missing_ok=True)


def _complete(file: BinaryIO, fill: Fill) -> None:
    fill(file)
    file.flush()
    files.sync_file(file.fileno())


def _hidden_name() -> str:
    """A name that no other file has; it says nothing, but that it is of this program."""
    own = new_id()[:16]
    return f".{own}{_mark(own)}.part"


def _mark(own: str) -> str:
    return sha256(f"part {own}".encode()).hexdigest()[:16]


def _remove_left_over(folder: Path) -> None:
    """Remove hidden files of this program that nobody is writing any more."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            named = _HIDDEN.fullmatch(entry.name)
            if named and _mark(named[1]) == named[2] and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    _remove_unless_held(Path(entry.path))


def _hold(file: BinaryIO) -> None:
    """Show others of this program that the file is being written, as far as the disk can."""
    if sys.platform != "win32":
        with suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _remove_unless_held(path: Path) -> None:
    """Raises `OSError` if it is held; Windows removes no open file by itself."""
    if sys.platform == "win32":
        path.unlink()
        return
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink()
