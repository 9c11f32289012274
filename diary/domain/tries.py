"""How long to wait after wrong passphrases: longer each time, and never for ever."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Self

FREE = 4
"""Wrong tries without a pause: anyone mistypes, and Caps Lock is found by then."""

FIRST_SECONDS, LONGEST_SECONDS = 5, 300
"""Doubled with each wrong try, up to what a patient can wait for."""

DOUBLINGS = 8
"""More than the longest pause needs; a count from a strange file cannot grow the number."""


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong tries in a row, and when the last one was."""

    wrong: int = 0
    last: datetime | None = None

    def and_another(self, now: datetime) -> "Tries":
        return Tries(self.wrong + 1, now)

    @property
    def pause(self) -> int:
        """Seconds to wait after the last one."""
        if self.wrong <= FREE:
            return 0
        return min(FIRST_SECONDS << min(self.wrong - FREE - 1, DOUBLINGS), LONGEST_SECONDS)

    def left(self, now: datetime) -> int:
        """Seconds still to wait; at most the whole pause, wherever the clock was set to."""
        if self.last is None:
            return 0
        since = (now - self.last).total_seconds()
        return min(max(0, ceil(self.pause - since)), self.pause)

    def __str__(self) -> str:
        return f"{self.wrong} {self.last.isoformat()}" if self.last else ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """What `str` wrote; anything else counts as no try."""
        try:
            wrong, last = text.split()
            return cls(int(wrong), datetime.fromisoformat(last))
        except ValueError:
            return cls()
