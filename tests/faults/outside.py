"""What the patient saved outside the diary, as it lies there."""

import hashlib
import re
import zipfile
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from pathlib import Path
from stat import S_IMODE

from PIL import Image, UnidentifiedImageError

from diary.journal import save_outside
from tests.faults.bench import OUT, Bench
from tests.faults.copies import BrokenPromise
from tests.faults.model import Model

CSV_LINE_END = b"\r\n"

_HIDDEN = re.compile(r"\.[0-9a-f]+\.part")
"""What only a program may leave that was ended while one whole file took the place of another: its
name says nothing.
"""


def check_outside(bench: Bench, now: Sequence[Model], *, lived_on: bool) -> None:
    """What was saved is there as a whole, and no part of anything, under whatever name.

    `lived_on` says that the program was not ended. Raises `BrokenPromise`.
    """
    files = sorted((bench.root / OUT).iterdir()) if (bench.root / OUT).exists() else []
    found = {path.name: described(path) for path in files if not _HIDDEN.fullmatch(path.name)}
    if found not in [model.outside for model in now]:
        raise BrokenPromise(f"outside there is {found}, not {[model.outside for model in now]}")
    hidden = list(_hidden(bench))
    wholes = {what for model in now for what in model.outside.values()} | {"a whole backup"}
    for path in hidden:
        if lived_on:
            raise BrokenPromise(f"left behind outside: {path}")
        if described(path) not in wholes:
            raise BrokenPromise(f"a part was left outside: {path}")
        if S_IMODE(path.stat().st_mode) & 0o077:
            raise BrokenPromise(f"others can read {path}")
    for folder in {path.parent for path in hidden}:
        save_outside(b"the next file", folder / "next", bench.folder, replace=False)
        (folder / "next").unlink()
    if stale := list(_hidden(bench)):
        raise BrokenPromise(f"the next file left {stale}")


def _hidden(bench: Bench) -> Iterator[Path]:
    for folder in (bench.root, bench.root / OUT):
        yield from folder.glob(".*.part")
        yield from folder.glob("*.zip.*")


def described(path: Path) -> str:
    """A photo by its SHA-256, a moving picture by how many whole pictures it has, answers by their
    days.
    """
    data = path.read_bytes()
    if data.startswith(b"PK"):
        return _packed(path)
    if data.startswith(BOM_UTF8):
        return f"{data.count(CSV_LINE_END) - 1} days"
    return moving(path) if data[8:12] == b"WEBP" else hashlib.sha256(data).hexdigest()


def _packed(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as backup:
            return "a whole backup" if backup.testzip() is None else "broken"
    except zipfile.BadZipFile:
        return "broken"


def moving(path: Path) -> str:
    try:
        with Image.open(path) as film:
            count = getattr(film, "n_frames", 1)
            for number in range(count):
                film.seek(number)
                film.load()
    except (OSError, UnidentifiedImageError, EOFError):
        return "broken"
    return f"{count} pictures"
