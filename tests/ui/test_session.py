"""Writes reach the vault in order, can be taken back, and survive a disk that refuses."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from diary.domain.day import Day
from diary.errors import InvalidInput, NotSaved
from diary.journal import Journal
from diary.ui.session import Session
from tests.ui.full_disk import TOO_LONG, full_disk

TODAY = date(2026, 11, 23)
TOMORROW = date(2026, 11, 24)
Record = Callable[..., None]


@pytest.fixture
def record(session: Session) -> Record:
    """Answer questions of a day as a page does."""
    known: dict[tuple[date, str], object] = {}

    def push(on: date = TODAY, *, merge: str | None = None, **answers: object) -> None:
        before = {name: known.get((on, name), getattr(Day(on), name)) for name in answers}
        known.update({(on, name): value for name, value in answers.items()})
        session.push(
            ", ".join(answers),
            partial(_write, on, answers),
            partial(_write, on, before),
            changed=partial(session.day_changed.emit, on),
            merge=merge,
        )

    return push


def _write(on: date, answers: dict[str, object], journal: Journal) -> None:
    journal.days.record(on, **answers)  # type: ignore[arg-type]


def stored(session: Session, on: date = TODAY) -> Day:
    return session.jobs.wait(partial(session.journal.days.get, on))


def test_saved_is_said_only_once_the_answer_is_in_the_vault(
    qtbot: QtBot, session: Session, record: Record
) -> None:
    with qtbot.waitSignal(session.saved) as said:
        record(acne=4)
    assert said.args == [session.journal.now()]
    assert stored(session).acne == 4


def test_a_page_hears_of_a_change_after_it_is_saved(
    qtbot: QtBot, session: Session, record: Record
) -> None:
    with qtbot.waitSignals([session.saved, session.day_changed], order="strict"):
        record(acne=4)


def test_undo_and_redo_walk_back_and_forth_through_the_answers(
    qtbot: QtBot, session: Session, record: Record
) -> None:
    record(acne=4)
    record(lips=6)
    session.undo.undo()
    assert (stored(session).acne, stored(session).lips) == (4, None)
    session.undo.undo()
    assert stored(session).acne is None
    session.undo.redo()
    session.undo.redo()
    assert (stored(session).acne, stored(session).lips) == (4, 6)


def test_undo_names_what_was_undone_and_redo_what_came_back(
    qtbot: QtBot, session: Session, record: Record
) -> None:
    record(lips=6)
    with qtbot.waitSignal(session.undone) as undone:
        session.undo.undo()
    with qtbot.waitSignal(session.redone) as redone:
        session.undo.redo()
    assert (undone.args, redone.args) == (["lips"], ["lips"])


def test_typing_is_undone_as_one(qtbot: QtBot, session: Session, record: Record) -> None:
    record(note="Dry", merge="note")
    record(note="Dry lips", merge="note")
    assert stored(session).note == "Dry lips"
    session.undo.undo()
    assert stored(session).note == ""
    session.undo.redo()
    assert stored(session).note == "Dry lips"


def test_typing_about_something_else_is_undone_by_itself(
    qtbot: QtBot, session: Session, record: Record
) -> None:
    record(note="Dry lips", merge="note")
    record(medicines="Ibuprofen", merge="medicines")
    session.undo.undo()
    assert (stored(session).note, stored(session).medicines) == ("Dry lips", "")


def test_what_a_full_disk_refused_is_kept_and_saved_in_order_on_another_try(
    qtbot: QtBot, session: Session, record: Record
) -> None:
    with full_disk():
        with qtbot.waitSignal(session.save_failed) as failed:
            record(note=TOO_LONG)
        record(acne=4)
        assert stored(session) == Day(TODAY)
    assert isinstance(failed.args[0], NotSaved)
    assert session.unsaved
    with qtbot.waitSignals([session.saved, session.day_changed, session.day_changed]):
        session.retry()
    assert (stored(session).note, stored(session).acne) == (TOO_LONG, 4)
    assert not session.unsaved


def test_a_diary_whose_answers_do_not_fit_on_the_disk_does_not_close(
    qtbot: QtBot, session: Session, record: Record
) -> None:
    with full_disk(), qtbot.waitSignal(session.save_failed):
        record(note=TOO_LONG)
        assert isinstance(session.close(), NotSaved)
    assert session.close() is None
    reopened = session.jobs.wait(partial(Journal.open, session.journal.folder))
    assert session.jobs.wait(partial(reopened.days.get, TODAY)).note == TOO_LONG
    session.jobs.wait(reopened.close)


def test_a_value_the_diary_cannot_hold_is_refused_and_never_in_the_way(
    qtbot: QtBot, session: Session, record: Record
) -> None:
    with qtbot.waitSignal(session.save_failed) as failed:
        record(TOMORROW, acne=4)
    assert isinstance(failed.args[0], InvalidInput)
    record(acne=4)
    assert stored(session).acne == 4
    session.undo.undo()
    session.undo.undo()
    assert not session.unsaved
    assert not session.undo.canUndo()


def test_closing_tells_of_a_value_that_the_diary_cannot_hold(
    session: Session, record: Record
) -> None:
    record(TOMORROW, acne=4)
    record(acne=5)
    assert isinstance(session.close(), InvalidInput)
    assert stored(session).acne == 5
    assert session.close() is None


def test_closing_saves_what_was_pushed_last(qtbot: QtBot, session: Session, record: Record) -> None:
    record(acne=4)
    assert session.close() is None
    reopened = session.jobs.wait(partial(Journal.open, session.journal.folder))
    assert session.jobs.wait(partial(reopened.days.get, TODAY)).acne == 4
    session.jobs.wait(reopened.close)


def test_a_closed_diary_answers_nobody(qtbot: QtBot, session: Session) -> None:
    told: list[Day] = []
    session.close()
    session.ask(lambda journal: journal.days.get(TODAY), told.append, session)
    session.jobs.wait(lambda: None)
    assert told == []
