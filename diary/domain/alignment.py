"""How two photos of a view lie over each other, and how far that can be believed."""

from dataclasses import dataclass
from enum import StrEnum

from diary.domain.similarity import Point, Similarity, fit

Pair = tuple[Point, Point]
"""The same place of the body on one photo and on another."""

BY_HAND = 3
"""Places that the patient points at: two would do, and the third takes the edge off a slip."""


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


@dataclass(frozen=True, slots=True)
class Alignment:
    """`similarity` takes a point of the moving photo to the one of the fixed photo that shows the
    same skin.

    `apart` is by how many degrees more the face is turned in one of them, where both have a face.
    `said` is what the patient should know, or empty.
    """

    similarity: Similarity
    way: Way
    apart: float | None = None
    said: str = ""


def by_hand(pairs: tuple[Pair, ...]) -> Similarity | None:
    """From the second place of each pair to the first; None if they are one place."""
    if not pairs:
        return None
    return fit([moving for _, moving in pairs], [fixed for fixed, _ in pairs])
