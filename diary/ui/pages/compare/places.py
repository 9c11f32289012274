"""Where each photo stands on the axis of days."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

LEAST_OF_EACH = 0.35
"""Part of a photo that the next of its day leaves in view, so that it can be told and clicked."""

GAP = 6


@dataclass(frozen=True, slots=True)
class Axis:
    """Logical pixels for each day from `first` on, and how wide all of it is."""

    first: date
    per_day: float
    left: float
    width: float

    def x(self, on: date) -> float:
        return self.left + (on - self.first).days * self.per_day


def axis(days: Sequence[date], last: date, thumb: float, room: float) -> Axis:
    """As wide as the `room`, or wider where most photos would lie over each other.

    `days` are those with a photo, oldest first; `last` is the end of the axis.
    """
    first = days[0]
    span = max((last - first).days, 1)
    fitting = (room - thumb) / span
    gaps = sorted((later - earlier).days for earlier, later in pairwise(sorted(set(days))))
    usual = gaps[len(gaps) // 2] if gaps else span
    per_day = max(fitting, (thumb + GAP) / usual)
    return Axis(first, per_day, thumb / 2, per_day * span + thumb)


def middles(days: Sequence[date], where: Axis, thumb: float) -> list[float]:
    """The middle of each photo. Those of one day stand beside each other, as far as there is room
    before the next day that has one.
    """
    places: list[float] = []
    counts = Counter(days)
    each = sorted(counts)
    for on, following in zip(each, [*each[1:], None], strict=True):
        step = thumb * LEAST_OF_EACH
        if following is not None:
            step = min(step, (where.x(following) - where.x(on)) / counts[on])
        places += [where.x(on) + number * step for number in range(counts[on])]
    return places


def untouching(wanted: Sequence[tuple[float, float, bool]], gap: float) -> list[int]:
    """Which labels can stand; each is its left, its right and whether it goes before others."""
    kept: list[int] = []
    order = sorted(range(len(wanted)), key=lambda one: not wanted[one][2])
    for one in order:
        left, right, _ = wanted[one]
        if all(right + gap <= wanted[other][0] or left >= wanted[other][1] + gap for other in kept):
            kept.append(one)
    return sorted(kept)
