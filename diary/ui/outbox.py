"""The writes on their way to the disk: in order, and kept when the disk refuses."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from diary.errors import NotSaved
from diary.journal import Journal

Action = Callable[[Journal], None]


@dataclass(frozen=True, slots=True)
class Write:
    """One change to the diary; `done` is called on the UI thread when it is on disk."""

    do: Action
    done: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The writes that reached the disk, when the last one did, and what stopped the next one."""

    written: tuple[Write, ...]
    at: datetime
    error: NotSaved | None
    waiting: int


class Outbox:
    """Lives on the diary's thread only, hence without locks.

    After the disk refused a write, that one and all later ones wait here until `retry`.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._waiting: deque[Write] = deque()

    def send(self, write: Write) -> Outcome:
        """Carry out a write, unless an earlier one still waits.

        Raises what the journal raises, other than `NotSaved`: such a write would fail again.
        """
        behind = bool(self._waiting)
        self._waiting.append(write)
        return self._outcome([], None) if behind else self.retry()

    def retry(self) -> Outcome:
        """Carry out what waits, in order, until the disk refuses."""
        written: list[Write] = []
        error: NotSaved | None = None
        while self._waiting and error is None:
            write = self._waiting.popleft()
            try:
                write.do(self._journal)
                written.append(write)
            except NotSaved as refusal:
                self._waiting.appendleft(write)
                error = refusal
        return self._outcome(written, error)

    def _outcome(self, written: list[Write], error: NotSaved | None) -> Outcome:
        return Outcome(tuple(written), self._journal.now(), error, len(self._waiting))
