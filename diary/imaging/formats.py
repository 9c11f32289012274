"""The kinds of picture file the diary reads, told by their first bytes, never by their name."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from diary.imaging import bmff

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

_CAMERA_PIXELS = 205_000_000
"""Phones write JPEG and HEIC of 108 and of 200 million pixels, which take up to 1.5 GB for some
seconds."""

_OTHER_PIXELS = 90_000_000
"""No phone saves its photos so large in the other formats, whose files of some KB can unfold to
gigabytes; close to Pillow's own warning level."""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    `open` raises anything on a damaged file. `turned` says that the decoder already turns the
    picture upright, whatever its EXIF says.
    """

    mime: str
    open: Callable[[bytes], "ImageFile"]
    max_pixels: int = _OTHER_PIXELS
    turned: bool = False


def recognise(data: bytes) -> Format | None:
    """The format of a file's bytes, or None if it is not one that the diary reads."""
    for start, kind in _SIGNATURES.items():
        if data.startswith(start):
            return kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _WEBP
    return _recognise_boxed(bmff.brands(data))


def _recognise_boxed(brands: frozenset[bytes]) -> Format | None:
    if brands & {b"avif", b"avis"}:
        return _AVIF
    if brands & {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}:
        return _HEIC
    return _HEIF if brands & {b"mif1", b"msf1"} else None


# The plugins are called directly: Image.open would warn about every photo of more than 89 million
# pixels, and it would need its registry of plugins filled, which two threads cannot do at once.


def _open_jpeg(data: bytes) -> "ImageFile":
    """Also reads MPO and Ultra HDR: JPEG files with more pictures after the first."""
    from PIL.JpegImagePlugin import JpegImageFile

    return JpegImageFile(BytesIO(data))


def _open_png(data: bytes) -> "ImageFile":
    from PIL.PngImagePlugin import PngImageFile

    return PngImageFile(BytesIO(data))


def _open_webp(data: bytes) -> "ImageFile":
    from PIL.WebPImagePlugin import WebPImageFile

    return WebPImageFile(BytesIO(data))


def _open_avif(data: bytes) -> "ImageFile":
    from PIL.AvifImagePlugin import AvifImageFile

    return AvifImageFile(BytesIO(data))


def _open_tiff(data: bytes) -> "ImageFile":
    from PIL.TiffImagePlugin import TiffImageFile

    return TiffImageFile(BytesIO(data))


def _open_heif(data: bytes) -> "ImageFile":
    from pi_heif import HeifImageFile

    image: ImageFile = HeifImageFile(BytesIO(data))
    return image


_JPEG = Format("image/jpeg", _open_jpeg, max_pixels=_CAMERA_PIXELS)
_PNG = Format("image/png", _open_png)
_WEBP = Format("image/webp", _open_webp)
_AVIF = Format("image/avif", _open_avif)
_TIFF = Format("image/tiff", _open_tiff, turned=True)
_HEIC = Format("image/heic", _open_heif, max_pixels=_CAMERA_PIXELS, turned=True)
_HEIF = Format("image/heif", _open_heif, max_pixels=_CAMERA_PIXELS, turned=True)

MIMES = frozenset(kind.mime for kind in (_JPEG, _PNG, _WEBP, _AVIF, _TIFF, _HEIC, _HEIF))

_SIGNATURES = {
    b"\xff\xd8\xff": _JPEG,
    b"\x89PNG\r\n\x1a\n": _PNG,
    b"II*\x00": _TIFF,
    b"MM\x00*": _TIFF,
}
