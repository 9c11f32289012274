"""Where settings, log and a new diary go; the diary itself may be anywhere."""

import os
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import platformdirs

HOME = "SKIN_DIARY_HOME"
"""Names a folder for a throw-away profile, as `--data-dir` does."""

NAME = "Skin Diary"
SUFFIX = ".skindiary"


@dataclass(frozen=True, slots=True)
class Folders:
    """`config` and `data` are the same folder in a throw-away profile."""

    config: Path
    data: Path

    @property
    def settings(self) -> Path:
        return self.config / "window.ini"

    @property
    def log(self) -> Path:
        return self.data / "log.txt"

    @property
    def usual_diary(self) -> Path:
        """Where the first diary goes."""
        return self.data / f"{NAME}{SUFFIX}"

    def new_diary(self) -> Path:
        """A name that no other diary has."""
        taken = self.usual_diary
        numbered = (self.data / f"{NAME} {number}{SUFFIX}" for number in count(2))
        return taken if not taken.exists() else next(p for p in numbered if not p.exists())


def folders(data_dir: Path | None) -> Folders:
    """The folders of this profile, made if they are missing and the disk takes them.

    Where it does not, whoever writes into them says so.
    """
    found = named(data_dir)
    for folder in (found.config, found.data):
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
    return found


def named(data_dir: Path | None) -> Folders:
    """The folders of this profile, whether or not they are there."""
    home = data_dir or (Path(os.environ[HOME]) if os.environ.get(HOME) else None)
    home = home and home.absolute()
    return Folders(
        home or platformdirs.user_config_path(NAME, appauthor=False),
        home or platformdirs.user_data_path(NAME, appauthor=False),
    )
