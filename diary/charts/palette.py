"""The colours of a chart, one set for each surface it is drawn on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`; `band` is month two, `target_fill` the patient's own dose target."""

    surface: str
    text: str
    muted: str
    grid: str
    axis: str
    acne: str
    dryness: str
    mood: str
    dose: str
    target_fill: str
    band: str
    band_text: str


LIGHT = Palette(
    surface="#FFFFFF",
    text="#1E2A27",
    muted="#56655F",
    grid="#E2E6E1",
    axis="#7F8E88",
    acne="#B4234A",
    dryness="#945B0C",
    mood="#2563A8",
    dose="#0F766E",
    target_fill="#D9EFEB",
    band="#EDF1F7",
    band_text="#3F5266",
)

DARK = Palette(
    surface="#1C2423",
    text="#E6ECEA",
    muted="#9DB0AA",
    grid="#2C3735",
    axis="#6F817B",
    acne="#F0849F",
    dryness="#E0A64E",
    mood="#7DB3F0",
    dose="#4FBFB2",
    target_fill="#1D3B37",
    band="#222C36",
    band_text="#A9BBD0",
)

PAPER = Palette(
    surface="#FFFFFF",
    text="#1E2A27",
    muted="#56655F",
    grid="#D5D9D5",
    axis="#7F8E88",
    acne="#B4234A",
    dryness="#945B0C",
    mood="#2563A8",
    dose="#0F766E",
    target_fill="#D9EFEB",
    band="#ECEEEC",
    band_text="#56655F",
)
"""A grey band and a darker grid: both survive a greyscale printer."""
