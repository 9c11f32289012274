"""Photos are laid over each other beside the diary: it goes on, and locks, meanwhile."""

from collections.abc import Iterator
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diary.domain.mark import Mark
from diary.domain.photo import View
from diary.domain.regions import Region
from diary.imaging import laying
from diary.imaging.decoders import Decoders
from diary.journal import Journal
from diary.ui.main_window import MainWindow
from tests.imaging.planted import STANDS_STILL, Started, is_waited_for
from tests.ui.pages.compare.conftest import add_photo, jpeg
from tests.ui.pages.today.reading import focus_name, focused, stored
from tests.ui.seen import SLOW, is_locked, view_of

ANYWHERE = ["report", "panels", "marks", "compare"]
"""Pages that show one photo laid over another."""


@pytest.fixture
def layers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Started]:
    """Processes that never get done with laying."""
    started = Started(STANDS_STILL)
    decoders = Decoders(started)
    monkeypatch.setattr(laying, "_layers", decoders)
    monkeypatch.setattr(laying, "SECONDS", 3600.0)
    yield started
    for one in started.decoders:
        one.end()
    decoders.dismiss()


def fill(journal: Journal) -> None:
    """Two photos from the left on which there is no face, with a spot on the first."""
    first = add_photo(journal, jpeg("#c04030"), date(2026, 10, 1), View.LEFT)
    add_photo(journal, jpeg("#3050c0"), date(2026, 11, 23), View.LEFT)
    journal.marks.put(first.id, (Mark(first.id, "a", (0.3, 0.3), Region.CHEEKS),))


def open_page(window: MainWindow, name: str, layers: Started, qtbot: QtBot) -> None:
    """Until it waits for photos to be laid over each other."""
    view = view_of(window)
    window.jobs.wait(partial(fill, view.session.journal))
    view.show_page(name)
    qtbot.waitUntil(layers.first.is_set, timeout=SLOW)


@pytest.mark.parametrize("name", ANYWHERE)
def test_an_answer_is_written_while_photos_are_laid(
    name: str, opened: MainWindow, layers: Started, qtbot: QtBot
) -> None:
    open_page(opened, name, layers, qtbot)
    session = view_of(opened).session
    view_of(opened).show_page("today")
    qtbot.waitUntil(lambda: focus_name().startswith("Acne"), timeout=SLOW)
    with qtbot.waitSignal(session.saved, timeout=SLOW):
        QTest.keyClick(focused(), Qt.Key.Key_4)
    assert stored(session).acne == 4
    assert not is_waited_for(layers.decoders[0].pid)


@pytest.mark.parametrize("name", ANYWHERE)
def test_locking_ends_at_once_what_is_being_laid(
    name: str, unlocked: MainWindow, layers: Started, qtbot: QtBot
) -> None:
    open_page(unlocked, name, layers, qtbot)
    unlocked.lock()
    assert is_locked(unlocked)
    qtbot.waitUntil(lambda: is_waited_for(layers.decoders[0].pid), timeout=SLOW)
