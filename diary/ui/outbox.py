"""The writes on their way to the disk: in order, and kept when the disk refuses."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from diary.errors import DiaryReadOnly, DiaryReplaced, NotSaved
from diary.journal import Journal

Action = Callable[[Journal], None]


@dataclass(frozen=True, slots=True)
class Write:
    """One change to the diary.

    On the UI thread `done` is called when it is on disk, `refused` if the diary cannot hold it.
    """

    do: Action
    done: Callable[[], None]
    refused: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The writes that reached the disk, when the last one did, and what stopped the next one.

    `refused` are writes that would fail again, each with its error; they are dropped.
    """

    written: tuple[Write, ...]
    refused: tuple[tuple[Write, Exception], ...]
    at: datetime
    error: NotSaved | None
    waiting: int
    elsewhere: bool
    """Whether the diary went on with a file that another program put there."""


class Outbox:
    """Lives on the diary's thread only, hence without locks.

    After the disk refused a write, that one and all later ones wait here until `retry`.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._waiting: deque[Write] = deque()
        self._is_replaced = False
        self._elsewhere = False

    def send(self, write: Write) -> Outcome:
        """Carry out a write, unless an earlier one still waits."""
        behind = bool(self._waiting)
        self._waiting.append(write)
        return self._outcome([], [], None) if behind else self.flush()

    def retry(self) -> Outcome:
        """As `flush`, also into a file that another program put in place of the open one.

        Only for a patient who was told of it and asks.
        """
        if self._is_replaced:
            try:
                self._journal.place.take_up_replaced()
            except DiaryReplaced as refusal:
                return self._outcome([], [], refusal)
            self._is_replaced, self._elsewhere = False, True
        return self.flush()

    def flush(self) -> Outcome:
        """Carry out what waits, in order, until the disk refuses."""
        written: list[Write] = []
        refused: list[tuple[Write, Exception]] = []
        error: NotSaved | None = None
        while self._waiting and error is None:
            write = self._waiting.popleft()
            try:
                write.do(self._journal)
                written.append(write)
            except DiaryReadOnly as refusal:  # it will not do later either
                refused.append((write, refusal))
            except NotSaved as refusal:
                self._waiting.appendleft(write)
                self._is_replaced = isinstance(refusal, DiaryReplaced)
                error = refusal
            except Exception as refusal:  # noqa: BLE001 - one bad write must not lose the others
                refused.append((write, refusal))
        return self._outcome(written, refused, error)

    def _outcome(
        self,
        written: list[Write],
        refused: list[tuple[Write, Exception]],
        error: NotSaved | None,
    ) -> Outcome:
        elsewhere = self._elsewhere and error is None
        self._elsewhere = self._elsewhere and not elsewhere
        now, waiting = self._journal.now(), len(self._waiting)
        return Outcome(tuple(written), tuple(refused), now, error, waiting, elsewhere)
