"""How results and printed ranges are written."""

from diary.domain.labs import LabResult, convert
from diary.ui.local import number

ABOVE, BELOW = "↑", "↓"

AS_ENTERED = 3
"""Decimals kept of what the patient typed; laboratories print at most two."""

CONVERTED = {"mg/dL": 0, "mmol/L": 2}
"""Decimals of a converted value: what laboratories print in that unit."""


def amount(value: float, result: LabResult, unit: str) -> str:
    """A `value` of `result`, which may be an end of its range, in `unit`."""
    if unit == result.unit:
        return number(value, AS_ENTERED).rstrip("0") if value % 1 else number(value)
    return number(convert(value, result.analyte, result.unit, unit), CONVERTED[unit])


def arrow(result: LabResult) -> str:
    """Outside the printed range: by the values as they were entered, whatever unit is shown."""
    return ABOVE if result.is_above else BELOW if result.is_below else ""


def printed_range(result: LabResult, unit: str) -> str:
    low = "" if result.low is None else amount(result.low, result, unit)
    high = "" if result.high is None else amount(result.high, result, unit)
    if low and high:
        return f"{low}–{high}"
    return f"≤ {high}" if high else f"≥ {low}" if low else ""
