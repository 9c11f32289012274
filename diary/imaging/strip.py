"""Take out of a picture file whatever is not the picture, without touching its pixels.

Works on the file's structure only: nothing is unpacked, so it needs no process of its own. What is
kept is listed; anything else, known or not, goes.
"""

from diary.imaging import strip_jpeg, strip_png, strip_webp
from diary.imaging.formats import recognise

_STRIPPED_BY = {
    "image/jpeg": strip_jpeg.strip,
    "image/png": strip_png.strip,
    "image/webp": strip_webp.strip,
}

STRIPPABLE = frozenset(_STRIPPED_BY)
"""The kinds of file of which every pixel stays as it is."""


class NotStrippable(Exception):
    """The bytes are of another kind of file, or their structure is broken."""


def mime_of(data: bytes) -> str:
    """The kind of file that the bytes are; empty if it is none that the diary reads."""
    kind = recognise(data)
    return kind.mime if kind else ""


def strip(data: bytes, orientation: int = 1) -> bytes:
    """A JPEG, PNG or WebP file of the same pixels that tells nothing but how it is turned.

    `orientation` is that of EXIF, 1 to 8. Raises `NotStrippable`.
    """
    by = _STRIPPED_BY.get(mime_of(data))
    if by is None:
        raise NotStrippable
    try:
        return by(data, orientation)
    except (ValueError, IndexError) as error:
        raise NotStrippable from error
