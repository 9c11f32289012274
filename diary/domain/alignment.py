"""How two photos of a view lie over each other, and how far that can be believed."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import dist

from diary.domain.face import COUNT, OUTLINE, Face
from diary.domain.similarity import Point, Similarity, fit
from diary.words import translate

Pair = tuple[Point, Point]
"""The same place of the body on one photo and on another."""

BY_HAND = 3
"""Places that the patient points at: two would do, and the third takes the edge off a slip."""


TURNED = 10.0
"""Degrees of yaw between two faces from which they show other parts of the skin. Heads turned alike
from the front are measured up to 3° apart when tilted otherwise, heads 5° apart less than 10°, at
45° one in seven of these more (tests/benchmarks/test_turned_faces.py)."""

_WEIGHTS = [0.1 if place in OUTLINE else 1.0 for place in range(COUNT)]
"""The outline is where the head ends for the camera: it shifts over the skin as the head turns."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """What the patient pointed at on two photos: places of `fixed_id`, each with that of
    `moving_id`."""

    fixed_id: str
    moving_id: str
    pairs: tuple[Pair, ...]


class Way(StrEnum):
    """What two photos were aligned on."""

    POINTS = "points"
    """Places that the patient pointed at."""
    FACES = "faces"
    FEATURES = "features"
    """Moles, freckles and the like that were found on both."""
    PROPOSAL = "proposal"
    """Nothing sure: to be looked at."""
    NONE = "none"
    """Shown as taken."""


SURE = frozenset({Way.POINTS, Way.FACES, Way.FEATURES})
"""What a photo may be moved by without anybody looking at it first."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """`similarity` takes a point of the moving photo to the one of the fixed photo that shows the
    same skin.

    `apart` is by how many degrees more the face is turned in one of them, where both have a face.
    `said` is what the patient should know, or empty; without a face in a photo from the front there
    is nothing to add to that.
    """

    similarity: Similarity
    way: Way
    apart: float | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """How a photo lies over another without faces, and whether that can be believed unseen."""

    similarity: Similarity
    sure: bool


def by_hand(pairs: tuple[Pair, ...]) -> Similarity | None:
    """From the second place of each pair to the first; None if they are one place."""
    if not pairs:
        return None
    return fit([moving for _, moving in pairs], [fixed for fixed, _ in pairs])


def of_faces(fixed: Face, moving: Face) -> Alignment:
    """One face laid over another, with what the patient should know of their angles."""
    found = fit(moving.points, fixed.points, _WEIGHTS)
    apart = abs(fixed.yaw - moving.yaw)
    if found is None:
        return Alignment(Similarity(), Way.NONE, apart)
    words = translate(
        "Alignment",
        "The face is turned %n° further in one of the photos, so they show different parts of the"
        " skin. Compare with care.",
        round(apart),
    )
    return Alignment(found, Way.FACES, apart, words if apart > TURNED else "")


def spread_of(points: Sequence[Point]) -> float:
    """The largest distance between two of the points."""
    return max(dist(one, other) for one in points for other in points)


def mismatch(pairs: tuple[Pair, ...]) -> float:
    """How far the places lie from each other once laid over, in parts of how far they are apart."""
    found, apart = by_hand(pairs), spread_of([fixed for fixed, _ in pairs])
    if found is None or not apart:
        return 1.0
    return max(dist(found.apply(moving), fixed) for fixed, moving in pairs) / apart


def along(joined: Iterable[tuple[str, str]], start: str, end: str) -> tuple[tuple[str, str], ...]:
    """The shortest way from one photo to another over photos that were pointed at together.

    In steps (from, to); empty if there is none.
    """
    neighbours: dict[str, list[str]] = {}
    for one, other in sorted(joined):
        neighbours.setdefault(one, []).append(other)
        neighbours.setdefault(other, []).append(one)
    ways: dict[str, tuple[tuple[str, str], ...]] = {start: ()}
    waiting = deque([start])
    while waiting and end not in ways:
        here = waiting.popleft()
        for there in neighbours.get(here, ()):
            if there not in ways:
                ways[there] = (*ways[here], (here, there))
                waiting.append(there)
    return ways.get(end, ())
