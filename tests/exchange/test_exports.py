"""Exports read back by another reader."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from diary.domain.course import Course
from diary.domain.day import Day, Dose, DoseState
from diary.domain.diary import Diary
from diary.domain.preferences import Preferences
from diary.domain.scales import Severity
from diary.exchange.csv_days import write_csv
from diary.exchange.json_archive import write_json

DAYS = (
    Day(date(2026, 10, 1), acne=0, dose=Dose(DoseState.SKIPPED, 0), note='=HYPERLINK("x")'),
    Day(date(2026, 10, 2), lips=6, symptoms={"headache": Severity.MILD}, note="naïve, “quoted”\n2"),
)
DIARY = Diary(
    course=Course(date(2026, 10, 1)),
    days=DAYS,
    photos=(),
    labs=(),
    visits=(),
    questions=(),
    preferences=Preferences(name="Alex Sample"),
    today=date(2026, 11, 23),
)


def _rows(diary: Diary = DIARY) -> list[dict[str, str]]:
    table = io.StringIO(write_csv(diary).decode("utf-8-sig"), newline="")
    return list(csv.DictReader(table))


def _parts(text: str, separator: str) -> list[str]:
    """Split where no backslash stands before the separator."""
    parts = [""]
    for sign in re.findall(r"\\.|[^\\]", text, re.DOTALL):
        if sign == separator:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _plain(name: str) -> str:
    return re.sub(r"\\(.)", r"\1", name, flags=re.DOTALL)


def _cell(text: str) -> str:
    return text.removeprefix("'")


def _list(cell: str) -> list[str]:
    text = _cell(cell)
    return [part.removeprefix(" ") for part in _parts(text, ";")] if text else []


def _symptoms(cell: str) -> dict[str, Severity | None]:
    pairs = [_parts(part, "=") for part in _list(cell)]
    return {_plain(name): Severity(level) if level else None for name, level in pairs}


def test_a_spreadsheet_sees_zero_unanswered_and_skipped_apart() -> None:
    first, second = _rows()
    assert (first["acne"], second["acne"]) == ("0", "")
    assert (first["dose_state"], first["dose_mg"]) == ("skipped", "0")
    assert (second["dose_state"], second["dose_mg"]) == ("", "")


def test_a_note_is_never_run_by_a_spreadsheet() -> None:
    assert _rows()[0]["note"] == '\'=HYPERLINK("x")'


def test_line_breaks_and_quotes_survive_the_table() -> None:
    assert _rows()[1]["note"] == "naïve, “quoted”\n2"


def test_the_json_holds_every_answer_and_null_for_none() -> None:
    archive = json.loads(write_json(DIARY))
    first, second = archive["days"]
    assert (first["acne"], second["acne"]) == (0, None)
    assert first["dose"]["state"] == "skipped"
    assert second["symptoms"] == {"headache": "mild"}


def test_the_json_does_not_name_the_patient() -> None:
    assert b"Alex" not in write_json(DIARY)


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
NAMES = st.text("a ;=\\'-é", min_size=1, max_size=6).map(str.strip).filter(bool)


@given(
    symptoms=st.dictionaries(NAMES, st.none() | st.sampled_from(Severity), max_size=4),
    care=st.frozensets(NAMES, max_size=3),
    note=TEXTS | NAMES,
)
def test_a_reader_gets_back_every_name_and_note(
    symptoms: dict[str, Severity | None], care: frozenset[str], note: str
) -> None:
    day = Day(date(2026, 10, 1), symptoms=symptoms, care=care, note=note)
    (row,) = _rows(replace(DIARY, days=(day,)))

    assert _symptoms(row["symptoms"]) == symptoms
    assert {_plain(name) for name in _list(row["care"])} == care
    assert _cell(row["note"]) == note
