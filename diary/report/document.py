"""The summary as a PDF."""

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from diary import resources
from diary.domain.diary import Diary
from diary.domain.panels import Shot, reference
from diary.domain.photo import Photo
from diary.report.options import Paper, ReportOptions
from diary.report.period import period_of
from diary.report.photo_page import photo_rows
from diary.report.summary import summarise
from diary.report.trend_chart import chart_for, trend_layout, trend_svg
from diary.report.typeface import MISSING, missing_signs_note, printable_throughout
from diary.report.typeset import typeset
from diary.words import translate

TYPST_PAPER = {Paper.A4: "a4", Paper.LETTER: "us-letter"}


def photos_for(diary: Diary, options: ReportOptions) -> dict[Photo, Photo]:
    """The photos that `write_report` needs, each with the one over which it is laid."""
    return {
        panel.photo: reference(row)
        for row in photo_rows(diary, options).values()
        for panel in row.values()
    }


def write_report(diary: Diary, options: ReportOptions, shots: Mapping[str, Shot]) -> bytes:
    """The PDF; `shots` has the picture of each of `photos_for` by its id.

    The same diary, options and pictures give the same bytes, except with a password: its salt is
    random.
    """
    pdf = typeset(_files(diary, options, shots), diary.today)
    if options.password is None:
        return pdf
    from diary.report.protect import protect

    return protect(pdf, options.password)


def _files(diary: Diary, options: ReportOptions, shots: Mapping[str, Shot]) -> dict[str, bytes]:
    """What the template reads, by name."""
    files = {
        f"photo-{photo.id}.svg": _as_svg(shots[photo.id]) for photo in photos_for(diary, options)
    }
    data = _printable(asdict(summarise(diary, options, shots)))
    data |= {"paper": TYPST_PAPER[options.paper], "language": translate("Report", "en")}
    if data["trend"]:
        chart = chart_for(diary, period_of(diary, options))
        data["trend"] |= trend_layout(chart)
        files["trend.svg"] = trend_svg(chart)
    return files | {
        "main.typ": resources.path("report.typ").read_bytes(),
        "summary.json": json.dumps(data).encode(),
    }


def _printable(summary: dict[str, Any]) -> dict[str, Any]:
    shown: dict[str, Any] = printable_throughout(summary)
    if MISSING in json.dumps(shown, ensure_ascii=False):
        shown["footer"] += " " + missing_signs_note()
    return shown


def _as_svg(shot: Shot) -> bytes:
    """A picture that carries the JPEG as it is; its bytes are copied into the PDF unchanged."""
    size = f'width="{shot.width}" height="{shot.height}"'
    data = b64encode(shot.jpeg).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'{size}><image {size} xlink:href="data:image/jpeg;base64,{data}"/></svg>'
    ).encode("ascii")
