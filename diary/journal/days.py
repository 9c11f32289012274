"""What a person can do with days."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypedDict, Unpack

from diary.domain.day import Change, Day, Dose
from diary.domain.scales import Severity
from diary.errors import InvalidInput
from diary.journal.clock import Clock
from diary.store import days
from diary.store.vault import Vault
from diary.words import translate


class Answers(TypedDict, total=False):
    """The answers of a day by name; `None` takes an answer back."""

    acne: int | None
    lips: int | None
    skin: int | None
    eyes: int | None
    nose: int | None
    mood: int | None
    inflamed: int | None
    nodules: int | None
    comedones: int | None
    dose: Dose | None
    symptoms: Mapping[str, Severity | None]
    care: frozenset[str]
    medicines: str
    note: str


class Days:
    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def get(self, on: date) -> Day:
        """The answers of a day; an empty day where there are none."""
        return days.get(self._vault.connection, on)

    def between(self, first: date, last: date) -> list[Day]:
        """The answered days from `first` to `last`, oldest first."""
        return days.between(self._vault.connection, first, last)

    def all(self) -> list[Day]:
        """Every answered day, oldest first."""
        return self.between(date.min, date.max)

    def record(self, on: date, **answers: Unpack[Answers]) -> Change:
        """Answer some questions of a day; the others stay as they are.

        Answering the values of `Change.before` undoes it. Raises `InvalidInput` for a day still to
        come or a value out of range, and `NotSaved`; nothing is changed then.
        """
        now = self._clock()
        if on > now.date():
            raise InvalidInput(
                translate("Days", "{day} is still to come. Nothing was changed.").format(
                    day=on.isoformat()
                )
            )
        with self._vault.transaction() as connection:
            before = days.get(connection, on)
            after = replace(before, **answers)
            days.put(connection, after, now)
        return Change(before, after)

    def erase(self, on: date) -> Change:
        """Take back every answer of a day; its photos stay.

        `record_all` of `Change.before` undoes it.
        """
        before = self.get(on)
        self.record_all([Day(on)])
        return Change(before, Day(on))

    def record_all(self, many: Iterable[Day]) -> None:
        """Write whole days in one transaction, in place of what stood there."""
        now = self._clock()
        with self._vault.transaction() as connection:
            for day in many:
                days.put(connection, day, now)
