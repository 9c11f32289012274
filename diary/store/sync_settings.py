"""Which folders the sync services of this account copy, as they say themselves."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

Root = tuple[str, Path]
"""A service and the top folder it copies."""

_ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Variables that OneDrive sets on Windows."""

_ON_MACOS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "googledrive": "Google Drive",
    "box": "Box",
}
"""How names under `CloudStorage` begin, such as "OneDrive-Personal"."""

_SYNC_DIR = re.compile(r'^\s*sync_dir\s*=\s*"([^"]+)"', re.MULTILINE)
_LOCAL_PATH = re.compile(r"\\localPath=(.+)$", re.MULTILINE)
_FOLDER_PATH = re.compile(r'<folder\s[^>]*?\bpath="([^"]+)"')
_ESCAPED = re.compile(r"\\x([0-9a-f]{1,4})")


def roots(home: Path, environ: Mapping[str, str]) -> Iterator[Root]:
    """The top folders of iCloud, OneDrive, Dropbox, Nextcloud, ownCloud and Syncthing."""
    yield from _fixed(home)
    yield from (("OneDrive", Path(environ[name])) for name in _ONEDRIVE if environ.get(name))
    for service, path in _named(home, _folders_of_programs(home, environ)):
        yield service, home / path.strip().removeprefix("~/")


def _fixed(home: Path) -> Iterator[Root]:
    library = home / "Library"
    yield "iCloud", library / "Mobile Documents"
    yield "iCloud", home / "iCloudDrive"
    with suppress(OSError):
        for one in sorted((library / "CloudStorage").iterdir()):
            prefix = one.name.split("-", maxsplit=1)[0]
            yield _ON_MACOS.get(prefix.casefold(), prefix), one


def _folders_of_programs(home: Path, environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Where programs keep their settings on Linux, macOS and Windows."""
    library = home / "Library"
    windows = (Path(environ[name]) for name in ("APPDATA", "LOCALAPPDATA") if environ.get(name))
    linux = (home / ".config", home / ".local" / "state")
    return (*linux, library / "Preferences", library / "Application Support", *windows)


def _named(home: Path, programs: tuple[Path, ...]) -> Iterator[tuple[str, str]]:
    for text in _texts(programs, "onedrive/config"):
        yield from (("OneDrive", path) for path in _SYNC_DIR.findall(text))
    for text in (*_texts((home,), ".dropbox/info.json"), *_texts(programs, "Dropbox/info.json")):
        yield from (("Dropbox", path) for path in _dropbox_paths(text))
    for service in ("Nextcloud", "ownCloud"):
        for text in _texts(programs, f"{service}/{service.lower()}.cfg"):
            yield from ((service, _plain(path)) for path in _LOCAL_PATH.findall(text))
    for name in ("syncthing", "Syncthing"):
        for text in _texts(programs, f"{name}/config.xml"):
            yield from (("Syncthing", html.unescape(path)) for path in _FOLDER_PATH.findall(text))


def _texts(folders: Iterable[Path], file: str) -> Iterator[str]:
    for folder in folders:
        with suppress(OSError):
            yield (folder / file).read_text("utf-8", errors="replace")


def _dropbox_paths(text: str) -> list[str]:
    """One for each account, personal or business."""
    with suppress(ValueError, AttributeError, KeyError, TypeError):
        return [str(account["path"]) for account in json.loads(text).values()]
    return []


def _plain(value: str) -> str:
    r"""A path as Qt writes it into its settings: perhaps quoted, other letters as `\xfc`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value.strip().strip('"'))
