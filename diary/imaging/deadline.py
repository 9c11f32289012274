"""How long a picture may take."""

_SECONDS = 2.0
"""A photo of 12 megapixels takes 0.1 s as JPEG and 0.6 s as HEIC."""

_SECONDS_PER_MEGABYTE = 1.0
"""The largest honest files, of 108 megapixels and 40 MB, take 6 s."""


def seconds_for(size: int) -> float:
    """The time after which a file of `size` bytes is given up."""
    return _SECONDS + _SECONDS_PER_MEGABYTE * size / 1_000_000
