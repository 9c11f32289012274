"""Blood tests: what was measured, in which unit, with the range the laboratory printed.

The diary keeps no thresholds of its own: published ones contradict each other, and a range belongs
to the laboratory's method.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from diary.errors import InvalidInput
from diary.words import translate


class Analyte(StrEnum):
    ALT = "alt"
    AST = "ast"
    TRIGLYCERIDES = "triglycerides"
    CHOLESTEROL = "cholesterol"
    HDL = "hdl"
    LDL = "ldl"


class LipidUnit(StrEnum):
    """The unit in which blood fats are shown; results keep the unit they were entered in."""

    MMOL = "mmol/L"
    MG = "mg/dL"


ENZYME_UNIT = "U/L"

MG_PER_MMOL = {
    Analyte.TRIGLYCERIDES: 88.57,
    Analyte.CHOLESTEROL: 38.67,
    Analyte.HDL: 38.67,
    Analyte.LDL: 38.67,
}
"""mg/dL in one mmol/L: triglycerides by the molar mass of triolein, the others of cholesterol."""

MOST = 100_000.0
"""Above any result a laboratory prints in these units; a larger number is a typing mistake."""


@dataclass(frozen=True, slots=True)
class LabResult:
    """One value from a lab report; `low` and `high` are the range printed beside it."""

    id: str
    on: date
    analyte: Analyte
    value: float
    unit: str
    low: float | None = None
    high: float | None = None
    fasting: bool | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.value <= MOST:
            raise InvalidInput(translate("Labs", "Enter the value as printed on your lab report."))
        if self.unit not in units(self.analyte):
            raise InvalidInput(
                translate("Labs", "{name} is measured in {units}.").format(
                    name=analyte_name(self.analyte), units=", ".join(units(self.analyte))
                )
            )
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvalidInput(translate("Labs", "The range’s lower end is above its upper end."))

    @property
    def is_above(self) -> bool:
        return self.high is not None and self.value > self.high

    @property
    def is_below(self) -> bool:
        return self.low is not None and self.value < self.low


def units(analyte: Analyte) -> tuple[str, ...]:
    """The units a result may be entered in."""
    return tuple(LipidUnit) if analyte in MG_PER_MMOL else (ENZYME_UNIT,)


def shown_unit(analyte: Analyte, lipids: LipidUnit) -> str:
    return lipids.value if analyte in MG_PER_MMOL else ENZYME_UNIT


def convert(value: float, analyte: Analyte, unit: str, to: str) -> float:
    """`value` in another unit of the same analyte."""
    if unit == to:
        return value
    factor = MG_PER_MMOL[analyte]
    return value * factor if to == LipidUnit.MG else value / factor


def analyte_name(analyte: Analyte) -> str:
    return {
        Analyte.ALT: translate("Labs", "ALT"),
        Analyte.AST: translate("Labs", "AST"),
        Analyte.TRIGLYCERIDES: translate("Labs", "Triglycerides"),
        Analyte.CHOLESTEROL: translate("Labs", "Total cholesterol"),
        Analyte.HDL: translate("Labs", "HDL cholesterol"),
        Analyte.LDL: translate("Labs", "LDL cholesterol"),
    }[analyte]
