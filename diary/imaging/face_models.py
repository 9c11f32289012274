"""The networks that find faces: where their files are, and that they are those that were measured.

They come out of a package when the program is built, or later into the folder given to `use`.
"""

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from diary import resources

FINDER = "1"
"""Names the way faces are found: what another finder has found is searched again."""

_FOLDER = "faces"

NEAR, FAR, MESH = (
    "face_detection_short_range.tflite",
    "face_detection_full_range.tflite",
    "face_landmark.tflite",
)
DIGESTS = {
    NEAR: "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633",
    FAR: "99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3",
    MESH: "2efcb4f4de43c7614b80a3cc3e8a37354b3b3b40f75cce20f6f38f0f25d65493",
}
"""SHA-256 of the files. By Google, Apache-2.0: resources/faces/NOTICE.txt travels with them."""


class Models(NamedTuple):
    """The files' bytes: the near- and the far-sighted detector, and the mesh."""

    near: bytes
    far: bytes
    mesh: bytes


_later: Path | None = None


def use(data: Path) -> None:
    """Let the files that are added later be in this folder for the program's own data."""
    global _later  # noqa: PLW0603 - one profile per process, chosen once at start
    _later = data / _FOLDER


def later() -> Path | None:
    """Where files are put that are added later, if such a place was named."""
    return _later


def built_in() -> Path:
    """Where the files are that came with the program."""
    return resources.path(_FOLDER)


def folder() -> Path | None:
    """The first folder in which all files are there and whole."""
    candidates = (built_in(), _later)
    return next((path for path in candidates if path and load(path)), None)


def load(path: Path) -> Models | None:
    """The files of that folder; None unless all are there and whole."""
    try:
        files = {name: (path / name).read_bytes() for name in DIGESTS}
    except OSError:
        return None
    if {name: sha256(data).hexdigest() for name, data in files.items()} != DIGESTS:
        return None
    return Models(files[NEAR], files[FAR], files[MESH])
