"""How many pixels of a photo a closer look needs."""

from diary.domain.photo import Photo

SIZES = (2048, 4096)
"""Longest sides in pixels. The last is that of 12 megapixels, 50 MB in memory: photos of 48 and of
108 are not brought in whole."""

WAIT_MS = 200
"""How long the patient must stay at a zoom: nothing is read while the wheel turns or the photos are
leafed through."""


def enough(needed: int, photo: Photo) -> int:
    """The smallest of the sizes that is enough, at most what the photo has."""
    whole = max(photo.width, photo.height)
    return min(next((size for size in SIZES if size >= needed), SIZES[-1]), whole)
