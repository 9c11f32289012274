"""The prescribed dose: what it is, since when, per kilogram, and what is planned next."""

from datetime import date

from diary.domain.course import Course, Step
from diary.report.parts import Fact
from diary.report.period import Period
from diary.report.wording import amount, day_month, decimal, full_date
from diary.words import translate


def prescription(course: Course, period: Period, *, with_plan: bool) -> Fact:
    step = course.step_on(period.last)
    if step is None:
        started = translate("Report", "from {date}").format(date=full_date(course.start))
        return Fact(course.product, started)
    food = (
        translate("Report", "{product}, with food")
        if step.with_food
        else translate("Report", "{product}, without food")
    )
    since = translate("Report", "unchanged since {date}").format(
        date=day_month(unchanged_since(course, step))
    )
    lines = [*_per_kilogram(course, step), since]
    if with_plan:
        lines += planned(course, period.last)
    return Fact(food.format(product=course.product), daily(step), tuple(lines))


def unchanged_since(course: Course, step: Step) -> date:
    """The first day of the run of steps with this daily dose."""
    since = step.first_day
    for earlier in reversed([s for s in course.steps if s.first_day < step.first_day]):
        if earlier.mg != step.mg:
            break
        since = earlier.first_day
    return since


def daily(step: Step) -> str:
    return translate("Report", "{mg} mg daily").format(mg=amount(step.mg))


def planned(course: Course, after: date) -> list[str]:
    """The next step of the prescription, if one is entered."""
    coming = next((step for step in course.steps if step.first_day > after), None)
    if coming is None:
        return []
    return [
        translate("Report", "{dose} planned from {date}").format(
            dose=daily(coming), date=day_month(coming.first_day)
        )
    ]


def _per_kilogram(course: Course, step: Step) -> tuple[str, ...]:
    weight = course.starting_weight
    if weight is None:
        return (translate("Report", "no weight entered"),)
    return (
        translate("Report", "{dose} mg/kg a day,").format(dose=decimal(step.mg / weight.kg, 2)),
        translate("Report", "starting weight {kg} kg").format(kg=decimal(weight.kg)),
    )
