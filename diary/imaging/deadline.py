"""How long a picture may take."""

_LEAST = 2.0
"""Seconds; a file of less than 0.1 MB that needs longer is made to."""

_PER_MEGABYTE = 20.0
"""Seconds; phones write 12 megapixels into 1 to 5 MB, and a slow and busy computer, at ten times
the usual 0.6 s for HEIC, is no reason to refuse them."""

_MOST = 60.0
"""Seconds; photos of 108 megapixels take 1 to 10."""

_STARTED_ANEW = 8.0
"""Seconds; a process for one picture has not loaded all of its libraries."""


def seconds_for(size: int) -> float:
    """The time after which a file of `size` bytes is given up."""
    return min(max(_LEAST, _PER_MEGABYTE * size / 1_000_000), _MOST)


def seconds_to_rewrite(size: int) -> float:
    """The same for reading all pixels of a file and writing them again."""
    return 2 * seconds_for(size) + _STARTED_ANEW
