"""The log file: where in the program something happened, ids and counts, never what was written."""

import logging
import traceback
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

LARGEST = 200_000
"""Bytes from which a new file begins; one older file is kept."""

PRIVATE_FILE = 0o600

LOG = logging.getLogger("diary")

_ErrorInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class _Formatter(logging.Formatter):
    """Of an exception only its kind and places: its words may hold a note or a file's name."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def formatException(self, ei: _ErrorInfo) -> str:  # noqa: N802 - logging's own name
        return describe(ei[1]) if ei[1] is not None else ""


class _Handler(logging.FileHandler):
    """Begins a new file when the one before is long: logging's own rotation starts slowly."""

    def __init__(self, path: Path) -> None:
        self._path = path
        super().__init__(path, encoding="utf-8")
        self.setFormatter(_Formatter())
        self._begin_anew_if_long()

    @property
    def older(self) -> Path:
        return self._path.with_suffix(".old.txt")

    def emit(self, record: logging.LogRecord) -> None:
        try:
            super().emit(record)
            self._begin_anew_if_long()
        except OSError:
            self.handleError(record)

    def text(self) -> str:
        """What both files say."""
        files = [file for file in (self.older, self._path) if file.exists()]
        return "".join(file.read_text(encoding="utf-8", errors="replace") for file in files)

    def _open(self) -> TextIOWrapper:
        self._path.touch(mode=PRIVATE_FILE)
        self._path.chmod(PRIVATE_FILE)
        return self._path.open("a", encoding="utf-8")

    def _begin_anew_if_long(self) -> None:
        if self.stream is not None and self.stream.tell() > LARGEST:
            self.stream.close()
            self.stream = None  # opened anew if the next line fails
            self._path.replace(self.older)
            self.stream = self._open()


def start(path: Path) -> None:
    """Write to `path` until `stop`; nothing is logged where the disk takes no log."""
    stop()
    try:
        LOG.addHandler(_Handler(path))
    except OSError:  # no reason to keep the patient from the diary
        LOG.addHandler(logging.NullHandler())
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def stop() -> None:
    for handler in list(LOG.handlers):
        LOG.removeHandler(handler)
        handler.close()


def text() -> str:
    """The log as the patient may copy it, oldest first; empty while there is none."""
    return "".join(h.text() for h in LOG.handlers if isinstance(h, _Handler))


def describe(error: BaseException) -> str:
    """The kind of an exception and its places in the code, without its words."""
    places = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in reversed(traceback.extract_tb(error.__traceback__, limit=-12))
    )
    return f"{type(error).__name__} at {places}"
