"""Folders that a program copies to other computers: told by their marks and by who set them up.

Only names and the services' own settings are read, and nothing is written.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path

from diary.store import sync_settings

_MARKS = {
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".stignore": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".sync_*.db": "Nextcloud",
    "._sync_*.db": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
}
"""What lies in the top folder of each; ownCloud before 2.5 left no log and counts as Nextcloud."""

_DROPBOX_MARK = ".dropbox"
"""A file in a Dropbox folder; the folder of this name in the home folder is Dropbox's own."""


def service_of(
    folder: Path, *, home: Path | None = None, environ: Mapping[str, str] = os.environ
) -> str | None:
    """The name of the service that copies `folder`, which need not be there yet."""
    place = folder.absolute()
    with suppress(OSError):  # a link that leads in a circle
        place = place.resolve()
    for service, root in sync_settings.roots(home or Path.home(), environ):
        with suppress(OSError):
            if place.is_relative_to(root.resolve()):
                return service
    marks = (_mark_in(one) for one in (place, *place.parents))
    return next((service for service in marks if service), None)


def _mark_in(folder: Path) -> str | None:
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return None
    for mark, service in _MARKS.items():
        if any(fnmatch(name, mark) for name in names):
            return service
    return "Dropbox" if (folder / _DROPBOX_MARK).is_file() else None
