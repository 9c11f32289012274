"""Damaged picture files: the same number always gives the same one."""

import re
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from random import Random
from typing import Any, NamedTuple

from PIL import Image

from tests.pictures.phone import MIMES, display_p3, photo, portrait

FORMS = tuple(MIMES)

_HEADER = 600
"""Bytes at the start, where damage does most."""

_EDGES = (0, 1, 0x7F, 0x80, 0xFE, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
"""Numbers at which lengths and sizes overflow."""

_PART = re.compile(rb"[A-Za-z][A-Za-z0-9]{3}|\xff[\xc0-\xfe]")
"""The name of a box, item or chunk, or a marker of JPEG."""

_VARIANTS: dict[str, tuple[tuple[str, dict[str, Any]], ...]] = {
    "JPEG": (("RGB", {}), ("RGB", {"progressive": True}), ("L", {}), ("CMYK", {})),
    "PNG": (("RGB", {}), ("P", {}), ("LA", {}), ("I;16", {})),
    "WEBP": (("RGB", {}), ("RGBA", {"lossless": False})),
    "AVIF": (("RGB", {}), ("RGBA", {})),
    "TIFF": (
        ("RGB", {}),
        ("RGB", {"compression": "tiff_lzw"}),
        ("RGB", {"compression": "tiff_adobe_deflate"}),
        ("RGB", {"compression": "jpeg"}),
        ("L", {"compression": "packbits"}),
        ("1", {"compression": "group4"}),
    ),
    "HEIF": (("RGB", {}), ("RGBA", {})),
    "GRID": (("RGB", {}),),
}
"""Modes of the pixels and options of the writer."""


class Mutant(NamedTuple):
    name: str
    data: bytes


def mutant(number: int) -> Mutant:
    """Its name says how to get it again."""
    form = FORMS[number % len(FORMS)]
    chance = Random(number)
    data = chance.choice(_samples(form))
    for _ in range(chance.choice((1, 1, 2, 4))):
        data = chance.choice(_DAMAGES)(data, form, chance)
    if form == "PNG" and chance.random() < 0.7:
        data = _with_right_checksums(data)
    return Mutant(f"mutant {number}.{form.lower()}", data)


@cache
def _samples(form: str) -> tuple[bytes, ...]:
    face = portrait().resize((96, 64))
    return tuple(_written(_in_mode(face, mode), form, options) for mode, options in _VARIANTS[form])


def _written(image: Image.Image, form: str, options: dict[str, Any]) -> bytes:
    if "compression" in options:  # Pillow cannot write these with camera data
        buffer = BytesIO()
        image.save(buffer, form, **options)
        return buffer.getvalue()
    if image.mode == "RGB":
        options = {**options, "icc_profile": display_p3()}
    return photo(
        image, form, taken="2026:11:03 08:12:34", offset="+01:00", orientation=6, **options
    )


def _in_mode(image: Image.Image, mode: str) -> Image.Image:
    if mode == "I;16":
        return image.convert("L").point(lambda value: value * 257, "I").convert("I;16")
    return image.convert(mode)


def _place(data: bytes, chance: Random) -> int:
    end = min(len(data), _HEADER) if chance.random() < 0.5 else len(data)
    return chance.randrange(max(1, end))


def _length(chance: Random) -> int:
    return int(2 ** chance.uniform(0, 10))


def _flip(data: bytes, _form: str, chance: Random) -> bytes:
    flipped = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 32)) if data else 0):
        flipped[_place(data, chance)] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def _edge(data: bytes, _form: str, chance: Random) -> bytes:
    number, size = chance.choice(_EDGES), chance.choice((1, 2, 4))
    at = _place(data, chance)
    highest_first = (number % (1 << 8 * size)).to_bytes(size)
    content = highest_first if chance.random() < 0.5 else highest_first[::-1]
    return data[:at] + content + data[at + size :]


def _field(data: bytes, _form: str, chance: Random) -> bytes:
    """A part of the file gets another name, length or first number."""
    parts = [part.start() for part in _PART.finditer(data)]
    if not parts:
        return data
    at = max(0, chance.choice(parts) + chance.randrange(-4, 12))
    content = chance.randbytes(chance.choice((1, 2, 4)))
    return data[:at] + content + data[at + len(content) :]


def _noise(data: bytes, _form: str, chance: Random) -> bytes:
    at, length = _place(data, chance), _length(chance)
    return data[:at] + chance.randbytes(length) + data[at + length :]


def _insert(data: bytes, _form: str, chance: Random) -> bytes:
    at = _place(data, chance)
    return data[:at] + chance.randbytes(_length(chance)) + data[at:]


def _delete(data: bytes, _form: str, chance: Random) -> bytes:
    at = _place(data, chance)
    return data[:at] + data[at + _length(chance) :]


def _repeat(data: bytes, _form: str, chance: Random) -> bytes:
    at, length = _place(data, chance), _length(chance)
    return (
        data[: at + length] + data[at : at + length] * chance.choice((1, 3)) + data[at + length :]
    )


def _cut(data: bytes, _form: str, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _splice(data: bytes, form: str, chance: Random) -> bytes:
    """The beginning of one file and the end of another, sometimes of another format."""
    other = chance.choice(_samples(form if chance.random() < 0.8 else chance.choice(FORMS)))
    return data[: _place(data, chance)] + other[_place(other, chance) :]


_DAMAGES: tuple[Callable[[bytes, str, Random], bytes], ...] = (
    _flip,
    _flip,
    _edge,
    _edge,
    _field,
    _field,
    _noise,
    _insert,
    _delete,
    _repeat,
    _cut,
    _splice,
)


def _with_right_checksums(data: bytes) -> bytes:
    """A PNG whose damage the checksums do not give away."""
    chunks, at = [data[:8]], 8
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4])
        body = data[at + 4 : at + 8 + length]
        if len(body) < 4 + length:
            break
        chunks.append(data[at : at + 4] + body + zlib.crc32(body).to_bytes(4))
        at += 12 + length
    return b"".join(chunks) + data[at:]
