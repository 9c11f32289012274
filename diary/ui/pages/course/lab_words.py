"""How results and printed ranges are written."""

from diary.domain.labs import LabResult, analyte_name, convert
from diary.ui.local import number, short_date
from diary.words import translate

ABOVE, BELOW = "↑", "↓"

AS_ENTERED = 3
"""Decimals kept of what the patient typed; laboratories print at most two."""

CONVERTED = {"mg/dL": 0, "mmol/L": 2}
"""Decimals of a converted value: what laboratories print in that unit."""


def amount(value: float, result: LabResult, unit: str) -> str:
    """A `value` of `result`, which may be an end of its range, in `unit`."""
    if unit == result.unit:
        return number(value, _decimals(value))
    return number(convert(value, result.analyte, result.unit, unit), CONVERTED[unit])


def _decimals(value: float) -> int:
    """As few as say the same as `AS_ENTERED` decimals."""
    kept = round(value, AS_ENTERED)
    return next(count for count in range(AS_ENTERED + 1) if round(value, count) == kept)


def arrow(result: LabResult) -> str:
    """Outside the printed range: by the values as they were entered, whatever unit is shown."""
    return ABOVE if result.is_above else BELOW if result.is_below else ""


def printed_range(result: LabResult, unit: str) -> str:
    low = "" if result.low is None else amount(result.low, result, unit)
    high = "" if result.high is None else amount(result.high, result, unit)
    if low and high:
        return f"{low}–{high}"
    return f"≤ {high}" if high else f"≥ {low}" if low else ""


def spoken(result: LabResult, unit: str) -> str:
    """A result as a screen reader says it, away from its row and column."""
    words = f"{analyte_name(result.analyte)}, {short_date(result.on)}: "
    words += f"{amount(result.value, result, unit)} {unit}"
    if result.is_above:
        words += ", " + translate("Labs", "above the range printed on your lab report")
    elif result.is_below:
        words += ", " + translate("Labs", "below the range printed on your lab report")
    return words
