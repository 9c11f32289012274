"""A PNG file without what is not its picture (PNG, third edition, section 11)."""

from collections.abc import Iterator
from typing import NamedTuple
from zlib import crc32

from diary.imaging import turned

START = b"\x89PNG\r\n\x1a\n"
_PICTURE = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"bKGD", b"acTL", b"fcTL", b"fdAT"}
_COLOURS = {b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"cICP", b"mDCV", b"cLLI"}
_KEPT = _PICTURE | _COLOURS


class Chunk(NamedTuple):
    kind: bytes
    content: bytes


def strip(data: bytes, orientation: int) -> bytes:
    """The picture's own chunks, bit by bit. Raises `ValueError` if they break off."""
    parts = [START]
    exif = turned.exif(orientation)
    for chunk in _chunks(data):
        if chunk.kind in _KEPT:
            parts.append(_written(chunk))
        if chunk.kind == b"IHDR" and exif:
            parts.append(_written(Chunk(b"eXIf", exif)))
    return b"".join(parts)


def _chunks(data: bytes) -> Iterator[Chunk]:
    """Up to the end of the picture; what follows it is not read."""
    at, kind = len(START), b""
    while kind != b"IEND":
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        content = data[at + 8 : at + 8 + length]
        if len(kind) < 4 or len(content) < length:
            raise ValueError
        yield Chunk(kind, content)
        at += 12 + length


def _written(chunk: Chunk) -> bytes:
    body = chunk.kind + chunk.content
    return len(chunk.content).to_bytes(4) + body + crc32(body).to_bytes(4)
