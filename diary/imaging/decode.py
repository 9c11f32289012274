"""Turn the bytes of a picture file into upright sRGB pictures of screen size.

This may crash on a damaged file: only a decoder process calls it, the diary calls `decoders`.
"""

from io import BytesIO
from pathlib import Path
from struct import error as StructError  # noqa: N812 - it is an exception
from typing import TYPE_CHECKING, Any

from diary.domain.face import Face
from diary.imaging import bmff, colour, face_models, strangers
from diary.imaging.dating import told_by
from diary.imaging.face_models import FINDER
from diary.imaging.formats import Format, recognise
from diary.imaging.look import measure
from diary.imaging.wire import PREVIEW, THUMBNAIL, Answer, Decoded, Refusal

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

    from diary.imaging.faces import FaceFinder

_QUALITY = 85
"""JPEG quality at which a face shows no blocks at twice its size."""

_REDUCING_GAP = 1.5
"""Decode at no less than this multiple of the wanted size, then resize: twice as fast as from the
full picture, and not to be told from it."""

_THREADS = 4
"""Of one AVIF decoder, as HEIC has; by default it starts as many as there are cores."""

_ORIENTATION = 0x0112
_EXIF_DIRECTORY = 0x8769

DAMAGED_EXIF = (SyntaxError, ValueError, TypeError, LookupError, EOFError, StructError)
"""What Pillow raises on it."""

_SIDEWAYS = {5, 6, 7, 8}
"""EXIF orientations in which rows are columns."""


def decode(data: bytes) -> Answer:
    """Read a whole picture file."""
    kind = recognise(data)
    if kind is None:
        return strangers.recognise(data) or Refusal.NOT_A_PICTURE
    if bmff.brands(data) and not bmff.is_sound(data):
        return Refusal.DAMAGED
    try:
        return _decode(data, kind)
    except MemoryError:
        return Refusal.TOO_MANY_PIXELS
    except Exception:  # noqa: BLE001 - a broken file makes the decoders raise anything at all
        return Refusal.DAMAGED


def _decode(data: bytes, kind: Format) -> Answer:
    if kind.mime == "image/tiff" and strangers.is_raw(data):
        return Refusal.RAW
    with kind.open(data) as image:
        width, height = image.size
        if width * height > kind.max_pixels:
            return Refusal.TOO_MANY_PIXELS
        exif = exif_of(image)
        several = getattr(image, "n_frames", 1) > 1 and kind.mime != "image/jpeg"
        orientation = 1 if kind.turned else exif.get(_ORIENTATION, 1)
        preview = seen(image, orientation, PREVIEW)
    if orientation in _SIDEWAYS:
        width, height = height, width
    thumbnail = _resized(preview, THUMBNAIL)
    finder, face = _face(preview)
    return Decoded(
        mime=kind.mime,
        width=width,
        height=height,
        several=several,
        exif=told_by(exif),
        look=measure(preview, face),
        thumbnail=jpeg(thumbnail),
        preview=jpeg(preview),
        finder=finder,
        face=face,
    )


def _face(preview: "Image") -> tuple[str | None, Face | None]:
    """What looked for a face, if anything did, and the face."""
    if _finder is None:
        return None, None
    import numpy as np
    from cv2 import error as OpenCVError  # noqa: N812 - it is an exception

    try:
        return FINDER, _finder.find(np.asarray(preview))
    except OpenCVError:  # no memory, say: the photo is none the worse for it
        return None, None


def exif_of(image: "ImageFile") -> dict[int, Any]:
    """Damaged EXIF is no reason to lose a photo: it is as good as none."""
    try:
        exif = image.getexif()
        return {**exif, **exif.get_ifd(_EXIF_DIRECTORY)}
    except DAMAGED_EXIF:
        return {}


def seen(image: "ImageFile", orientation: int, longest: int) -> "Image":
    """The picture upright and in sRGB, of at most `longest` pixels; decoded as small as will do."""
    shown = colour.in_srgb(_shrunk(image, longest), image.info.get("icc_profile"))
    return upright(shown, orientation)


def _shrunk(image: "ImageFile", longest: int) -> "Image":
    width, height = _fitted(image.size, longest)
    image.draft(None, (int(width * _REDUCING_GAP), int(height * _REDUCING_GAP)))
    image.load()
    return _resized(colour.in_eight_bits(image), longest)


def _resized(image: "Image", longest: int) -> "Image":
    """Shrinks by Hamming, as sharp as bicubic when shrinking and in half its time."""
    from PIL.Image import Resampling

    size = _fitted(image.size, longest)
    return image.resize(size, Resampling.HAMMING, reducing_gap=_REDUCING_GAP)


def _fitted(size: tuple[int, int], longest: int) -> tuple[int, int]:
    scale = min(1.0, longest / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def upright(image: "Image", orientation: int) -> "Image":
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    turn = turns.get(orientation)
    return image if turn is None else image.transpose(turn)


def jpeg(image: "Image") -> bytes:
    """Encoded without what `image.info` still remembers of the original, such as its comment."""
    from PIL import Image

    clean = Image.new("RGB", image.size)
    clean.paste(image)
    buffer = BytesIO()
    clean.save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()


_finder: "FaceFinder | None" = None


def load_libraries(faces: Path | None = None) -> None:
    """Load what nearly every picture needs, and keep the others from a thread for every core.

    `faces` is the folder of the networks that find faces, if they are there.
    """
    global _finder  # noqa: PLW0603 - loaded once, before the process is confined
    from PIL import AvifImagePlugin, Image, ImageCms, JpegImagePlugin  # noqa: F401

    AvifImagePlugin.DEFAULT_MAX_THREADS = _THREADS
    models = faces and face_models.load(faces)
    if models:
        import cv2

        from diary.imaging.faces import FaceFinder

        cv2.setNumThreads(1)  # there is a process for each core already
        _finder = FaceFinder.load(models)
