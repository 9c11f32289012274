"""Photo files as phones write them, made from public-domain portraits and from plain colours."""

import zlib
from io import BytesIO
from struct import pack
from typing import Any

import skimage.data
from PIL import ExifTags, Image
from PIL.Image import Transpose

from tests.pictures.grid import grid_heic

Colour = tuple[int, int, int]

MIMES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "AVIF": "image/avif",
    "TIFF": "image/tiff",
    "HEIF": "image/heic",
    "GRID": "image/heic",
}
"""What the diary reads, by the names of the writers; the last is HEIC in tiles, as of iPhones."""

CORNERS: tuple[Colour, ...] = ((220, 30, 30), (30, 160, 40), (40, 60, 200), (240, 240, 240))
"""Of `quartered()`: top left, top right, bottom left, bottom right."""

_FINEST: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 95},
    "WEBP": {"lossless": True},
    "AVIF": {"quality": 95, "speed": 9},
}

_STORED = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_90,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_270,
}
"""How a camera turns the upright picture before it writes that EXIF orientation."""


def portrait() -> Image.Image:
    """Eileen Collins, 512 × 512, NASA."""
    return Image.fromarray(skimage.data.astronaut())  # type: ignore[no-untyped-call]


def quartered() -> Image.Image:
    """Four colours, wider than high: shows any turn and any mirroring."""
    image = Image.new("RGB", (96, 64))
    for number, colour in enumerate(CORNERS):
        image.paste(colour, (number % 2 * 48, number // 2 * 32, 96, 64))
    return image


def photo(
    image: Image.Image,
    form: str = "JPEG",
    *,
    taken: str | None = None,
    offset: str | None = None,
    orientation: int = 1,
    **options: Any,
) -> bytes:
    """`image` as a file, with EXIF as phones write it: `taken` is "2026:11:23 08:12:34"."""
    turn = _STORED.get(orientation)
    stored = image if turn is None else image.transpose(turn)
    exif = _exif(taken, offset, orientation)
    buffer = BytesIO()
    if form == "GRID":
        return grid_heic(stored.convert("RGB"), exif, orientation, **options)
    if form == "HEIF":
        _write_heic(stored, buffer, exif, options)
    else:
        stored.save(buffer, form, exif=exif, **{**_FINEST.get(form, {}), **options})
    return buffer.getvalue()


def _exif(taken: str | None, offset: str | None, orientation: int) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Phone"
    if orientation != 1:
        exif[ExifTags.Base.Orientation] = orientation
    details = exif.get_ifd(ExifTags.IFD.Exif)
    if taken:
        details[ExifTags.Base.DateTimeOriginal] = taken
    if offset:
        details[ExifTags.Base.OffsetTimeOriginal] = offset
    return exif.tobytes()


def _write_heic(image: Image.Image, buffer: BytesIO, exif: bytes, options: dict[str, Any]) -> None:
    """Turned by the container and by EXIF at once, as an iPhone does."""
    import pillow_heif

    profile = options.pop("icc_profile", None)
    heic = pillow_heif.from_pillow(image)
    if profile:
        heic.info.update(icc_profile=profile, icc_profile_type="prof")
    heic.info["exif"] = exif
    heic.save(buffer, **{"quality": 95, **options})


def display_p3() -> bytes:
    """An ICC profile of the colours of a phone's camera: P3 primaries on D50, the sRGB curve."""
    curve = b"para" + pack(">IHH5i", 0, 3, 0, *_fixed(2.4, 0.947867, 0.052133, 0.077399, 0.04045))
    tags = {
        b"desc": b"desc" + pack(">II", 0, 11) + b"Display P3\x00" + bytes(78),
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": _xyz(0.51512, 0.24120, -0.00105),
        b"gXYZ": _xyz(0.29198, 0.69225, 0.04189),
        b"bXYZ": _xyz(0.15710, 0.06657, 0.78407),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    return _icc(tags)


def _icc(tags: dict[bytes, bytes]) -> bytes:
    """A display profile of version 4 (ICC.1, section 7)."""
    table, body = pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        padded = content + bytes(-len(content) % 4)
        table += name + pack(">II", start + len(body), len(content))
        body += padded
    header = pack(">I4sI4s4s4s12x4s", start + len(body), b"", 0x04000000, b"mntr", b"RGB ", b"XYZ ",
                  b"acsp") + bytes(28) + pack(">3i", *_fixed(0.9642, 1.0, 0.8249))  # fmt: skip
    return header.ljust(128, b"\x00") + table + body


def _xyz(*values: float) -> bytes:
    return b"XYZ " + pack(">I3i", 0, *_fixed(*values))


def _fixed(*values: float) -> list[int]:
    """As s15Fixed16Number."""
    return [round(value * 65536) for value in values]


def png_bomb(side: int) -> bytes:
    """A black-and-white PNG of `side` × `side` pixels in a few KB, made without unfolding it."""
    packer = zlib.compressobj(9)
    row = bytes(1 + side // 8)
    rows = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    header = pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(content)) + name + content + pack(">I", zlib.crc32(name + content))
        for name, content in chunks
    )
