"""The dose card shows what the diary holds, whatever was typed before."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.domain.day import Dose, DoseState
from diary.ui.pages.today.dose_card import DoseCard
from diary.ui.pages.today.recorder import Recorder
from diary.ui.pages.today.shown import Shown, read
from diary.ui.pages.today.typed import TypedLine
from diary.ui.session import Session

TODAY = date(2026, 11, 23)


@pytest.fixture
def card(session: Session, show: Callable[[QWidget], None]) -> DoseCard:
    recorder = Recorder(session)
    card = DoseCard(recorder)
    recorder.setParent(card)

    def fill(shown: Shown) -> None:
        recorder.take(shown.day, shown.today)
        card.fill(shown)

    session.day_changed.connect(lambda on: session.ask(partial(read, on=on), fill, card))
    fill(session.jobs.wait(partial(read, session.journal, TODAY)))
    show(card)
    return card


def stored(session: Session) -> Dose | None:
    return session.jobs.wait(partial(session.journal.days.get, TODAY)).dose


def milligrams(card: DoseCard) -> TypedLine:
    return next(line for line in card.findChildren(TypedLine) if "mg" in line.accessibleName())


def test_an_undone_dose_is_not_shown_as_recorded(
    card: DoseCard, session: Session, qtbot: QtBot
) -> None:
    card.choice.chosen.emit(DoseState.DIFFERENT)
    QTest.keyClicks(milligrams(card), "20")
    card.commit_pending()
    assert stored(session) == Dose(DoseState.DIFFERENT, 20)
    qtbot.waitUntil(lambda: card.choice.value == DoseState.DIFFERENT)
    session.undo.undo()
    assert stored(session) is None
    qtbot.waitUntil(lambda: card.choice.value is None)
    assert not milligrams(card).isVisible()


def test_mg_half_typed_never_turn_into_a_skipped_dose(card: DoseCard, session: Session) -> None:
    card.choice.chosen.emit(DoseState.DIFFERENT)
    QTest.keyClicks(milligrams(card), "20")
    card.choice.chosen.emit(DoseState.SKIPPED)
    card.commit_pending()
    assert stored(session) == Dose(DoseState.SKIPPED, 0)
