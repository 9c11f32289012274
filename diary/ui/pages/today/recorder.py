"""Writes the answers of the day that is shown, each undoable by itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from diary.domain.day import ANSWERS, Day
from diary.journal import Answers, Journal
from diary.ui.local import short_date
from diary.ui.outbox import Action
from diary.ui.session import Session


@dataclass(frozen=True, slots=True, eq=False)
class _Pending:
    """Answers that were given but are not on disk yet."""

    on: date
    answers: Answers


class Recorder(QObject):
    """Keeps the day as the patient sees it, which may be ahead of the disk."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pending: list[_Pending] = []
        self.day = Day(date.min)
        self.today = date.min

    def take(self, stored: Day, today: date) -> None:
        """Go on from what the disk holds, with what has not reached it on top."""
        self.today = today
        self.day = stored
        for pending in self._pending:
            if pending.on == stored.on:
                self.day = replace(self.day, **pending.answers)

    def record(self, said: str, answers: Answers, *, typing: bool = False) -> None:
        """Write `answers`, undoable as `said`; answers `typing` in a row are undone together."""
        if _as_before(self.day, answers) != answers:
            write = partial(_write, on=self.day.on, answers=answers)
            self._push(said, answers, write, typing=typing)

    def erase(self, said: str, *, everywhere: bool) -> None:
        """Take back every answer of the day at once; `everywhere` in the earlier states too."""
        on = self.day.on
        erase = partial(_erase, on=on, everywhere=everywhere)
        self._push(said, _as_before(Day(on), ANSWERS), erase)

    def _push(self, said: str, answers: Answers, do: Action, *, typing: bool = False) -> None:
        on, before = self.day.on, _as_before(self.day, answers)
        self.day = replace(self.day, **answers)
        pending = _Pending(on, answers)
        self._pending.append(pending)
        self._session.push(
            said if on == self.today else f"{said}, {short_date(on)}",
            do,
            partial(_write, on=on, answers=before),
            changed=partial(self._written, pending),
            merge=(on, *answers) if typing else None,
        )

    def _written(self, pending: _Pending) -> None:
        if pending in self._pending:
            self._pending.remove(pending)
        self._session.day_changed.emit(pending.on)


def _as_before(day: Day, answers: Iterable[str]) -> Answers:
    before: Answers = {}
    for name in answers:
        before[name] = getattr(day, name)  # type: ignore[literal-required]
    return before


def _write(journal: Journal, on: date, answers: Answers) -> None:
    journal.days.record(on, **answers)


def _erase(journal: Journal, on: date, *, everywhere: bool) -> None:
    journal.days.erase(on)
    if everywhere:
        journal.backups.forget_earlier()
