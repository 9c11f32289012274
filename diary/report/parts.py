"""The pieces a report is made of: finished words, ready to be set."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Bar:
    """The recorded dose against the target, as parts of the bar's width from 0 to 1."""

    filled: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str
    lines: tuple[str, ...] = ()
    bar: Bar | None = None
    under_bar: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """The words beside one panel of the trend chart; `series` names its marker and colour."""

    series: Literal["acne", "dryness", "mood"]
    title: str
    value: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    title: str
    panels: tuple[Panel, ...]
    legend: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The first head is the table's title; the first cell of each row names the row."""

    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Text:
    title: str
    text: str
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that begins with its own name."""

    name: str
    text: str
    kind: Literal["line"] = "line"


@dataclass(frozen=True, slots=True)
class Numbered:
    title: str
    items: tuple[str, ...]
    kind: Literal["numbered"] = "numbered"


Block = Table | Text | Line | Numbered


@dataclass(frozen=True, slots=True)
class Frame:
    """One place of the photo page; without a photo, `caption` says so."""

    photo_id: str | None
    caption: tuple[str, ...]
    alternative: str


@dataclass(frozen=True, slots=True)
class Column:
    """`date` is filled when all photos of the column were taken on one day."""

    title: str
    date: str


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class PhotoPage:
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DatedNote:
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class DailyNotes:
    title: str
    notes: tuple[DatedNote, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything a report says, in the order in which it says it."""

    title: str
    person: str
    period: str
    prepared: str
    facts: tuple[Fact, ...]
    trend: Trend | None
    blocks: tuple[Block, ...]
    photos: PhotoPage | None
    daily_notes: DailyNotes | None
    footer: str
    page_of: str
