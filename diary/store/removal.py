"""A whole diary removed: first its name, then its keys, then the rest.

Whatever stops it on the way, nothing that opens is left under the diary's name, and without its
keys nobody can read what is left under the other.
"""

import shutil
from pathlib import Path

from diary.errors import NotSaved
from diary.store import files
from diary.words import reason, translate

SUFFIX = ".being-deleted"

_KEYS = "keys*"
"""The key file, its second copy, and copies of it that a sync program made."""


def remove(folder: Path) -> None:
    """Remove a diary that is closed.

    Raises `NotSaved`: nothing was removed, or the sentence says what is left to remove by hand.
    """
    folder = folder.resolve()  # the folder itself, not a link to it
    finish(folder)
    with files.disk_errors():
        files.publish(folder, _doomed(folder))
    finish(folder)


def finish(folder: Path) -> None:
    """Remove what is left of a diary in `folder` whose removal was cut short, if anything."""
    doomed = _doomed(folder.resolve())
    if not doomed.is_dir():
        return
    try:
        for keys in doomed.glob(_KEYS):
            if keys.is_file() and not keys.is_symlink():  # what a link leads to is not ours
                _scrub(keys)
        files.sync_folder(doomed)
        shutil.rmtree(doomed)
        files.sync_folder(doomed.parent)
    except OSError as error:
        raise NotSaved(
            translate(
                "Removal",
                "The diary is deleted, but files of it could not be removed: {reason}. Delete the "
                "folder {folder} yourself.",
            ).format(reason=reason(error), folder=doomed)
        ) from error


def _scrub(keys: Path) -> None:
    """Write over a key file before its name goes, so that undeleting it gives nothing back.

    A flash disk may keep the old bytes all the same.
    """
    with keys.open("r+b") as file:
        file.write(bytes(keys.stat().st_size))
        file.flush()
        files.sync_file(file.fileno())
    keys.unlink()


def _doomed(folder: Path) -> Path:
    return folder.with_name(folder.name + SUFFIX)
