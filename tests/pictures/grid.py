"""HEIC files as iPhones write them: a grid of tiles that were compressed one by one.

libheif writes a picture as one tile, which is decoded in another way and takes one core. The boxes
are those of ISO/IEC 14496-12 and 23008-12.
"""

from collections.abc import Iterator
from io import BytesIO
from struct import pack, unpack_from

import pillow_heif
from PIL import Image

_SIDE = 512
"""Pixels of a tile, as on every iPhone."""

_UPSIDE_DOWN, _LEFT_TO_RIGHT = 0, 1
"""Mirrors."""

_TURNS: dict[int, tuple[int, int | None]] = {
    1: (0, None),
    2: (0, _LEFT_TO_RIGHT),
    3: (2, None),
    4: (0, _UPSIDE_DOWN),
    5: (3, _LEFT_TO_RIGHT),
    6: (3, None),
    7: (1, _LEFT_TO_RIGHT),
    8: (1, None),
}
"""Quarters of a turn to the left, then a mirror, that show a picture of that EXIF orientation
upright."""


def grid_heic(
    stored: Image.Image,
    exif: bytes,
    orientation: int,
    *,
    icc_profile: bytes | None = None,
    quality: int = 95,
) -> bytes:
    """`stored` as the camera reads it from its sensor; `orientation` turns it upright."""
    columns, rows = (-(-length // _SIDE) for length in stored.size)
    tiles = [_compressed(tile, quality) for tile in _tiles(stored, columns, rows)]
    (setting,) = {setting for setting, _content in tiles}
    contents = [content for _setting, content in tiles]
    contents.append(pack(">BBBBHH", 0, 0, rows - 1, columns - 1, *stored.size))
    contents.append(pack(">I", 0) + exif)
    grid, notes = len(tiles) + 1, len(tiles) + 2
    kinds = [b"hvc1"] * len(tiles) + [b"grid", b"Exif"]
    turn, mirror = _TURNS[orientation]
    properties = [
        _box(b"colr", b"prof" + icc_profile) if icc_profile else _box(b"free", b""),
        _box(b"hvcC", setting),
        _full(b"ispe", pack(">II", _SIDE, _SIDE)),
        _full(b"ispe", pack(">II", *stored.size)),
        _full(b"pixi", bytes([3, 8, 8, 8])),
        _box(b"irot", bytes([turn])),
        _box(b"free", b"") if mirror is None else _box(b"imir", bytes([mirror])),
    ]
    of_a_tile, of_the_grid = bytes([3, 1, 0x82, 3]), bytes([5, 1, 4, 5, 0x86, 0x87])
    held = [*(pack(">H", number) + of_a_tile for number in range(1, grid))]
    held.append(pack(">H", grid) + of_the_grid)
    before = [
        _full(b"hdlr", bytes(4) + b"pict" + bytes(13)),
        _full(b"pitm", pack(">H", grid)),
        _full(b"iinf", pack(">H", len(kinds)) + b"".join(map(_entry, range(1, 99), kinds))),
        _full(
            b"iref",
            _box(b"dimg", pack(f">HH{len(tiles)}H", grid, len(tiles), *range(1, grid)))
            + _box(b"cdsc", pack(">HHH", notes, 1, grid)),
        ),
        _box(
            b"iprp",
            _box(b"ipco", b"".join(properties))
            + _full(b"ipma", pack(">I", len(held)) + b"".join(held)),
        ),
    ]
    file_type = _box(b"ftyp", b"heic" + bytes(4) + b"mif1heic")
    places = len(_meta(before, _places(contents, 0)))
    return (
        file_type
        + _meta(before, _places(contents, len(file_type) + places + 8))
        + _box(b"mdat", b"".join(contents))
    )


def _tiles(image: Image.Image, columns: int, rows: int) -> Iterator[Image.Image]:
    """From left to right, then down; those at the edges repeat its last pixels."""
    wide = Image.new("RGB", (columns * _SIDE, rows * _SIDE))
    wide.paste(image.crop((image.width - 1, 0, image.width, image.height)).resize(wide.size))
    wide.paste(image)
    for top in range(0, wide.height, _SIDE):
        for left in range(0, wide.width, _SIDE):
            yield wide.crop((left, top, left + _SIDE, top + _SIDE))


def _compressed(tile: Image.Image, quality: int) -> tuple[bytes, bytes]:
    """The decoder's settings for a tile, and the tile."""
    buffer = BytesIO()
    pillow_heif.from_pillow(tile).save(buffer, quality=quality)
    data = buffer.getvalue()
    setting = data.index(b"hvcC")
    (length,) = unpack_from(">I", data, setting - 4)
    return data[setting + 4 : setting - 4 + length], data[data.index(b"mdat") + 4 :]


def _entry(number: int, kind: bytes) -> bytes:
    return _full(b"infe", pack(">HH4sB", number, 0, kind, 0), version=2)


def _places(contents: list[bytes], start: int) -> bytes:
    """Where each item lies in the file."""
    table = pack(">HH", 0x4400, len(contents))
    for number, content in enumerate(contents, 1):
        table += pack(">HHHHII", number, 0, 0, 1, start, len(content))
        start += len(content)
    return _full(b"iloc", table, version=1)


def _meta(boxes: list[bytes], places: bytes) -> bytes:
    return _full(b"meta", b"".join(boxes) + places)


def _full(kind: bytes, content: bytes, version: int = 0) -> bytes:
    return _box(kind, pack(">I", version << 24) + content)


def _box(kind: bytes, content: bytes) -> bytes:
    return pack(">I4s", len(content) + 8, kind) + content
