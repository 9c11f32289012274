"""Work of minutes in the background of an open diary: how far it is, and Cancel."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from diary.journal import Journal, OnDiary, Watch
from diary.ui.jobs import Failure
from diary.ui.way import Way

if TYPE_CHECKING:
    from diary.ui.session import Session

T = TypeVar("T")
Work = Callable[[Journal, Watch, OnDiary], T]

LOOKS_EVERY_MS = 100
"""How often the screen asks how far it is; smoother than one can see."""


class LongWork(QObject):
    """One thing at a time; what is started while others' work goes on waits for its turn.

    Work that is `unasked` does not keep the diary from locking itself.
    """

    progressed = Signal(int, int)
    """Done, and how many; both 0 while it waits."""
    ended = Signal()
    """Done, failed or cancelled, before it is told which."""

    def __init__(self, session: "Session", parent: QObject, *, unasked: bool = False) -> None:
        super().__init__(parent)
        self._journal, self._jobs, self._gate = session.journal, session.jobs, session.gate
        self._way = Way(self._gate)
        self.running = False
        self._look = QTimer(self, interval=LOOKS_EVERY_MS)
        self._look.timeout.connect(self._tell)
        if not unasked:
            self._look.timeout.connect(session.worked)

    def start(self, work: Work[T], then: Callable[[T], None], failed: Failure) -> None:
        """Do `work(journal, watch, on_diary)` unless something is running.

        `failed` is told of `Stopped` after `cancel`.
        """
        if self.running or self._gate.is_shut:
            return
        self.running = True
        way = self._way = Way(self._gate)
        self._jobs.at_length(
            partial(work, self._journal, way.watch, self._gate.on_diary),
            partial(self._end, then),
            self,
            partial(self._end, failed),
        )
        self._look.start()
        self._tell()

    @Slot()
    def cancel(self) -> None:
        """Stop at the next photo; what is done is kept."""
        self._way.stopped = True

    @Slot()
    def _tell(self) -> None:
        self.progressed.emit(self._way.done, self._way.total)

    def _end(self, tell: Callable[[Any], None], result: object) -> None:
        self.running = False
        self._look.stop()
        self.ended.emit()
        tell(result)
