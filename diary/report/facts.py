"""The row of facts on top: what was prescribed, recorded and journaled."""

from dataclasses import replace

from diary.domain.course import Course, Target
from diary.domain.diary import Diary
from diary.domain.dosing import DoseSoFar, dose_so_far
from diary.report.parts import Bar, Fact
from diary.report.period import Period, period_between
from diary.report.prescription import prescription
from diary.report.wording import amount, decimal, listed, short_date, span
from diary.words import translate

BEYOND_TARGET = 16 / 15
"""The bar is this much longer than the larger of target and dose, so that its end can be seen."""

MOST_DATES = 4
"""More dates than this do not fit a cell; the days are counted instead."""


def facts(diary: Diary, period: Period, *, with_plan: bool) -> tuple[Fact, ...]:
    """`with_plan` adds the next dose step, where no other part says it."""
    course_days = period_between(diary, diary.course.start, period.last)
    so_far = dose_so_far(course_days.days, diary.course, course_days.end_of_records)
    cells = [prescription(diary.course, period, with_plan=with_plan)]
    if so_far.taken or so_far.different or so_far.skipped:
        cells.append(cumulative_dose(so_far, diary.course.target))
    cells += [doses(diary.course, period), journal(period)]
    return tuple(cells)


def recorded_doses(course: Course, period: Period) -> DoseSoFar:
    """The doses recorded within the period, on days of the course."""
    within = replace(course, start=max(course.start, period.first))
    return dose_so_far(period.days, within, period.end_of_records)


def cumulative_dose(so_far: DoseSoFar, target: Target | None) -> Fact:
    label = translate("Report", "Cumulative dose, recorded")
    value = translate("Report", "{mg} mg").format(mg=amount(so_far.mg))
    lines = tuple(_unrecorded(so_far))
    if so_far.mg_per_kg is None or so_far.weight is None:
        return Fact(label, value, lines)
    value = translate("Report", "{mg} mg, {dose} mg/kg").format(
        mg=amount(so_far.mg), dose=decimal(so_far.mg_per_kg, 0)
    )
    weight = translate("Report", "at {kg} kg, starting weight").format(kg=decimal(so_far.weight.kg))
    lines = (weight, *lines)
    if target is None:
        return Fact(label, value, lines)
    return Fact(label, value, lines, _bar(so_far.mg_per_kg, target), _target(target))


def _unrecorded(so_far: DoseSoFar) -> list[str]:
    missing = len(so_far.unrecorded)
    if not missing:
        return []
    if missing == 1:
        return [translate("Report", "1 day without a record")]
    return [translate("Report", "{n} days without a record").format(n=missing)]


def _bar(mg_per_kg: float, target: Target) -> Bar:
    full = max(mg_per_kg, target.high) * BEYOND_TARGET
    return Bar(mg_per_kg / full, target.low / full, target.high / full)


def _target(target: Target) -> str:
    if target.low == target.high:
        return translate("Report", "target {dose} mg/kg").format(dose=amount(target.low))
    return translate("Report", "target {low}–{high} mg/kg").format(
        low=amount(target.low), high=amount(target.high)
    )


def doses(course: Course, period: Period) -> Fact:
    recorded = recorded_doses(course, period)
    parts = [
        translate("Report", "{n} taken").format(n=recorded.taken) if recorded.taken else "",
        translate("Report", "{n} different").format(n=recorded.different)
        if recorded.different
        else "",
        translate("Report", "{n} skipped").format(n=len(recorded.skipped))
        if recorded.skipped
        else "",
    ]
    said = ", ".join(filter(None, parts)) or translate("Report", "none recorded")
    lines = [*_skipped(recorded, period), *_unrecorded(recorded)]
    return Fact(translate("Report", "Doses"), said, tuple(lines))


def _skipped(recorded: DoseSoFar, period: Period) -> list[str]:
    if not recorded.skipped:
        return []
    if len(recorded.skipped) > MOST_DATES:
        last = short_date(recorded.skipped[-1], period.last)
        return [translate("Report", "last skipped {date}").format(date=last)]
    dates = [short_date(on, period.last) for on in recorded.skipped]
    return [translate("Report", "skipped {dates}").format(dates=listed(dates))]


def journal(period: Period) -> Fact:
    gap = period.longest_gap()
    lines = [translate("Report", "longest gap"), span(*gap)] if gap else []
    return Fact(translate("Report", "Journal"), _journaled(period), tuple(lines))


def _journaled(period: Period) -> str:
    if period.length > 1:
        pattern = translate("Report", "{n} of {all} days")
        return pattern.format(n=len(period.days), all=period.length)
    return translate("Report", "1 day") if period.days else translate("Report", "0 of 1 day")
