"""The picture files of a folder that others fill: a phone's cable, a cloud, a sync program."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from diary.imaging.formats import recognise
from diary.imaging.intake import MAX_MEGABYTES

_ENDINGS = {
    ".jpg", ".jpeg", ".jfif", ".heic", ".heif", ".hif", ".png", ".webp", ".avif", ".tif", ".tiff"
}  # fmt: skip
"""Files that are being written have others, such as `.tmp`, `.part` and `.crdownload`."""

_DEEPEST = 4
"""Folders below the chosen one: clouds sort by year and month."""

_NOT_OURS = {"$recycle.bin", "@eadir", "lost+found"}
"""Folders that systems put beside pictures; Syncthing's `.stfolder` and the like are hidden."""

_HIDDEN, _SYSTEM, _OFFLINE = 0x2, 0x4, 0x1000
_RECALL_ON_OPEN, _RECALL_ON_READ = 0x40000, 0x400000
_WINDOWS_NOT_HERE = _HIDDEN | _SYSTEM | _OFFLINE | _RECALL_ON_OPEN | _RECALL_ON_READ
"""File attributes; OneDrive and iCloud mark so what only the cloud has. Reading would fetch it."""

_MAC_HIDDEN, _MAC_DATALESS = 0x8000, 0x40000000
"""File flags; iCloud Drive marks so what only the cloud has."""


class NotAPicture(Exception):
    """The file has the name of a picture and is none."""


class Unsettled(Exception):
    """The file changed while it was read: it is still being written."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """As the folder lists it; `name` is its path below the folder, `changed` in nanoseconds."""

    path: Path
    name: str
    size: int
    changed: int

    @property
    def mark(self) -> str:
        """Tells the file from every other without saying its name."""
        told = f"{self.name}\0{self.size}\0{self.changed}"
        return sha256(told.encode(errors="surrogatepass")).hexdigest()[:16]


def list_pictures(folder: Path) -> list[PictureFile]:
    """The pictures that are here, in order of their names; none is opened. Raises `OSError`."""
    return sorted(_below(folder, "", 0), key=lambda one: one.name)


def digest_of(file: PictureFile) -> str:
    """The SHA-256 of a picture. Raises `NotAPicture`, `Unsettled`, `OSError`."""
    with file.path.open("rb") as opened:
        data = opened.read(MAX_MEGABYTES * 1_000_000 + 1)
        after = os.fstat(opened.fileno())
    if (after.st_size, after.st_mtime_ns) != (file.size, file.changed) or len(data) != file.size:
        raise Unsettled
    if recognise(data) is None:
        raise NotAPicture
    return sha256(data).hexdigest()


def _below(folder: Path, before: str, depth: int) -> Iterator[PictureFile]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if is_put_away(entry.name):
                continue
            try:
                if entry.is_dir(follow_symlinks=False):
                    if depth < _DEEPEST:
                        yield from _below(Path(entry.path), f"{before}{entry.name}/", depth + 1)
                    continue
                file = _picture(entry, before)
            except OSError:
                continue  # it went while the folder was read, or is not for us
            if file:
                yield file


def _picture(entry: "os.DirEntry[str]", before: str) -> PictureFile | None:
    if not has_name_of_picture(entry.name):
        return None
    status = entry.stat(follow_symlinks=False)
    fits = S_ISREG(status.st_mode) and 0 < status.st_size <= MAX_MEGABYTES * 1_000_000
    if not fits or not is_here(status):
        return None
    return PictureFile(Path(entry.path), before + entry.name, status.st_size, status.st_mtime_ns)


def is_put_away(name: str) -> bool:
    """Whether the name says that a file or folder is hidden, or the system's own."""
    return name.startswith((".", "~")) or name.lower() in _NOT_OURS


def has_name_of_picture(name: str) -> bool:
    return Path(name).suffix.lower() in _ENDINGS


def is_hidden(status: os.stat_result) -> bool:
    """Whether the file system marks it as hidden, whatever its name."""
    windows: int = getattr(status, "st_file_attributes", 0)
    mac: int = getattr(status, "st_flags", 0)
    return bool(windows & (_HIDDEN | _SYSTEM) or mac & _MAC_HIDDEN)


def is_here(status: os.stat_result) -> bool:
    """Whether a file is shown and its content is on this computer, not in a cloud alone."""
    windows: int = getattr(status, "st_file_attributes", 0)
    mac: int = getattr(status, "st_flags", 0)
    return not windows & _WINDOWS_NOT_HERE and not mac & (_MAC_HIDDEN | _MAC_DATALESS)
