"""What a patient chooses for a time-lapse."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from diary.domain.photo import View

SPEEDS = (1, 2, 4, 6, 8, 12)
"""Pictures a second that are offered: one to look at each, twelve for years of them."""

LAST_MS = 1500
"""How long the last picture stays at least, before it begins again."""

FEWEST = 2
"""Pictures; one alone does not move."""


class MovieFormat(StrEnum):
    """Both play in browsers and on phones; AVIF is half as large, WebP is known to older ones."""

    WEBP = "webp"
    AVIF = "avif"


class Caption(StrEnum):
    """What is drawn on each picture."""

    NONE = "none"
    DATE = "date"
    DATE_AND_DAY = "date and day"


@dataclass(frozen=True, slots=True)
class Scenes:
    """Which photos are shown, and how: those of a view from `first` to `last`, if given."""

    view: View
    first: date | None = None
    last: date | None = None
    caption: Caption = Caption.DATE
    cover_eyes: bool = False

    def includes(self, on: date) -> bool:
        return (self.first or date.min) <= on <= (self.last or date.max)


def durations(count: int, per_second: int) -> list[int]:
    """How long each picture stays, in milliseconds."""
    each = round(1000 / per_second)
    return [each] * (count - 1) + [max(each, LAST_MS)]
