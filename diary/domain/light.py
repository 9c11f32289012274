"""Light that is made alike on two photos, for looking only."""

from dataclasses import dataclass

LEVELS = 256


@dataclass(frozen=True, slots=True)
class Gains:
    """What red, green and blue are multiplied with, in linear light."""

    red: float
    green: float
    blue: float

    def tables(self) -> tuple[bytes, bytes, bytes]:
        """For each sRGB level of red, green and blue the level that takes its place."""
        red, green, blue = (
            bytes(_level(gain * to_linear(level / (LEVELS - 1))) for level in range(LEVELS))
            for gain in (self.red, self.green, self.blue)
        )
        return red, green, blue


def to_linear(encoded: float) -> float:
    """IEC 61966-2-1 (sRGB), 0 to 1."""
    return encoded / 12.92 if encoded <= 0.04045 else ((encoded + 0.055) / 1.055) ** 2.4


def _level(linear: float) -> int:
    low = linear <= 0.0031308
    encoded = linear * 12.92 if low else 1.055 * linear ** (1 / 2.4) - 0.055
    return min(round(encoded * (LEVELS - 1)), LEVELS - 1)
