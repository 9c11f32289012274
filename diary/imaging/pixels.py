"""Arrays of pixels and of numbers, by name."""

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
"""Rows of pixels, grey or of three colours."""

Array = npt.NDArray[np.floating]


def to_linear(encoded: Array) -> Array:
    """sRGB levels from 0 to 1 in linear light, of as many bits (IEC 61966-2-1)."""
    low = encoded <= 0.04045
    return np.where(low, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
