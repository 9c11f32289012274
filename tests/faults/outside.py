"""Photos and time-lapses that the patient saved outside the diary, as they lie there."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from stat import S_IMODE

from PIL import Image, UnidentifiedImageError

from tests.faults.bench import OUT, Bench
from tests.faults.copies import BrokenPromise
from tests.faults.model import Model

_PART = re.compile(r"\.[0-9a-f]+\.part")
"""What only a program that was ended may leave: its name says nothing."""


def check_outside(bench: Bench, now: Sequence[Model], *, lived_on: bool) -> None:
    """What was saved is there as a whole, and nothing beside it but what nobody else may read.

    `lived_on` says that the program was not ended. Raises `BrokenPromise`.
    """
    files = sorted((bench.root / OUT).iterdir()) if (bench.root / OUT).exists() else []
    parts = [path for path in files if _PART.fullmatch(path.name)]
    found = {path.name: described(path) for path in files if path not in parts}
    if found not in [model.outside for model in now]:
        raise BrokenPromise(f"outside there is {found}, not {[model.outside for model in now]}")
    if parts and lived_on:
        raise BrokenPromise(f"left behind outside: {parts}")
    if readable := [path for path in parts if S_IMODE(path.stat().st_mode) & 0o077]:
        raise BrokenPromise(f"others can read {readable}")


def described(path: Path) -> str:
    """A photo by its SHA-256, a moving picture by how many whole pictures it has."""
    data = path.read_bytes()
    return moving(path) if data[8:12] == b"WEBP" else hashlib.sha256(data).hexdigest()


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
