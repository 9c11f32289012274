"""What a picture file tells beside its picture, and the same picture in a JPEG file that does not.

This may crash on a damaged file: only a process of its own calls it, the diary calls `outgoing`.
"""

from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any

from diary.imaging import bmff, colour, strip_jpeg
from diary.imaging.decode import DAMAGED_EXIF, exif_of, upright
from diary.imaging.formats import Format, recognise
from diary.imaging.rewriting import Rewritten, Told
from diary.imaging.wire import Refusal

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

_QUALITY = 95
"""Of JPEG with full colour, beside which no difference to the original is seen."""

_MAKE, _MODEL, _SOFTWARE, _ORIENTATION = 0x010F, 0x0110, 0x0131, 0x0112
_TIME, _ORIGINAL_TIME, _DIGITIZED_TIME, _LENS = 0x0132, 0x9003, 0x9004, 0xA434
_MAKER_NOTE, _COMMENT, _SERIAL = 0x927C, 0x9286, 0xA431
_PLACE, _SMALL_PICTURE = 0x8825, 0x0201

_NOTES = ("xmp", "XML:com.adobe.xmp", "photoshop", "comment")
"""Under which Pillow keeps what programs wrote beside EXIF."""


def rewrite(data: bytes, longest: int | None) -> Rewritten | Refusal:
    """Read a whole picture file; `longest` is the most pixels of a side, None is no JPEG."""
    kind = recognise(data)
    if kind is None:
        return Refusal.NOT_A_PICTURE
    if bmff.brands(data) and not bmff.is_sound(data):
        return Refusal.DAMAGED
    try:
        return _rewrite(data, kind, longest)
    except MemoryError:
        return Refusal.TOO_MANY_PIXELS
    except Exception:  # noqa: BLE001 - a broken file makes the decoders raise anything at all
        return Refusal.DAMAGED


def _rewrite(data: bytes, kind: Format, longest: int | None) -> Rewritten | Refusal:
    with kind.open(data) as image:
        if image.width * image.height > kind.max_pixels:
            return Refusal.TOO_MANY_PIXELS
        tags = exif_of(image)
        orientation = 1 if kind.turned else tags.get(_ORIENTATION, 1)
        told = _told(image, tags) | _further(data, kind, image)
        jpeg = b"" if longest is None else _jpeg(image, orientation, longest)
    return Rewritten(told, orientation if orientation in range(1, 9) else 1, jpeg)


def _told(image: "ImageFile", tags: dict[int, Any]) -> frozenset[Told]:
    notes = b"".join(_bytes(image.info.get(name)) for name in _NOTES)
    found = {
        Told.PLACE: _PLACE in tags or b"GPS" in notes,
        Told.TIME: bool(tags.keys() & {_TIME, _ORIGINAL_TIME, _DIGITIZED_TIME}),
        Told.CAMERA: bool(tags.keys() & {_MAKE, _MODEL, _LENS, _SERIAL}),
        Told.SMALL_PICTURE: _has_small_picture(image),
        Told.NOTES: bool(notes) or bool(tags.keys() & {_SOFTWARE, _MAKER_NOTE, _COMMENT}),
    }
    return frozenset(told for told, is_there in found.items() if is_there)


def _has_small_picture(image: "ImageFile") -> bool:
    from PIL.ExifTags import IFD

    with suppress(*DAMAGED_EXIF):
        if _SMALL_PICTURE in image.getexif().get_ifd(IFD.IFD1):
            return True
    return bool(image.info.get("thumbnails"))


def _further(data: bytes, kind: Format, image: "ImageFile") -> frozenset[Told]:
    """More pictures, or a film, after the one that is shown."""
    if kind.mime == "image/jpeg":
        found = strip_jpeg.has_further(data)
    else:
        found = b"mpvd" in data or bool(image.info.get("depth_images"))
    return frozenset({Told.FURTHER} if found else ())


def _bytes(value: Any) -> bytes:
    if isinstance(value, dict):
        return b"".join(map(_bytes, value.values()))
    return value.encode() if isinstance(value, str) else bytes(value or b"")


def _jpeg(image: "ImageFile", orientation: int, longest: int) -> bytes:
    """Upright, in sRGB, encoded without what `image.info` still remembers of the original."""
    profile = image.info.get("icc_profile")
    if max(image.size) > longest:
        image.draft(None, (longest, longest))
    image.load()
    picture = colour.in_srgb(colour.in_eight_bits(image), profile)
    picture.thumbnail((longest, longest))
    picture = upright(picture, orientation)
    picture.info.clear()
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=_QUALITY, subsampling=0)
    return buffer.getvalue()


def load_libraries() -> None:
    """Load what nearly every picture needs."""
    from PIL import Image, ImageCms, JpegImagePlugin  # noqa: F401
