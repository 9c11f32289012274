"""Whether a JPEG file is as plain as those the diary writes itself (ISO/IEC 10918-1, annex B).

Only such files reach the window and the report, whose decoders are not confined.
"""

import re
from typing import NamedTuple

_START, _END = b"\xff\xd8", b"\xff\xd9"
_JFIF, _FRAME, _SCAN = 0xE0, 0xC0, 0xDA
_TABLES = {0xDB, 0xC4}
"""Quantization and Huffman tables."""

_MARKER = re.compile(rb"\xff[^\x00]")
"""Within the pixels, where FF 00 stands for the byte FF."""


class _Segment(NamedTuple):
    marker: int
    content: bytes
    end: int


def is_plain(data: bytes, longest: int) -> bool:
    """Whether `data` is one baseline picture of at most `longest` pixels a side, and no more."""
    at, frames = len(_START), 0
    if not data.startswith(_START):
        return False
    while segment := _segment(data, at):
        at = segment.end
        if segment.marker == _FRAME:
            frames += 1
            if not _is_small(segment.content, longest):
                return False
        elif segment.marker == _SCAN:
            return frames == 1 and _ends_the_file(data, at)
        elif segment.marker != _JFIF and segment.marker not in _TABLES:
            return False
    return False


def _segment(data: bytes, at: int) -> _Segment | None:
    head = data[at : at + 4]
    length = int.from_bytes(head[2:])
    end = at + 2 + length
    if len(head) < 4 or head[0] != 0xFF or length < 2 or end > len(data):
        return None
    return _Segment(head[1], data[at + 4 : end], end)


def _is_small(frame: bytes, longest: int) -> bool:
    height, width = int.from_bytes(frame[1:3]), int.from_bytes(frame[3:5])
    return 0 < width <= longest and 0 < height <= longest


def _ends_the_file(data: bytes, at: int) -> bool:
    marker = _MARKER.search(data, at)
    return marker is not None and marker.group() == _END and marker.end() == len(data)
