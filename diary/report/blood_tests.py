"""The last blood tests beside the range that the patient entered from the lab report."""

from collections.abc import Sequence
from datetime import date

from diary.domain.diary import Diary
from diary.domain.labs import Analyte, LabResult, analyte_name, convert, shown_unit
from diary.report.parts import Cell, Table
from diary.report.period import Period
from diary.report.wording import listed, short_date
from diary.words import translate

MOST_DATES = 3
"""Columns that fit beside the names and the range."""

DECIMALS = {"U/L": 0, "mg/dL": 0, "mmol/L": 1}
"""As laboratories print them; used only for values that had to be converted."""


def blood_tests(diary: Diary, period: Period) -> Table | None:
    """The last three dates up to the end of the period; a test from before the course counts."""
    until = [result for result in diary.labs if result.on <= period.last]
    dates = sorted({result.on for result in until})[-MOST_DATES:]
    shown = {(result.analyte, result.on): result for result in until if result.on in dates}
    if not shown:
        return None
    heads = [Cell(short_date(on, period.last), strong=on == dates[-1]) for on in dates]
    measured = [analyte for analyte in Analyte if any((analyte, on) in shown for on in dates)]
    rows = [_row(diary, [shown.get((analyte, on)) for on in dates]) for analyte in measured]
    return Table(
        heads=(
            Cell(translate("Report", "Blood tests"), strong=True),
            *heads,
            Cell(translate("Report", "Range")),
        ),
        rows=tuple(rows),
        notes=_notes(list(shown.values()), period),
    )


def _row(diary: Diary, results: Sequence[LabResult | None]) -> tuple[Cell, ...]:
    present = [result for result in results if result]
    analyte = present[0].analyte
    unit = shown_unit(analyte, diary.preferences.lipid_unit)
    label = translate("Report", "{analyte}, {unit}").format(
        analyte=analyte_name(analyte), unit=unit
    )
    values = (_value(result, unit) if result else Cell("–") for result in results)
    return Cell(label), *values, Cell(_range(present, unit))


def _value(result: LabResult, unit: str) -> Cell:
    number = _number(result.value, result, unit)
    if result.is_above:
        return Cell(f"↑ {number}", strong=True)
    if result.is_below:
        return Cell(f"↓ {number}", strong=True)
    return Cell(number)


def _number(value: float, result: LabResult, unit: str) -> str:
    if unit == result.unit:
        return f"{value:.10g}"
    return f"{convert(value, result.analyte, result.unit, unit):.{DECIMALS[unit]}f}"


def _range(results: list[LabResult], unit: str) -> str:
    """The newest range entered; each value is held against its own."""
    with_range = [r for r in results if r.low is not None or r.high is not None]
    if not with_range:
        return "–"
    newest = with_range[-1]
    low = None if newest.low is None else _number(newest.low, newest, unit)
    high = None if newest.high is None else _number(newest.high, newest, unit)
    if low is None:
        return f"≤ {high}"
    return f"≥ {low}" if high is None else f"{low}–{high}"


def _notes(results: list[LabResult], period: Period) -> tuple[str, ...]:
    notes = []
    if any(result.is_above for result in results):
        notes.append(translate("Report", "↑ above the range entered from the lab report"))
    if any(result.is_below for result in results):
        notes.append(translate("Report", "↓ below the range entered from the lab report"))
    fed = sorted({result.on for result in results if result.fasting is False})
    if fed:
        dates = listed([_date(on, period) for on in fed])
        notes.append(translate("Report", "not fasting on {dates}").format(dates=dates))
    return tuple(notes)


def _date(on: date, period: Period) -> str:
    return short_date(on, period.last)
