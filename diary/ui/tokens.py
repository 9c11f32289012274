"""Colours and type sizes of the design, one set for each appearance."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QPalette


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as `#rrggbb`, named by their use; the contrast of each pair is tested."""

    bg: str
    surface: str
    rail: str
    sunk: str
    hover: str
    border: str
    border_control: str
    border_field: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_text: str
    soft: str
    acne: str
    acne_soft: str
    dryness: str
    dryness_soft: str
    mood: str
    mood_soft: str
    dose: str
    dose_soft: str
    band: str
    band_text: str
    danger: str
    warn_text: str
    warn_fill: str
    warn_border: str


LIGHT = Tokens(
    bg="#F6F7F5",
    surface="#FFFFFF",
    rail="#EEF1ED",
    sunk="#F1F4F0",
    hover="#E9EDE9",
    border="#E2E6E1",
    border_control="#C4CCC7",
    border_field="#7F8E88",
    text="#1E2A27",
    muted="#56655F",
    faint="#6A7973",
    accent="#0F766E",
    accent_hover="#0B5F58",
    on_accent="#FFFFFF",
    accent_text="#0B5F58",
    soft="#D9EFEB",
    acne="#B4234A",
    acne_soft="#F9E9EE",
    dryness="#945B0C",
    dryness_soft="#F7EEDF",
    mood="#2563A8",
    mood_soft="#E6EFF8",
    dose="#0F766E",
    dose_soft="#D9EFEB",
    band="#EDF1F7",
    band_text="#3F5266",
    danger="#9B2C1F",
    warn_text="#6E4508",
    warn_fill="#FBF3E2",
    warn_border="#E5CF9F",
)

DARK = Tokens(
    bg="#141A19",
    surface="#1C2423",
    rail="#181F1E",
    sunk="#232D2B",
    hover="#2A3532",
    border="#2C3735",
    border_control="#43514D",
    border_field="#6F817B",
    text="#E6ECEA",
    muted="#9DB0AA",
    faint="#8DA19A",
    accent="#4FBFB2",
    accent_hover="#6CCFC3",
    on_accent="#0E1716",
    accent_text="#8AD9CF",
    soft="#1D3B37",
    acne="#F0849F",
    acne_soft="#3A2730",
    dryness="#E0A64E",
    dryness_soft="#382F20",
    mood="#7DB3F0",
    mood_soft="#203144",
    dose="#4FBFB2",
    dose_soft="#1D3B37",
    band="#222C36",
    band_text="#A9BBD0",
    danger="#F2A08F",
    warn_text="#E9C685",
    warn_fill="#33291A",
    warn_border="#5B4A2A",
)


def from_palette(palette: QPalette) -> Tokens:
    """The system's own colours, for patients who asked it for high contrast."""
    window = palette.window().color().name()
    base = palette.base().color().name()
    text = palette.windowText().color().name()
    highlight = palette.highlight().color().name()
    on_highlight = palette.highlightedText().color().name()
    return Tokens(
        bg=window,
        surface=base,
        rail=window,
        sunk=window,
        hover=window,
        border=text,
        border_control=text,
        border_field=text,
        text=text,
        muted=text,
        faint=palette.placeholderText().color().name(),
        accent=highlight,
        accent_hover=highlight,
        on_accent=on_highlight,
        accent_text=text,
        soft=base,
        acne=highlight,
        acne_soft=base,
        dryness=highlight,
        dryness_soft=base,
        mood=highlight,
        mood_soft=base,
        dose=highlight,
        dose_soft=base,
        band=base,
        band_text=text,
        danger=text,
        warn_text=text,
        warn_fill=base,
        warn_border=text,
    )


class Type(NamedTuple):
    """Logical pixels at 100 % and a font weight."""

    size: int
    weight: int


TYPE = {
    "title": Type(24, 600),
    "first-run": Type(28, 600),
    "figure": Type(20, 600),
    "section": Type(15, 600),
    "body": Type(14, 400),
    "control": Type(13, 500),
    "caption": Type(12, 400),
    "badge": Type(12, 600),
}
"""Nothing is set smaller than 12."""
