"""The box structure of HEIC and AVIF files (ISO/IEC 14496-12).

Two kinds of damage have to be found here, because the HEIC decoder does not refuse them: of a cut
file it paints the missing tiles bright green, and of an item whose type is no text it dies, and
the program with it.
"""

from collections.abc import Iterator
from typing import NamedTuple

_HEADER = 8
"""Bytes of a box header: its length (4), then its type (4)."""

_LONG_HEADER = 16
"""Bytes of the header of a box whose length is kept in 64 bits, after the type."""

_VERSION_AND_FLAGS = 4
"""Bytes with which the content of a "full" box begins."""


class _Box(NamedTuple):
    """`start` and `end` enclose the content, without the header; `end` may be past the file."""

    kind: bytes
    start: int
    end: int


def brands(data: bytes) -> frozenset[bytes]:
    """The major and the compatible brands of the file; none if it is not of this family."""
    if data[4:8] != b"ftyp":
        return frozenset()
    listed = data[16 : int.from_bytes(data[:4])]
    compatible = (listed[at : at + 4] for at in range(0, len(listed), 4))
    return frozenset({data[8:12], *compatible})


def is_sound(data: bytes) -> bool:
    """Whether no box is cut off and every item says in text what it is."""
    whole = _Box(b"", 0, len(data))
    return all(box.end <= len(data) for box in _boxes(data, whole)) and all(
        _is_text(item) for item in _item_texts(data, whole)
    )


def _boxes(data: bytes, parent: _Box, skip: int = 0) -> Iterator[_Box]:
    """The boxes in `parent`, after the first `skip` bytes of its content."""
    start = parent.start + skip
    while start < parent.end:
        kind = data[start + 4 : start + _HEADER]
        if len(kind) == 4 and not _is_plain(kind):
            return  # phones append their own notes after the last box; a cut leaves no such type
        header, length = _lengths(data, start, parent.end)
        yield _Box(kind, start + header, start + length)
        start += length


def _is_plain(kind: bytes) -> bool:
    return kind.isascii() and kind.decode("ascii").isprintable()


def _lengths(data: bytes, start: int, parent_end: int) -> tuple[int, int]:
    """Bytes of the header, and of the whole box, that begins at `start`."""
    length = int.from_bytes(data[start : start + 4])
    if length == 0:
        return _HEADER, max(parent_end - start, _HEADER)
    if length == 1:
        long_length = int.from_bytes(data[start + _HEADER : start + _LONG_HEADER])
        return _LONG_HEADER, max(long_length, _LONG_HEADER)
    return _HEADER, max(length, _HEADER)


def _item_texts(data: bytes, whole: _Box) -> Iterator[bytes]:
    """The type, name and content type of each entry of the item information box."""
    for meta in _boxes(data, whole):
        if meta.kind != b"meta":
            continue
        for table in _boxes(data, meta, _VERSION_AND_FLAGS):
            if table.kind == b"iinf":
                count = 2 if _version(data, table) == 0 else 4
                for entry in _boxes(data, table, _VERSION_AND_FLAGS + count):
                    identity = 6 if _version(data, entry) == 3 else 4
                    yield data[entry.start + _VERSION_AND_FLAGS + identity : entry.end]


def _version(data: bytes, full_box: _Box) -> int:
    return int.from_bytes(data[full_box.start : full_box.start + 1])


def _is_text(text: bytes) -> bool:
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True
