"""The days as a table: one row a day, empty cells for what was not answered."""

import csv
import io
import re

from diary.domain.day import Day
from diary.domain.diary import Diary
from diary.domain.scales import Count, Scale

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Spreadsheets run cells that begin with these."""

_APOSTROPHE = "'"
"""Before a cell it says to spreadsheets that text follows; one of the patient's own gets another,
so that readers can take it off again."""

_SEPARATORS = re.compile(r"[\\;=]")

COLUMNS = (
    "date",
    "course_day",
    *(scale.value for scale in Scale),
    *(count.value for count in Count),
    "dose_state",
    "dose_mg",
    "with_food",
    "dose_reason",
    "symptoms",
    "care",
    "medicines",
    "note",
)


def write_csv(diary: Diary) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need; ISO dates; days with an entry only.

    A skipped dose has the state `skipped` and 0 mg; an unanswered one has empty cells. Symptoms are
    `name=severity`, separated by `; `; a backslash stands before `;`, `=` and `\\` within a name.
    Text that a spreadsheet would run, or that begins with an apostrophe, has one before it.
    """
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for day in diary.days:
        table.writerow(_row(day, diary.course.day_number(day.on)))
    return out.getvalue().encode("utf-8-sig")


def _row(day: Day, number: int) -> list[object]:
    dose = day.dose
    return [
        day.on.isoformat(),
        number,
        *(day.score(scale) for scale in Scale),
        *(day.count(count) for count in Count),
        *((dose.state.value, f"{dose.mg:g}") if dose else ("", "")),
        "" if dose is None or dose.with_food is None else ("yes" if dose.with_food else "no"),
        _text(dose.reason if dose else ""),
        _text("; ".join(f"{_name(n)}={level or ''}" for n, level in sorted(day.symptoms.items()))),
        _text("; ".join(map(_name, sorted(day.care)))),
        _text(day.medicines),
        _text(day.note),
    ]


def _name(name: str) -> str:
    return _SEPARATORS.sub(r"\\\g<0>", name)


def _text(text: str) -> str:
    return f"{_APOSTROPHE}{text}" if text.startswith((*_FORMULA, _APOSTROPHE)) else text
