"""Spots that the patient marked on photos, and how their contrast moves."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import hypot, sqrt

from diary.domain.regions import Region
from diary.domain.similarity import Point


@dataclass(frozen=True, slots=True)
class Mark:
    """A spot on a photo, `at` a place of it.

    The same `spot` on several photos is the same place of the skin. `gone` is whether the patient
    said that nothing is to be seen there any more.
    """

    photo_id: str
    spot: str
    at: Point
    region: Region
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """A spot of an earlier photo, where it would be on this one; it counts for nothing."""

    spot: str
    at: Point
    region: Region


@dataclass(frozen=True, slots=True)
class Contrast:
    """How much darker spots are than the skin around them, in percent of that skin's green light.

    `values` are by spot.
    """

    on: date
    values: Mapping[str, float]

    def of(self, spot: str | None) -> float | None:
        """Of one spot, or the mean of all that were marked on the photo."""
        if spot is not None:
            return self.values.get(spot)
        return sum(self.values.values()) / len(self.values) if self.values else None

    def noise(self, spot: str | None) -> float:
        return noise(1 if spot is not None else len(self.values))


_SHARED, _OWN = 5.44, 9.77
"""Variances in percent²: what all spots of a photo have in common, and what each has by itself.

Relit real faces gave 3.9 % for one spot and 2.5 % for the mean of twelve; these two explain both.
"""


def noise(spots: int) -> float:
    """By how much, as one standard deviation in percent, light and the click move the mean."""
    return sqrt(_SHARED + _OWN / max(1, spots))


def seen(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Those that are to be seen on their photo."""
    return tuple(mark for mark in marks if not mark.gone)


def counts(marks: Iterable[Mark]) -> dict[Region, int]:
    """How many spots are seen in each region that has any, from the forehead down."""
    found = Counter(mark.region for mark in seen(marks))
    return {region: found[region] for region in Region if found[region]}


def put(marks: Sequence[Mark], mark: Mark) -> tuple[Mark, ...]:
    """`marks` with this one, in place of another of its spot."""
    if all(one.spot != mark.spot for one in marks):
        return (*marks, mark)
    return tuple(mark if one.spot == mark.spot else one for one in marks)


def without(marks: Iterable[Mark], spot: str) -> tuple[Mark, ...]:
    return tuple(one for one in marks if one.spot != spot)


def confirmed(photo_id: str, proposal: Proposal) -> Mark:
    return Mark(photo_id, proposal.spot, proposal.at, proposal.region)


def nearest(places: Iterable[tuple[str, Point]], point: Point, reach: float) -> str | None:
    """The spot nearest to `point`, if it is within `reach`."""
    distances = {spot: hypot(x - point[0], y - point[1]) for spot, (x, y) in places}
    spot = min(distances, key=distances.__getitem__, default=None)
    return spot if spot is not None and distances[spot] <= reach else None
