"""The days that a report covers."""

from dataclasses import dataclass
from datetime import date, timedelta

from diary.domain.day import Day
from diary.domain.diary import Diary
from diary.domain.dosing import each_day
from diary.report.options import ReportOptions


@dataclass(frozen=True, slots=True)
class Period:
    """`days` are the answered days from `first` to `last`, oldest first."""

    first: date
    last: date
    today: date
    days: tuple[Day, ...]

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def end_of_records(self) -> date:
        """The first day on which a missing answer says nothing yet: today, or the day after."""
        return self.today if self.last == self.today else self.last + timedelta(days=1)

    def since(self, first: date) -> "Period":
        """The part from `first` on."""
        days = tuple(day for day in self.days if day.on >= first)
        return Period(max(first, self.first), self.last, self.today, days)

    def days_from_start(self, number: int) -> tuple[Day, ...]:
        """The answered days among the first `number` days."""
        return tuple(day for day in self.days if (day.on - self.first).days < number)

    def days_from_end(self, number: int) -> tuple[Day, ...]:
        """The answered days among the last `number` days."""
        return tuple(day for day in self.days if (self.last - day.on).days < number)

    def longest_gap(self) -> tuple[date, date] | None:
        """First and last of the longest run of days without an answer; the later of equal ones."""
        answered = {day.on for day in self.days}
        longest, run = list[date](), list[date]()
        for on in each_day(self.first, self.end_of_records - timedelta(days=1)):
            run = [] if on in answered else [*run, on]
            longest = run if run and len(run) >= len(longest) else longest
        return (longest[0], longest[-1]) if longest else None


def period_of(diary: Diary, options: ReportOptions) -> Period:
    """The days chosen, cut at today; by default the course so far."""
    last = min(options.last or diary.today, diary.today)
    return period_between(diary, min(options.first or diary.course.start, last), last)


def period_between(diary: Diary, first: date, last: date) -> Period:
    days = tuple(day for day in diary.days if first <= day.on <= last)
    return Period(first, last, diary.today, days)
