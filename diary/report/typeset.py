"""Set pages as a PDF, in memory from the first byte to the last."""

from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

from diary.report.typeface import font_folder

if TYPE_CHECKING:
    import typst

STANDARDS: list["typst.PDFStandard"] = ["a-2a", "ua-1"]
"""Readable in decades, and readable aloud."""


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


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(font_folder())],
    )
