"""Files that the patient asked for, beside their own: whole or not at all."""

import errno
import os
from pathlib import Path

from diary.errors import NameTaken, NotSaved
from diary.store import nameless
from diary.store.nameless import Fill
from diary.words import translate


def write(target: Path, fill: Fill, *, replace: bool) -> None:
    """Write a private file on any thread; `fill` is given it to write.

    Raises `NameTaken` for a file that is there and not to be replaced, `NotSaved` for something
    else that has its name, `OSError`, and what `fill` raises; nothing is left then, and what was
    there is kept.
    """
    assert_free(target, replace=replace)
    try:
        nameless.write(target, fill, replace=replace)
    except FileExistsError as error:
        raise _taken(target) from error


def assert_free(target: Path, *, replace: bool) -> None:
    """Raises `NameTaken`, `NotSaved` or `OSError` as `write` does."""
    if not replace and os.path.lexists(target):
        raise _taken(target)
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if target.exists() and not target.is_file():
        words = translate("Outside", "Not saved. {name} is no file. Choose another name.")
        raise NotSaved(words.format(name=target.name))


def _taken(target: Path) -> NameTaken:
    words = translate("Outside", "Not saved. {name} is there already and was left as it is.")
    return NameTaken(words.format(name=target.name))
