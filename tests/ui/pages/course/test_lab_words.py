"""How blood test results are written."""

from datetime import date

import pytest

from diary.domain.labs import Analyte, LabResult
from diary.ui.pages.course.lab_words import amount, arrow, printed_range, spoken

DAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("value", "shown"), [(1.9, "1.9"), (1.25, "1.25"), (10.0004, "10"), (120.0, "120")]
)
def test_a_result_is_written_as_it_was_entered(value: float, shown: str) -> None:
    result = LabResult("a", DAY, Analyte.TRIGLYCERIDES, value, "mmol/L")
    assert amount(result.value, result, "mmol/L") == shown


def test_a_converted_result_has_the_decimals_of_its_unit() -> None:
    result = LabResult("a", DAY, Analyte.CHOLESTEROL, 190, "mg/dL")
    assert amount(result.value, result, "mmol/L") == "4.91"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(None, 41, "≤ 41"), (1.0, None, "≥ 1"), (3, 5.2, "3–5.2"), (None, None, "")],
)
def test_the_printed_range_is_written_with_the_ends_it_has(
    low: float | None, high: float | None, words: str
) -> None:
    result = LabResult("a", DAY, Analyte.CHOLESTEROL, 4, "mmol/L", low, high)
    assert printed_range(result, "mmol/L") == words


def test_a_result_on_the_end_of_its_range_is_inside_in_every_unit() -> None:
    result = LabResult("a", DAY, Analyte.CHOLESTEROL, 5.2, "mmol/L", high=5.2)
    assert arrow(result) == ""
    assert "above" not in spoken(result, "mg/dL")


def test_a_result_below_its_range_says_so_aloud() -> None:
    result = LabResult("a", DAY, Analyte.HDL, 0.8, "mmol/L", low=1)
    assert arrow(result) == "↓"
    assert spoken(result, "mmol/L") == (
        "HDL cholesterol, 19 Nov: 0.8 mmol/L, below the range printed on your lab report"
    )
