"""The writes of the Course page, each undoable as one command."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from diary.domain.course import Course
from diary.domain.day import Dose
from diary.domain.labs import LabResult, LipidUnit
from diary.domain.visits import Question, Visit
from diary.journal import Journal
from diary.ui.session import Session


class Edits(QObject):
    """`text` is how an edit is named when it is undone."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._changed = session.course_changed.emit

    def change_course(self, text: str, before: Course, **changes: Any) -> None:
        """Replace some fields of the course; the others stay as they are on disk."""
        old = {name: getattr(before, name) for name in changes}
        if old != changes:
            do, undo = partial(_change_course, changes), partial(_change_course, old)
            self._session.push(text, do, undo, changed=self._changed)

    def record_doses(self, text: str, doses: Mapping[date, Dose]) -> None:
        """Record doses of days that have none."""
        recording = _Recording(doses)
        changed = partial(self._session.day_changed.emit, min(doses))
        self._session.push(text, recording.do, recording.undo, changed=changed)

    def change_results(
        self, text: str, before: Sequence[LabResult], after: Sequence[LabResult]
    ) -> None:
        """Put `after` in place of `before`."""
        do, undo = partial(_swap, before, after), partial(_swap, after, before)
        self._session.push(text, do, undo, changed=self._changed)

    def change_visit(self, text: str, before: Visit | None, after: Visit | None) -> None:
        """Add a visit (no `before`), change it, or remove it (no `after`)."""
        do, undo = partial(_visit, before, after), partial(_visit, after, before)
        self._session.push(text, do, undo, changed=self._changed)

    def add_question(self, text: str, question: Question) -> None:
        do, undo = partial(_ask, question), partial(_withdraw, question)
        self._session.push(text, do, undo, changed=self._changed)

    def change_question(self, text: str, before: Question, after: Question) -> None:
        do, undo = partial(_ask, after), partial(_ask, before)
        self._session.push(text, do, undo, changed=self._changed)

    def remove_question(self, text: str, question: Question) -> None:
        removal = _Removal(question)
        self._session.push(text, removal.do, removal.undo, changed=self._changed)

    def show_lipids_in(self, text: str, before: LipidUnit, after: LipidUnit) -> None:
        do, undo = partial(_show_in, after), partial(_show_in, before)
        self._session.push(text, do, undo, changed=self._session.preferences_changed.emit)


class _Removal:
    """Takes a question away and brings it back to its place."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._place: int | None = None

    def do(self, journal: Journal) -> None:
        self._place = journal.questions.remove(self._question)

    def undo(self, journal: Journal) -> None:
        journal.questions.put(self._question, self._place)


def _change_course(changes: Mapping[str, Any], journal: Journal) -> None:
    journal.course.change(replace(journal.course.get(), **changes))


class _Recording:
    """Records doses and remembers what each day held before, as it was found when writing."""

    def __init__(self, doses: Mapping[date, Dose]) -> None:
        self._doses = doses
        self._before: dict[date, Dose | None] = {}

    def do(self, journal: Journal) -> None:
        self._before = {on: journal.days.get(on).dose for on in self._doses}
        _record(journal, self._doses)

    def undo(self, journal: Journal) -> None:
        _record(journal, self._before)


def _record(journal: Journal, doses: Mapping[date, Dose | None]) -> None:
    """All or none, and only the doses: the days' other answers stay as they are by now."""
    journal.days.record_all(replace(journal.days.get(on), dose=dose) for on, dose in doses.items())


def _swap(before: Sequence[LabResult], after: Sequence[LabResult], journal: Journal) -> None:
    journal.labs.swap(before, after)


def _visit(before: Visit | None, after: Visit | None, journal: Journal) -> None:
    if after:
        journal.visits.put(after)
    elif before:
        journal.visits.remove(before)


def _ask(question: Question, journal: Journal) -> None:
    journal.questions.put(question)


def _withdraw(question: Question, journal: Journal) -> None:
    journal.questions.remove(question)


def _show_in(unit: LipidUnit, journal: Journal) -> None:
    journal.set_preferences(replace(journal.preferences(), lipid_unit=unit))
