"""A JPEG file without what is not its picture (ISO/IEC 10918-1 annex B, JFIF 1.02, Exif 2.32).

Phones put the place, their model, a small picture, and after the end further pictures or a film
into it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from diary.imaging import turned

START, _END = b"\xff\xd8", 0xD9
_JFIF, _EXIF, _PROFILE, _ADOBE = 0xE0, 0xE1, 0xE2, 0xEE
_SCAN = 0xDA
_HUFFMAN, _ARITHMETIC, _QUANTIZATION, _LINES, _RESTART = 0xC4, 0xCC, 0xDB, 0xDC, 0xDD
_NOT_FRAMES = {_HUFFMAN, 0xC8, _ARITHMETIC}
_FRAMES = set(range(0xC0, 0xD0)) - _NOT_FRAMES
_PICTURE = {*_FRAMES, _SCAN, _HUFFMAN, _ARITHMETIC, _QUANTIZATION, _LINES, _RESTART}
_ALONE = {0x01, *range(0xD0, 0xD8)}
"""Markers without content."""

_MARKER = re.compile(rb"\xff+([^\x00\xff])")
"""A marker, past bytes that belong to nothing."""

_ENDS_SCAN = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
"""Within the pixels FF 00 stands for the byte FF, and restart markers belong to them."""

_JFIF_WITHOUT_PICTURE = 12
"""Bytes of a JFIF head up to the size of its small picture."""

_SMALLEST_FURTHER = 16
"""Bytes after the end that are more than padding."""


class Segment(NamedTuple):
    """`content` is what follows the length, `pixels` what follows the head of a scan; the next
    segment begins at `end`."""

    marker: int
    content: bytes
    pixels: bytes
    end: int


def strip(data: bytes, orientation: int) -> bytes:
    """The picture's own segments, bit by bit. Raises `ValueError` if they break off."""
    parts = [START]
    exif = turned.exif(orientation)
    for segment in _segments(data):
        if exif and segment.marker != _JFIF:
            parts.append(_written(_EXIF, b"Exif\x00\x00" + exif))
            exif = b""
        kept = _kept(segment)
        if kept is not None:
            parts += [_written(segment.marker, kept), segment.pixels]
    return b"".join((*parts, bytes((0xFF, _END))))


def has_further(data: bytes) -> bool:
    """Whether more pictures or a film follow the picture. Raises `ValueError`."""
    (*_, last) = _segments(data)
    return len(data) - last.end >= _SMALLEST_FURTHER


def _kept(segment: Segment) -> bytes | None:
    """The content of a segment that the picture needs, else None."""
    marker, content = segment.marker, segment.content
    if marker in _PICTURE:
        return content
    if marker == _JFIF and content.startswith(b"JFIF\x00"):
        return content[:_JFIF_WITHOUT_PICTURE].ljust(_JFIF_WITHOUT_PICTURE, b"\x00") + b"\x00\x00"
    is_colour = (marker == _PROFILE and content.startswith(b"ICC_PROFILE\x00")) or (
        marker == _ADOBE and content.startswith(b"Adobe")
    )
    return content if is_colour else None


def _written(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2) + content


def _segments(data: bytes) -> Iterator[Segment]:
    """All segments, of which the last is the end. Raises `ValueError` if there is none."""
    at = len(START)
    while found := _MARKER.search(data, at):
        marker, at = found.group(1)[0], found.end()
        if marker == _END:
            yield Segment(marker, b"", b"", at)
            return
        if marker in _ALONE:
            continue
        content, at = _content(data, at)
        pixels = b""
        if marker == _SCAN:
            pixels = data[at : _end_of_scan(data, at)]
            at += len(pixels)
        yield Segment(marker, content, pixels, at)
    raise ValueError


def _end_of_scan(data: bytes, at: int) -> int:
    following = _ENDS_SCAN.search(data, at)
    if following is None:
        raise ValueError
    return following.start()


def _content(data: bytes, at: int) -> tuple[bytes, int]:
    length = int.from_bytes(data[at : at + 2])
    if length < 2 or at + length > len(data):
        raise ValueError
    return data[at + 2 : at + length], at + length
