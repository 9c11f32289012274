"""The log file: where in the program something happened, ids and counts, never what was written."""

import logging
import traceback
from pathlib import Path

LARGEST = 200_000
"""Bytes from which the next start begins a new file; one older file is kept."""

LOG = logging.getLogger("diary")


def start(path: Path) -> None:
    """Write to `path` until `stop`."""
    stop()
    if path.exists() and path.stat().st_size > LARGEST:
        path.replace(path.with_suffix(".old.txt"))
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def stop() -> None:
    for handler in list(LOG.handlers):
        LOG.removeHandler(handler)
        handler.close()


def describe(error: BaseException) -> str:
    """The kind of an exception and its places in the code, without its words.

    The words may hold a note or a file's name.
    """
    places = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in reversed(traceback.extract_tb(error.__traceback__, limit=-12))
    )
    return f"{type(error).__name__} at {places}"
