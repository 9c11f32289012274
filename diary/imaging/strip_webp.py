"""A WebP file without what is not its picture (RFC 9649)."""

from collections.abc import Iterator
from typing import NamedTuple

from diary.imaging import turned

_HEAD, _FRAME_HEAD = 12, 16
"""Bytes of the file's head, and of that of each frame of a moving picture."""

_PIXELS = {b"VP8 ", b"VP8L", b"ALPH"}
_WHOLE = {b"ANIM", b"ICCP"}
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


class Chunk(NamedTuple):
    kind: bytes
    content: bytes


def strip(data: bytes, orientation: int) -> bytes:
    """The picture's own chunks, bit by bit. Raises `ValueError` if they break off."""
    exif = turned.exif(orientation)
    body = b"".join(_kept(_chunks(data[_HEAD : _end(data)]), has_exif=bool(exif)))
    if exif:
        body += _written(Chunk(b"EXIF", exif))
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def _end(data: bytes) -> int:
    return 8 + int.from_bytes(data[4:8], "little")


def _kept(chunks: Iterator[Chunk], *, has_exif: bool) -> Iterator[bytes]:
    for chunk in chunks:
        if chunk.kind == b"VP8X":
            flags = chunk.content[0] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if has_exif else 0)
            yield _written(Chunk(chunk.kind, bytes((flags,)) + chunk.content[1:]))
        elif chunk.kind == b"ANMF":
            yield _written(Chunk(chunk.kind, _frame(chunk.content)))
        elif chunk.kind in _PIXELS | _WHOLE:
            yield _written(chunk)


def _frame(content: bytes) -> bytes:
    kept = (one for one in _chunks(content[_FRAME_HEAD:]) if one.kind in _PIXELS)
    return content[:_FRAME_HEAD] + b"".join(map(_written, kept))


def _chunks(data: bytes) -> Iterator[Chunk]:
    at = 0
    while at < len(data):
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        content = data[at + 8 : at + 8 + length]
        if len(kind) < 4 or len(content) < length:
            raise ValueError
        yield Chunk(kind, content)
        at += 8 + length + length % 2


def _written(chunk: Chunk) -> bytes:
    padding = b"\x00" * (len(chunk.content) % 2)
    return chunk.kind + len(chunk.content).to_bytes(4, "little") + chunk.content + padding
