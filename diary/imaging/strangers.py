"""Files that lie beside a phone's pictures and are none that the diary can show."""

from io import BytesIO
from typing import TYPE_CHECKING

from diary.imaging import bmff
from diary.imaging.wire import Refusal

if TYPE_CHECKING:
    from PIL.TiffImagePlugin import ImageFileDirectory_v2

_FILMS = frozenset(
    {
        b"qt  ",
        b"isom",
        b"iso2",
        b"iso4",
        b"iso5",
        b"iso6",
        b"mp41",
        b"mp42",
        b"avc1",
        b"M4V ",
        b"3gp4",
        b"3gp5",
        b"3gp6",
    }
)
"""Brands of QuickTime, MP4 and 3GP; pictures that also list one are recognised before."""

_FILM_STARTS = {b"\x1aE\xdf\xa3": 0, b"moov": 4, b"mdat": 4, b"wide": 4, b"AVI ": 8}
"""Of Matroska, of QuickTime files without a brand, and of AVI; where they stand."""

_RAW_STARTS = (b"FUJIFILMCCD-RAW", b"IIRO", b"IIRS", b"MMOR", b"IIU\x00", b"FOVb", b"\x00MRM")
"""Of Fujifilm, Olympus, Panasonic, Sigma and Minolta."""

_CANON_3, _CANON_2 = b"crx ", b"CR"
"""The brand of CR3, and what stands at byte 8 of CR2, otherwise a TIFF file."""

_DNG_VERSION, _SMALLER_COPY, _COLOUR_FILTERS = 50706, 1, 32803
"""A tag that only DNG has; a bit of `NewSubfileType`; the pixels of a sensor as they are."""

_NEW_SUBFILE_TYPE, _SUB_DIRECTORIES, _PHOTOMETRIC = 254, 330, 262

_HEAD = 4096
"""Bytes in which a list of edits says what it is."""


def recognise(data: bytes) -> Refusal | None:
    """What a file is that is no picture, as far as that helps a patient."""
    brands = bmff.brands(data)
    if _CANON_3 in brands or data.startswith(_RAW_STARTS):
        return Refusal.RAW
    if brands & _FILMS or any(data.startswith(mark, at) for mark, at in _FILM_STARTS.items()):
        return Refusal.FILM
    head = data[:_HEAD]
    return Refusal.EDITS if b"<?xml" in head and b"adjustment" in head else None


def is_raw(tiff: bytes) -> bool:
    """Whether a TIFF file keeps a sensor's raw pixels, mostly behind a small copy of the photo."""
    if tiff[8:10] == _CANON_2:
        return True
    tags = _first_directory(tiff)
    if _DNG_VERSION in tags or tags.get(_PHOTOMETRIC) == _COLOUR_FILTERS:
        return True
    return bool(tags.get(_NEW_SUBFILE_TYPE, 0) & _SMALLER_COPY) and _SUB_DIRECTORIES in tags


def _first_directory(tiff: bytes) -> "ImageFileDirectory_v2":
    """Read without its pixels, of which Pillow may not know the kind."""
    from PIL.TiffImagePlugin import ImageFileDirectory_v2

    directory = ImageFileDirectory_v2(tiff[:8])
    stream = BytesIO(tiff)
    stream.seek(directory.next)
    directory.load(stream)
    return directory
