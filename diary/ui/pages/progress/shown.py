"""What the Progress page reads from the diary, and what it says in short."""

from dataclasses import dataclass
from datetime import date, timedelta

from diary.domain.course import Course
from diary.domain.day import Day
from diary.domain.dosing import DoseSoFar
from diary.domain.photo import Photo, View
from diary.domain.trend import Comparison
from diary.journal import Journal
from diary.ui.local import number, short_date
from diary.words import translate

STRIP_DAYS = 6
"""At least so many days lie between two photos of the strip: a week of the chart is as wide."""

RANGE_NEEDS = 28
"""Answers from which on a likely range is given."""


@dataclass(frozen=True, slots=True)
class Shown:
    """`strip` are front photos far enough apart to stand beside each other."""

    course: Course
    days: tuple[Day, ...]
    so_far: DoseSoFar
    strip: tuple[Photo, ...]
    today: date

    @property
    def entries(self) -> int:
        return sum(self.course.start <= day.on for day in self.days)


def read(journal: Journal) -> Shown:
    return Shown(
        course=journal.course.get(),
        days=tuple(journal.days.all()),
        so_far=journal.course.dose_so_far(),
        strip=_strip(journal.photos.all()),
        today=journal.today(),
    )


def difference_in_words(comparison: Comparison, answers: int) -> str:
    """The difference, then its likely range or what is missing for one."""
    if comparison.low is None or comparison.high is None:
        return translate(
            "Progress", "{difference}. A likely range needs {needed} answers; there are {n}."
        ).format(difference=_signed(comparison.difference), needed=RANGE_NEEDS, n=answers)
    likely = translate("Progress", "Likely range {range}.").format(
        range=_range(comparison.low, comparison.high)
    )
    if comparison.low <= 0 <= comparison.high:
        return translate("Progress", "About the same.") + " " + likely
    return f"{_signed(comparison.difference)}. {likely}"


def dose_in_words(so_far: DoseSoFar) -> str:
    """What the recorded sum is made of, and what is missing from it."""
    words = translate("Progress", "{mg} mg recorded").format(mg=number(so_far.mg))
    if so_far.weight:
        words += " " + translate("Progress", "with the starting weight {kg} kg").format(
            kg=number(so_far.weight.kg, 1)
        )
    missing = len(so_far.unrecorded)
    if missing == 1:
        words += ", " + translate("Progress", "1 day without a record")
    elif missing:
        words += ", " + translate("Progress", "%n days without a record", missing)
    return words + "."


def before_month_two(shown: Shown) -> str:
    """What to expect, until month two begins; afterwards nothing."""
    first, _ = shown.course.month(2)
    if shown.today >= first:
        return ""
    return translate(
        "Progress",
        "Acne often looks the same, or worse, in the first weeks. Results typically start to show "
        "in month two, from {day}.",
    ).format(day=short_date(first))


def _signed(difference: float) -> str:
    if round(difference, 1) == 0:
        return translate("Progress", "No difference")
    pattern = (
        translate("Progress", "{by} lower")
        if difference < 0
        else translate("Progress", "{by} higher")
    )
    return pattern.format(by=f"{abs(difference):.1f}")


def _range(low: float, high: float) -> str:
    """Such as "1.2 to 2.8 lower" or "0.3 lower to 0.9 higher"."""
    if low <= 0 <= high:
        return translate("Progress", "{low} lower to {high} higher").format(
            low=f"{-low:.1f}", high=f"{high:.1f}"
        )
    near, far = sorted((abs(low), abs(high)))
    pattern = (
        translate("Progress", "{near} to {far} lower")
        if high < 0
        else translate("Progress", "{near} to {far} higher")
    )
    return pattern.format(near=f"{near:.1f}", far=f"{far:.1f}")


def _strip(photos: list[Photo]) -> tuple[Photo, ...]:
    """The newest front photo, and those before it that do not cover each other."""
    chosen: list[Photo] = []
    for photo in reversed(photos):
        if photo.view is View.FRONT and (
            not chosen or chosen[-1].taken.on - photo.taken.on >= timedelta(days=STRIP_DAYS)
        ):
            chosen.append(photo)
    return tuple(reversed(chosen))
