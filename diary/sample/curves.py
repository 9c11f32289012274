"""How an invented number moves: slowly along a curve, and a little from day to day."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

Curve = Sequence[tuple[float, float]]
"""Days and values, in order of the days; straight between them, level before and after."""

PERSISTENCE = 0.45
"""How much of a day's deviation is left on the next day: neighbouring days are alike."""


def value(curve: Curve, day: float) -> float:
    if day <= curve[0][0]:
        return curve[0][1]
    for (left, low), (right, high) in pairwise(curve):
        if day <= right:
            return low + (high - low) * (day - left) / (right - left)
    return curve[-1][1]


def wander(name: str, spread: float) -> Iterator[float]:
    """Deviations day after day, with standard deviation `spread`; the same for the same name."""
    chance = Random(name)  # noqa: S311 - invented data needs no secret
    fresh = spread * (1 - PERSISTENCE**2) ** 0.5
    deviation = chance.gauss(0, spread)
    while True:
        yield deviation
        deviation = PERSISTENCE * deviation + chance.gauss(0, fresh)
