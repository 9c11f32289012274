"""What was recorded since the last appointment: computed facts only."""

from diary.domain.course import Course
from diary.domain.diary import Diary
from diary.domain.visits import Visit, VisitKind
from diary.report.facts import recorded_doses
from diary.report.parts import Text
from diary.report.period import Period
from diary.report.prescription import daily, planned
from diary.report.wording import day_month, decimal, short_date
from diary.words import translate


def last_appointment(diary: Diary, period: Period) -> Visit | None:
    """The last one before the period ends; one on its last day is what the report is for."""
    past = [v for v in _appointments(diary) if v.on < period.last]
    return past[-1] if past else None


def next_appointment(diary: Diary) -> Visit | None:
    return next((v for v in _appointments(diary) if v.on >= diary.today), None)


def _appointments(diary: Diary) -> list[Visit]:
    kept = [visit for visit in diary.visits if visit.kind is VisitKind.APPOINTMENT]
    return sorted(kept, key=lambda visit: visit.on)


def since_visit(diary: Diary, period: Period) -> Text | None:
    visit = last_appointment(diary, period)
    if visit is None or visit.on < period.first:
        return None
    after = period.since(visit.on)
    sentences = [
        *_prescription(diary.course, after),
        *_weight(diary.course, after),
        *_doses(diary.course, after),
        _journaled(after),
    ]
    title = translate("Report", "Since last appointment, {date}").format(date=day_month(visit.on))
    return Text(title, " ".join(sentences))


def _journaled(after: Period) -> str:
    if after.length == 1:
        return translate("Report", "{n} of 1 day journaled.").format(n=len(after.days))
    return translate("Report", "{n} of {all} days journaled.").format(
        n=len(after.days), all=after.length
    )


def _prescription(course: Course, after: Period) -> list[str]:
    before, now = course.step_on(after.first), course.step_on(after.last)
    if now is None:
        return []
    unchanged = before is not None and before.mg == now.mg
    said = (
        translate("Report", "Dose unchanged.")
        if unchanged
        else translate("Report", "Dose {new} from {date}.").format(
            new=daily(now), date=day_month(now.first_day)
        )
    )
    return [said, *(f"{plan}." for plan in planned(course, after.last))]


def _weight(course: Course, after: Period) -> list[str]:
    weighed = [weight for weight in course.weights if after.first <= weight.on <= after.last]
    if not weighed:
        return []
    return [
        translate("Report", "Weight {kg} kg on {date}.").format(
            kg=decimal(weighed[-1].kg), date=day_month(weighed[-1].on)
        )
    ]


def _doses(course: Course, after: Period) -> list[str]:
    """Skipped days are named; "none skipped" is said only when each day has a record."""
    recorded = recorded_doses(course, after)
    said = []
    if recorded.skipped:
        dates = ", ".join(short_date(on, after.last) for on in recorded.skipped)
        said.append(translate("Report", "Skipped: {dates}.").format(dates=dates))
    if recorded.unrecorded:
        said.append(
            translate("Report", "Days without a dose record: {n}.").format(
                n=len(recorded.unrecorded)
            )
        )
    if not said and recorded.taken + recorded.different:
        said.append(translate("Report", "No dose skipped."))
    return said
