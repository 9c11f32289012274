"""Exports read back by another reader."""

import csv
import io
import json
from datetime import date

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


def _rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_csv(DIARY).decode("utf-8-sig"))))


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
