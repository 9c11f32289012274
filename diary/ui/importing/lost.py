"""Files whose disk or phone went away while they were read."""

from diary.errors import DiskGone
from diary.ui.importing.words import listed
from diary.words import translate


class Lost:
    """Gathers them, so that one sentence says it of all."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._first: DiskGone | None = None

    def note(self, error: DiskGone, *names: str) -> None:
        self._first = self._first or error
        self._names += names

    def told(self) -> str:
        """What to say of those that were noted; they are forgotten. Nothing if there are none."""
        names, first = self._names, self._first
        self._names, self._first = [], None
        if len(names) < 2:
            return str(first) if first else ""
        words = translate(
            "Importer",
            "The disk or phone does not answer any more. %n files were not added ({names}). What "
            "was added before is kept. Connect it again and add the rest.",
            len(names),
        )
        return words.format(names=listed(names))
