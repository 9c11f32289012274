"""Blood test results and their units."""

from datetime import date

import pytest

from diary.domain.labs import Analyte, LabResult, LipidUnit, convert
from diary.errors import InvalidInput

ON = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("analyte", "mg_per_dl", "mmol_per_l"),
    [
        (Analyte.TRIGLYCERIDES, 150, 1.69),
        (Analyte.CHOLESTEROL, 200, 5.17),
        (Analyte.TRIGLYCERIDES, 800, 9.03),
    ],
)
def test_fats_have_their_own_factors(analyte: Analyte, mg_per_dl: float, mmol_per_l: float) -> None:
    shown = convert(mg_per_dl, analyte, LipidUnit.MG, LipidUnit.MMOL)
    assert round(shown, 2) == mmol_per_l
    assert convert(shown, analyte, LipidUnit.MMOL, LipidUnit.MG) == pytest.approx(mg_per_dl)


def test_a_value_on_the_edge_of_the_printed_range_is_inside_it() -> None:
    result = LabResult("1", ON, Analyte.ALT, 41, "U/L", low=5, high=41)
    assert not result.is_above
    assert not result.is_below


def test_a_value_is_above_only_the_range_of_its_own_report() -> None:
    assert LabResult("1", ON, Analyte.ALT, 42, "U/L", high=41).is_above
    assert not LabResult("1", ON, Analyte.ALT, 420, "U/L").is_above


def test_a_unit_that_does_not_belong_is_refused() -> None:
    with pytest.raises(InvalidInput, match="ALT is measured in U/L"):
        LabResult("1", ON, Analyte.ALT, 22, "mmol/L")


def test_a_range_upside_down_is_refused() -> None:
    with pytest.raises(InvalidInput, match="lower end is above"):
        LabResult("1", ON, Analyte.ALT, 22, "U/L", low=41, high=5)
