"""The box structure of HEIC and AVIF files (ISO/IEC 14496-12).

libheif decodes a cut HEIC without a word and paints the missing tiles green, so a cut file has to
be found by its boxes.
"""

from collections.abc import Iterator

_HEADER = 8
"""Bytes of a box header: its length (4), then its type (4)."""

_LONG_HEADER = 16
"""Bytes of the header of a box whose length is kept in 64 bits, after the type."""


def brands(data: bytes) -> frozenset[bytes]:
    """The major and the compatible brands of the file; none if it is not of this family."""
    if data[4:8] != b"ftyp":
        return frozenset()
    listed = data[16 : int.from_bytes(data[:4])]
    compatible = (listed[at : at + 4] for at in range(0, len(listed), 4))
    return frozenset({data[8:12], *compatible})


def is_complete(data: bytes) -> bool:
    """Whether every top-level box ends inside the file."""
    return all(end <= len(data) for end in _box_ends(data))


def _box_ends(data: bytes) -> Iterator[int]:
    start = 0
    while start < len(data) and _is_box(data, start):
        start += _box_length(data, start)
        yield start


def _is_box(data: bytes, start: int) -> bool:
    """Phones append their own notes after the last box; no cut gives a type like theirs."""
    kind = data[start + 4 : start + _HEADER]
    return len(kind) < 4 or (kind.isascii() and kind.decode("ascii").isprintable())


def _box_length(data: bytes, start: int) -> int:
    length = int.from_bytes(data[start : start + 4])
    if length == 0:
        return max(len(data) - start, _HEADER)
    if length == 1:
        long_length = int.from_bytes(data[start + _HEADER : start + _LONG_HEADER])
        return max(long_length, _LONG_HEADER)
    return max(length, _HEADER)
