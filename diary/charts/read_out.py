"""One day's values in words and numbers, for the page head and for "Show as table"."""

from dataclasses import dataclass
from datetime import date

from diary.charts.course_chart import CourseChart
from diary.domain.dates import short_date
from diary.domain.day import Day, Dose, DoseState
from diary.domain.dosing import each_day
from diary.domain.scales import DRYNESS, Scale, name
from diary.words import translate

NOT_ANSWERED = "–"


@dataclass(frozen=True, slots=True)
class ReadOut:
    """What was answered on one day, and the dose recorded up to it.

    `so_far_mg` is `None` before the first dose; `so_far_mg_per_kg` also without a weight.
    """

    day: Day
    day_number: int
    so_far_mg: float | None
    so_far_mg_per_kg: float | None


def read_out(chart: CourseChart, on: date) -> ReadOut:
    """The values of a day; an unanswered day has none."""
    return _read_out(chart, on, {day.on: day for day in chart.days}, dict(chart.doses))


def table(chart: CourseChart) -> list[ReadOut]:
    """Every calendar day in view up to today, newest first, unanswered days too."""
    answered, sums = {day.on: day for day in chart.days}, dict(chart.doses)
    shown = each_day(chart.first, min(chart.last, chart.today))
    return [_read_out(chart, on, answered, sums) for on in reversed(shown)]


def column_names() -> tuple[str, ...]:
    return (
        translate("Table", "Date"),
        translate("Table", "Day"),
        name(Scale.ACNE),
        *(name(site) for site in DRYNESS),
        translate("Table", "Dryness, mean"),
        name(Scale.MOOD),
        translate("Table", "Dose"),
        translate("Table", "mg so far"),
        translate("Table", "mg/kg so far"),
    )


def cells(values: ReadOut) -> tuple[str, ...]:
    """The day as a table row, in the order of `column_names`."""
    day = values.day
    return (
        short_date(day.on),
        str(values.day_number).replace("-", "−"),
        _score(day, Scale.ACNE),
        *(_score(day, site) for site in DRYNESS),
        _number(day.dryness, 1),
        _score(day, Scale.MOOD),
        dose_words(day.dose),
        _number(values.so_far_mg, 0),
        _number(values.so_far_mg_per_kg, 1),
    )


def in_a_line(values: ReadOut) -> str:
    """As in “12 Nov, day 43: acne 4, dryness 3.3, mood 7, dose 40 mg, 25 mg/kg so far”."""
    day = values.day
    parts = [
        translate("Read-out", "acne {score}").format(score=_score(day, Scale.ACNE)),
        translate("Read-out", "dryness {score}").format(score=_number(day.dryness, 1)),
        translate("Read-out", "mood {score}").format(score=_score(day, Scale.MOOD)),
        translate("Read-out", "dose {dose}").format(dose=dose_words(day.dose)),
    ]
    if values.so_far_mg_per_kg is not None:
        so_far = amount_words(values.so_far_mg_per_kg)
        parts.append(translate("Read-out", "{amount} mg/kg so far").format(amount=so_far))
    elif values.so_far_mg is not None:
        so_far = amount_words(values.so_far_mg)
        parts.append(translate("Read-out", "{amount} mg so far").format(amount=so_far))
    return translate("Read-out", "{date}, day {day}: {values}").format(
        date=short_date(day.on),
        day=str(values.day_number).replace("-", "−"),
        values=", ".join(parts),
    )


def dose_words(dose: Dose | None) -> str:
    """Not answered, skipped and an amount are three different things."""
    if dose is None:
        return NOT_ANSWERED
    if dose.state is DoseState.SKIPPED:
        return translate("Read-out", "skipped")
    return translate("Read-out", "{mg} mg").format(mg=f"{dose.mg:g}")


def amount_words(amount: float) -> str:
    """Whole mg or mg/kg; a first dose below 1 mg/kg keeps a decimal."""
    return f"{amount:.1f}" if 0 < amount < 1 else f"{amount:,.0f}"


def _read_out(
    chart: CourseChart, on: date, answered: dict[date, Day], sums: dict[date, float]
) -> ReadOut:
    mg = sums.get(on)
    weight = chart.course.starting_weight
    return ReadOut(
        day=answered.get(on, Day(on)),
        day_number=chart.course.day_number(on),
        so_far_mg=mg,
        so_far_mg_per_kg=None if mg is None or weight is None else mg / weight.kg,
    )


def _score(day: Day, scale: Scale) -> str:
    score = day.score(scale)
    return NOT_ANSWERED if score is None else str(score)


def _number(value: float | None, decimals: int) -> str:
    return NOT_ANSWERED if value is None else f"{value:,.{decimals}f}"
