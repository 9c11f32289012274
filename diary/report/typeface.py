"""The one typeface of a report, and what of a text it can show."""

import unicodedata
from collections.abc import Callable, Container
from functools import cache
from pathlib import Path
from typing import Any

from diary.words import translate

MISSING = "□"
"""Stands for a sign without a glyph; an archivable PDF must not hold an undefined one."""

INVISIBLE = {"Cc", "Cf", "Cs"}
"""Unicode categories of signs that have no shape: controls, joiners and half surrogates."""

KEPT = {"\n"}

VARIATION_SELECTORS = range(0xFE00, 0xFE10)


def font_folder() -> Path:
    """DejaVu Sans as it comes with matplotlib, so that every computer sets the same page."""
    import matplotlib as mpl

    return Path(mpl.get_data_path()) / "fonts" / "ttf"


@cache
def _known() -> Container[int]:
    from matplotlib.ft2font import FT2Font

    return FT2Font(str(font_folder() / "DejaVuSans.ttf")).get_charmap().keys()


def printable(text: str) -> str:
    """`text` with the signs the typeface lacks replaced, and invisible ones left out."""
    return "".join(map(_sign, text.replace("\r\n", "\n").replace("\t", " ")))


def _sign(sign: str) -> str:
    category = unicodedata.category(sign)
    if sign in KEPT:
        return sign
    if category in INVISIBLE or ord(sign) in VARIATION_SELECTORS:
        return ""
    return sign if ord(sign) in _known() and category != "Co" else MISSING


def printable_throughout(value: Any) -> Any:
    """`value`, as read from JSON, with every text in it printable."""
    return _map_text(value, printable)


def _map_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _map_text(item, change) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_map_text(item, change) for item in value]
    return value


def missing_signs_note() -> str:
    return translate("Report", "{box} stands for a sign this file cannot show.").format(box=MISSING)
