"""The way of long work to the diary's thread, shut when the diary locks or closes."""

from collections.abc import Callable
from typing import TypeVar

from diary.errors import Stopped
from diary.journal import Journal
from diary.ui.jobs import Jobs

T = TypeVar("T")


class Gate:
    """Plain data: it may be held on any thread."""

    def __init__(self, jobs: Jobs, journal: Journal) -> None:
        self._wait = jobs.wait
        self._journal = journal
        self.is_shut = False

    def close(self) -> None:
        self.is_shut = True

    def on_diary(self, work: Callable[[], T], /) -> T:
        """Do `work` on the diary's thread and wait for it.

        Raises `Stopped` once it is shut or the diary is closed.
        """
        return self._wait(lambda: self._unless_shut(work))

    def _unless_shut(self, work: Callable[[], T]) -> T:
        if self.is_shut or not self._journal.is_open:
            raise Stopped
        return work()
