"""How long a picture may take."""

_LEAST = 2.0
"""Seconds; a small file that needs longer is made to."""

_PER_MEGABYTE = 2.0
"""Seconds; photos of 12 megapixels have 2 to 5 MB and take 0.1 s as JPEG, 0.6 s as HEIC."""

_MOST = 60.0
"""Seconds; photos of 108 megapixels have 20 to 40 MB and take 1 to 10."""


def seconds_for(size: int) -> float:
    """The time after which a file of `size` bytes is given up."""
    return min(max(_LEAST, _PER_MEGABYTE * size / 1_000_000), _MOST)
