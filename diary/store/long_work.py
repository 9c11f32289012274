"""Long work off the diary's thread: how it tells its progress and comes back for a moment."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")

Watch = Callable[[int, int], None]
"""Told how much of how many is done; raises `Stopped` where the patient cancelled."""


class OnDiary(Protocol):
    """Carries out `work` on the diary's thread and waits for it."""

    def __call__(self, work: Callable[[], T], /) -> T: ...


def unwatched(_done: int, _total: int) -> None:
    """For work that nobody waits for."""


def at_once(work: Callable[[], T], /) -> T:
    """For callers that are on the diary's thread already."""
    return work()
