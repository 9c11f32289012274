"""Side effects and care: on how many days, how strong, when last."""

from collections.abc import Callable, Iterable
from datetime import date

from diary.domain.day import Day
from diary.domain.scales import CARE, DRYNESS, SYMPTOMS, Scale, Severity, name
from diary.report.parts import Cell, Line, Table
from diary.report.period import Period
from diary.report.wording import short_date
from diary.words import translate

STRENGTHS = tuple(Severity)
"""From mild to severe."""


def side_effects(period: Period) -> Table | None:
    rows = [*_dryness_rows(period), *_symptom_rows(period)]
    if not rows:
        return None
    heads = (
        translate("Report", "Side effects"),
        translate("Report", "Days of {n}").format(n=len(period.days)),
        translate("Report", "Peak"),
        translate("Report", "Last"),
    )
    return Table(tuple(Cell(head, strong=head == heads[0]) for head in heads), tuple(rows))


def _dryness_rows(period: Period) -> Iterable[tuple[Cell, ...]]:
    for site in DRYNESS:
        dry = {day.on: score for day in period.days if (score := day.score(site))}
        if dry:
            peak = translate("Report", "{score} of 10").format(score=max(dry.values()))
            yield _row(_dry(site), period, list(dry), peak)


def _symptom_rows(period: Period) -> Iterable[tuple[Cell, ...]]:
    for symptom in _in_order(SYMPTOMS, period.days, lambda day: day.symptoms):
        felt = {day.on: day.symptoms[symptom] for day in period.days if symptom in day.symptoms}
        rated = [severity for severity in felt.values() if severity]
        peak = (
            name(max(rated, key=STRENGTHS.index)).lower()
            if rated
            else translate("Report", "not rated")
        )
        yield _row(name(symptom), period, list(felt), peak)


def _row(label: str, period: Period, days: list[date], peak: str) -> tuple[Cell, ...]:
    last = (
        translate("Report", "today")
        if days[-1] == period.today
        else short_date(days[-1], period.last)
    )
    return Cell(label), Cell(str(len(days))), Cell(peak), Cell(last)


def _dry(site: Scale) -> str:
    return {
        Scale.LIPS: translate("Report", "Dry lips, 1 or more"),
        Scale.SKIN: translate("Report", "Dry skin, 1 or more"),
        Scale.EYES: translate("Report", "Dry eyes, 1 or more"),
        Scale.NOSE: translate("Report", "Dry nose, 1 or more"),
    }[site]


def care(period: Period) -> Line | None:
    kinds = _in_order(CARE, period.days, lambda day: day.care)
    if not kinds:
        return None
    counts = ", ".join(
        f"{_in_a_list(kind)} {sum(kind in day.care for day in period.days)}" for kind in kinds
    )
    text = (
        translate("Report", "{counts} of 1 day").format(counts=counts)
        if len(period.days) == 1
        else translate("Report", "{counts} of {n} days").format(counts=counts, n=len(period.days))
    )
    return Line(translate("Report", "Care:"), text)


def _in_a_list(kind: str) -> str:
    """The diary's own words are written small; the patient's stay as typed."""
    return name(kind).lower() if kind in CARE else kind


def _in_order(
    known: tuple[str, ...], days: tuple[Day, ...], marked: Callable[[Day], Iterable[str]]
) -> list[str]:
    """What was marked on any day: the diary's own words first, then the patient's by name."""
    found = {key for day in days for key in marked(day)}
    return [key for key in known if key in found] + sorted(found.difference(known))
