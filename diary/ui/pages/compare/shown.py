"""What the Compare page shows: one reading of the diary, and its words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from diary.domain.course import BASELINE_DAYS, Course
from diary.domain.day import Day
from diary.domain.dosing import dose_so_far
from diary.domain.panels import Panels
from diary.domain.photo import Photo, View, view_name
from diary.domain.preferences import Preferences
from diary.journal import Journal
from diary.ui.local import long_date, number, short_date
from diary.words import translate


@dataclass(frozen=True, slots=True)
class Shown:
    """`photos` are oldest first; `days` are those with an answer."""

    course: Course
    today: date
    photos: tuple[Photo, ...]
    days: Mapping[date, Day]
    preferences: Preferences
    panels: Mapping[View, Panels]
    """The photos of the report, by view."""

    def of(self, view: View) -> list[Photo]:
        return [photo for photo in self.photos if photo.view is view]

    def day(self, on: date) -> Day:
        return self.days.get(on, Day(on))

    def dose(self, on: date) -> float | None:
        """Recorded mg from the first dose to the end of a day; None before the course."""
        if on < self.course.start:
            return None
        return dose_so_far(self.days.values(), self.course, on).mg

    def unrecorded(self, until: date) -> int:
        """Days up to and with `until` whose dose is not recorded; today can still be answered."""
        if until < self.course.start:
            return 0
        before = len(dose_so_far(self.days.values(), self.course, until).unrecorded)
        return before + (until < self.today and self.day(until).dose is None)

    def spoken(self, photo: Photo) -> str:
        """Such as "Front, Monday 23 November, day 54, acne 4"."""
        acne = self.day(photo.taken.on).acne
        return translate("Compare", "{view}, {date}, {day}, acne {acne}").format(
            view=view_name(photo.view),
            date=long_date(photo.taken.on),
            day=_day(self.course.day_number(photo.taken.on), head=False),
            acne="–" if acne is None else number(acne),
        )

    def caption(self, photo: Photo) -> str:
        """Such as "Day 1, baseline"."""
        on = photo.taken.on
        words = [_day(self.course.day_number(on), head=True)]
        if on == self.today:
            words.append(translate("Compare", "today"))
        elif self._is_baseline(on):
            words.append(translate("Compare", "baseline"))
        return ", ".join(words)

    def headline(self, a: Photo, b: Photo) -> str:
        """Such as "Baseline and today · 53 days apart"."""
        pattern = translate("Compare", "{one} and {other}")
        one = self._name(a.taken.on, head=True)
        other = self._name(b.taken.on, head=False)
        if one.lower() == other.lower():
            one, other = short_date(a.taken.on), short_date(b.taken.on)
        return f"{pattern.format(one=one, other=other)} · {apart(a, b)}"

    def _name(self, on: date, *, head: bool) -> str:
        if on == self.today:
            return translate("Compare", "Today") if head else translate("Compare", "today")
        if self._is_baseline(on):
            return translate("Compare", "Baseline") if head else translate("Compare", "baseline")
        return short_date(on)

    def _is_baseline(self, on: date) -> bool:
        return 1 <= self.course.day_number(on) <= BASELINE_DAYS


def read(journal: Journal) -> Shown:
    return Shown(
        journal.course.get(),
        journal.today(),
        tuple(journal.photos.all()),
        {day.on: day for day in journal.days.all()},
        journal.preferences(),
        journal.panels.all(),
    )


def apart(a: Photo, b: Photo) -> str:
    """Such as "53 days apart"."""
    days = abs((b.taken.on - a.taken.on).days)
    if days == 0:
        return translate("Compare", "on the same day")
    if days == 1:
        return translate("Compare", "1 day apart")
    return translate("Compare", "%n days apart", days)


def _day(day_number: int, *, head: bool) -> str:
    if day_number < 1:
        return (
            translate("Compare", "Before your course")
            if head
            else translate("Compare", "before your course")
        )
    pattern = translate("Compare", "Day {n}") if head else translate("Compare", "day {n}")
    return pattern.format(n=day_number)
