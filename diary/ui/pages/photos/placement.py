"""Where each photo of the gallery stands: rows of tiles under the headings of their months."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

AHEAD, BEHIND = 2.0, 0.5
"""Screens in the direction of scrolling, and against it, whose tiles may soon be seen."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Logical pixels. A tile is `side` wide; its caption stands below it."""

    width: int
    columns: int
    side: int
    tile_height: int
    row_gap: int
    column_gap: int
    heading: int
    section_gap: int
    lead: int
    """What stands over the first heading and scrolls with it."""


class Placement:
    """Knows the place of any tile without having made it. `counts` are the tiles per section."""

    def __init__(self, counts: Sequence[int], measures: Measures) -> None:
        self._measures = measures
        self._counts = counts
        self._firsts: list[int] = []
        self._tops: list[int] = []
        first, top = 0, measures.lead
        for count in counts:
            self._firsts.append(first)
            self._tops.append(top)
            lines = -(-count // measures.columns)
            top += measures.heading + lines * self._pitch - measures.row_gap + measures.section_gap
            first += count
        self.height = top - measures.section_gap if counts else top
        self.total = first

    @property
    def sections(self) -> int:
        return len(self._counts)

    @property
    def page(self) -> int:
        """The height of a line of tiles with the gap after it."""
        return self._pitch

    def rect(self, tile: int) -> QRect:
        """The place of a tile with its caption, from the top of all that scrolls."""
        section = self._section_of(tile)
        line, column = divmod(tile - self._firsts[section], self._measures.columns)
        top = self._first_line(section) + line * self._pitch
        left = self._left(column)
        return QRect(left, top, self._left(column, after=True) - left, self._measures.tile_height)

    def tile_at(self, point: QPoint) -> int:
        """The tile under a point, or -1."""
        section = self._section_at(point.y())
        line = (point.y() - self._first_line(section)) // self._pitch if section >= 0 else -1
        if line < 0:
            return -1
        for column in range(self._measures.columns):
            within = line * self._measures.columns + column
            if within < self._counts[section]:
                tile = self._firsts[section] + within
                if self.rect(tile).contains(point):
                    return tile
        return -1

    def tiles_between(self, top: int, bottom: int) -> range:
        """The tiles that reach into the part of the height from `top` to `bottom`."""
        if not self.total:
            return range(0)
        return range(self._first_from(top), self._first_from(bottom + self._pitch))

    def near(self, top: int, height: int, *, down: bool) -> list[int]:
        """The tiles that may soon be seen after a part of the height: first those that scrolling
        `down` or up goes towards, then those it left.
        """
        seen = self.tiles_between(top, top + height)
        below, above = (AHEAD, BEHIND) if down else (BEHIND, AHEAD)
        near = self.tiles_between(top - round(above * height), top + round((1 + below) * height))
        later, earlier = range(seen.stop, near.stop), range(seen.start - 1, near.start - 1, -1)
        return [*later, *earlier] if down else [*earlier, *later]

    def headings_between(self, top: int, bottom: int) -> Iterator[tuple[int, QRect]]:
        """The sections whose headings reach into a part of the height, and where they are."""
        for section in range(max(self._section_at(top), 0), len(self._tops)):
            if self._tops[section] > bottom:
                return
            box = QRect(0, self._tops[section], self._measures.width, self._measures.heading)
            yield section, box

    def top_of(self, section: int) -> int:
        return self._tops[section]

    def first_of(self, section: int) -> int:
        return self._firsts[section]

    def section_of(self, tile: int) -> int:
        return self._section_of(tile)

    def above(self, tile: int) -> int:
        """The tile over this one, in the section before if need be; itself in the first line."""
        section = self._section_of(tile)
        within, columns = tile - self._firsts[section], self._measures.columns
        if within >= columns:
            return tile - columns
        if section == 0:
            return tile
        last_line = (self._counts[section - 1] - 1) // columns * columns
        target = min(last_line + within % columns, self._counts[section - 1] - 1)
        return self._firsts[section - 1] + target

    def below(self, tile: int) -> int:
        """The tile under this one, in the section after if need be; itself in the last line."""
        section = self._section_of(tile)
        within, columns = tile - self._firsts[section], self._measures.columns
        last = self._counts[section] - 1
        if within // columns < last // columns:
            return self._firsts[section] + min(within + columns, last)
        if section + 1 == len(self._counts):
            return tile
        return self._firsts[section + 1] + min(within % columns, self._counts[section + 1] - 1)

    @property
    def _pitch(self) -> int:
        return self._measures.tile_height + self._measures.row_gap

    def _section_of(self, tile: int) -> int:
        return bisect_right(self._firsts, tile) - 1

    def _section_at(self, y: int) -> int:
        return bisect_right(self._tops, y) - 1

    def _first_line(self, section: int) -> int:
        return self._tops[section] + self._measures.heading

    def _first_from(self, y: int) -> int:
        """The first tile of the line at `y`, or of the next one."""
        section = self._section_at(y)
        if section < 0:
            return 0
        line = max(y - self._first_line(section), 0) // self._pitch
        within = min(line * self._measures.columns, self._counts[section])
        return self._firsts[section] + within

    def _left(self, column: int, *, after: bool = False) -> int:
        """Tiles share what the width has left over, so that the last one ends where it does."""
        measures = self._measures
        pitch = (measures.width + measures.column_gap) / measures.columns
        if after:
            return round((column + 1) * pitch) - measures.column_gap
        return round(column * pitch)
