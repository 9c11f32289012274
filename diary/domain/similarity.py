"""How one photo lies over another: moved, turned and made larger, never bent."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

Point = tuple[float, float]
"""A place on a photo as it is seen, from its top left, in parts of its longer side."""


@dataclass(frozen=True, slots=True)
class Similarity:
    """Takes a point (x, y) to (a·x − b·y + dx, b·x + a·y + dy).

    `a` and `b` are scale times cosine and sine of the turn, as in the matrix
    ((a, −b, dx), (b, a, dy)).
    """

    a: float = 1.0
    b: float = 0.0
    dx: float = 0.0
    dy: float = 0.0

    @classmethod
    def of(cls, scale: float, degrees: float, dx: float, dy: float) -> "Similarity":
        turn = radians(degrees)
        return cls(scale * cos(turn), scale * sin(turn), dx, dy)

    @property
    def scale(self) -> float:
        return abs(complex(self.a, self.b))

    def apply(self, point: Point) -> Point:
        x, y = point
        return self.a * x - self.b * y + self.dx, self.b * x + self.a * y + self.dy

    def inverse(self) -> "Similarity":
        """The way back. Raises `ZeroDivisionError` if all points fall into one."""
        turn = 1 / complex(self.a, self.b)
        back = -turn * complex(self.dx, self.dy)
        return Similarity(turn.real, turn.imag, back.real, back.imag)

    def then(self, next_one: "Similarity") -> "Similarity":
        """This one first, `next_one` after it."""
        turn = complex(next_one.a, next_one.b)
        whole = turn * complex(self.a, self.b)
        move = turn * complex(self.dx, self.dy) + complex(next_one.dx, next_one.dy)
        return Similarity(whole.real, whole.imag, move.real, move.imag)


_LEAST_SCALE = 1e-9
"""Below it a whole photo is smaller than what is lost by rounding."""


def fit(
    moving: Sequence[Point], fixed: Sequence[Point], weights: Sequence[float] | None = None
) -> Similarity | None:
    """The similarity that brings `moving` closest to `fixed`, by weighted least squares.

    None if all points of either are one place: that has no way back. Umeyama, IEEE PAMI 13
    (1991) 376, without mirror images; in the plane it is one division of complex numbers.
    """
    weight = [1.0] * len(moving) if weights is None else list(weights)
    total = sum(weight)
    ours, theirs = [complex(*p) for p in moving], [complex(*p) for p in fixed]
    from_here = sum(w * p for w, p in zip(weight, ours, strict=True)) / total
    to_there = sum(w * p for w, p in zip(weight, theirs, strict=True)) / total
    spread = sum(w * abs(p - from_here) ** 2 for w, p in zip(weight, ours, strict=True))
    if spread == 0:
        return None
    turn = (
        sum(
            w * (q - to_there) * (p - from_here).conjugate()
            for w, p, q in zip(weight, ours, theirs, strict=True)
        )
        / spread
    )
    if abs(turn) < _LEAST_SCALE:
        return None
    move = to_there - turn * from_here
    return Similarity(turn.real, turn.imag, move.real, move.imag)
