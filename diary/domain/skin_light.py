"""The light that comes from the skin, compared so that the skin's own colour does not count.

A lamp multiplies what the skin sends back of red, green and blue, by the same factors whatever the
skin. In L*, a* and b* the same lamp moves very dark skin by half as much as light skin, so that a
limit in them would fit one skin only. Hence limits are asked of the factors.
"""

from math import hypot, log, log2
from typing import NamedTuple

_FLOOR = 0.001
"""In linear light, added before two amounts are compared: of a picture that is nearly black the
grain would be taken for a colour."""

_FROM_XYZ = (
    (3.079931, -1.537147, -0.542784),
    (-0.921233, 1.875989, 0.045244),
    (0.052890, -0.204042, 1.151152),
)
"""X, Y, Z in parts of those of white to linear sRGB (IEC 61966-2-1)."""


class Light(NamedTuple):
    """Linear, 1 for white."""

    red: float
    green: float
    blue: float


def light_of(lightness: float, a: float, b: float) -> Light:
    """Of a colour in CIE L*a*b* under D65."""
    y = (lightness + 16) / 116
    xyz = [_linear(root) for root in (y + a / 500, y, y - b / 200)]
    return Light(
        *(
            max(0.0, sum(part * one for part, one in zip(row, xyz, strict=True)))
            for row in _FROM_XYZ
        )
    )


def _linear(root: float) -> float:
    third = 6 / 29
    return root**3 if root > third else 3 * third**2 * (root - 4 / 29)


def stops_brighter(light: Light, earlier: Light) -> float:
    """1 for twice the light, -1 for half of it."""
    return log2((light.green + _FLOOR) / (earlier.green + _FLOOR))


def colours_apart(light: Light, earlier: Light) -> float:
    """How much more red and blue changed than green, as the length of their two logarithms."""
    red, green, blue = (
        log((ours + _FLOOR) / (theirs + _FLOOR))
        for ours, theirs in zip(light, earlier, strict=True)
    )
    return hypot(red - green, blue - green)


def warmth(light: Light) -> float:
    """The logarithm of red for blue."""
    return log((light.red + _FLOOR) / (light.blue + _FLOOR))
