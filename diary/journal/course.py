"""What a person can do with the course."""

from diary.domain.course import Course
from diary.domain.dosing import DoseSoFar, dose_so_far
from diary.journal.clock import Clock
from diary.store import courses, days
from diary.store.vault import Vault


class Courses:
    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def get(self) -> Course:
        return courses.get(self._vault.connection)

    def change(self, new: Course) -> Course:
        """Put `new` in place of the course; returns the one before, which undoes it."""
        with self._vault.transaction() as connection:
            before = courses.get(connection)
            courses.put(connection, new)
        return before

    def dose_so_far(self) -> DoseSoFar:
        """The doses recorded from the first day of the course to today."""
        course, today = self.get(), self._clock().date()
        recorded = days.between(self._vault.connection, course.start, today)
        return dose_so_far(recorded, course, today)
