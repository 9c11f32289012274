"""Arrays of pixels and of numbers, by name."""

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
"""Rows of pixels, grey or of three colours."""

Array = npt.NDArray[np.floating]
