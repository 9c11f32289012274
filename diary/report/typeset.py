"""Set pages as a PDF, in memory from the first byte to the last."""

import sys
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

from diary.report.typeface import font_folder

if TYPE_CHECKING:
    import typst

STANDARDS: list["typst.PDFStandard"] = ["a-2a", "ua-1"]
"""Readable in decades, and readable aloud."""

_KEPT_FOR = 10
"""Documents after which Typst drops what none of them used."""


def typeset(files: dict[str, bytes], written: date) -> bytes:
    """The PDF of `main.typ` among `files`, with a timestamp that depends on the data alone.

    Every file is text: the compiler takes nothing else.
    """
    import typst

    pdf: bytes = typst.compile(
        files,  # type: ignore[call-overload] # its stub leaves out the dictionary of files
        font_paths=_fonts(),
        pdf_standards=STANDARDS,
        timestamp=datetime.combine(written, time(), UTC),
    )
    return pdf


def forget_pages() -> None:
    """Drop what the compiler keeps of set pages to be quick again: their words and photos."""
    if "typst" not in sys.modules:
        return
    import typst

    for _ in range(_KEPT_FOR + 1):
        typst.compile(b"", font_paths=_fonts())


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(font_folder())],
    )
