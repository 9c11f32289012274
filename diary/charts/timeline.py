"""Dates along a chart: where a day lies, which weeks are named."""

from dataclasses import dataclass
from datetime import date, timedelta

from diary.domain.course import Course

WEEK_STEPS = (1, 2, 4, 8, 13, 26, 52)
"""Every how many weeks a tick is named, the finest that fits; weeks 0, 4, 8 … in a long course."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dates `first` to `last` spread evenly from `left` to `right` (pixels)."""

    first: date
    last: date
    left: float
    right: float

    @property
    def days(self) -> int:
        """Days from edge to edge; a single date still has a width."""
        return max((self.last - self.first).days, 1)

    @property
    def day_width(self) -> float:
        return (self.right - self.left) / self.days

    def shows(self, on: date) -> bool:
        return self.first <= on <= self.last

    def x_of(self, on: date) -> float:
        return self.left + (on - self.first).days * self.day_width

    def date_at(self, x: float) -> date:
        """The nearest date in view."""
        days = round((x - self.left) / self.day_width)
        return self.first + timedelta(days=min(max(days, 0), self.days))

    def weeks(self, course: Course, room: float) -> list[tuple[int, date]]:
        """Number and date of the weeks to name, at least `room` pixels apart."""
        step = next((n for n in WEEK_STEPS if n * 7 * self.day_width >= room), WEEK_STEPS[-1])
        since, until = ((edge - course.start).days for edge in (self.first, self.last))
        return [
            (week, course.start + timedelta(weeks=week))
            for week in range(-(-since // 7), until // 7 + 1)
            if week % step == 0
        ]

    def month_two(self, course: Course) -> tuple[float, float] | None:
        """Left and right of month two, its last day included, as far as it is in view."""
        start, end = course.month(2)
        after = end + timedelta(days=1)
        left, right = max(self.x_of(start), self.left), min(self.x_of(after), self.right)
        return (left, right) if left < right else None
