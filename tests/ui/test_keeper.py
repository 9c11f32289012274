"""The open diary copies itself, reads its photos, and never gets in the way."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from diary.domain.backup import BackupEvery
from diary.domain.photo import View
from diary.errors import Stopped
from diary.imaging.laying import METHOD
from diary.journal import Journal, OnDiary, Watch
from diary.ui.diary_view import DiaryView
from diary.ui.main_window import MainWindow
from diary.ui.session import Session
from tests.ui.conftest import NOW
from tests.ui.pages.compare.conftest import add_photo, jpeg
from tests.ui.seen import SLOW


def choose(session: Session, folder: Path, every: BackupEvery = BackupEvery.DAILY) -> None:
    def put() -> None:
        chosen = replace(
            session.journal.preferences(), backup_folder=str(folder), backup_every=every
        )
        session.journal.set_preferences(chosen)

    session.jobs.wait(put)


def answer(session: Session, acne: int) -> None:
    def record(journal: Journal) -> None:
        journal.days.record(NOW.date(), acne=acne)

    session.push("acne", record, record, changed=lambda: None)


def test_the_scheduled_backup_is_made_once_it_is_due(
    session: Session, usb: Path, qtbot: QtBot
) -> None:
    choose(session, usb)
    session.keeper.start(session)
    with qtbot.waitSignals([session.keeper.changed, session.keeper.changed]):
        session.keeper.look()
    assert session.keeper.problem == ""
    assert [path.name for path in usb.iterdir()] == ["mine.skindiary-mirror"]
    assert not session.jobs.wait(session.journal.backups.is_due)


def test_no_backup_is_made_that_was_not_asked_for(
    session: Session, usb: Path, qtbot: QtBot
) -> None:
    choose(session, usb, BackupEvery.OFF)
    session.keeper.start(session)
    session.keeper.look()
    session.jobs.wait(lambda: None)
    session.jobs.deliver()
    assert list(usb.iterdir()) == []


def test_nothing_is_done_in_the_quiet_while_photos_are_taken_in(session: Session) -> None:
    session.keeper.start(session)
    timer = session.keeper.findChild(QTimer)
    assert timer is not None
    timer.stop()
    session.worked.emit()
    assert timer.isActive()


def test_photos_of_the_panels_are_laid_over_each_other_in_the_quiet(
    session: Session, qtbot: QtBot
) -> None:
    days = {"#c04030": date(2026, 10, 1), "#3050c0": date(2026, 10, 30)}
    over, later = (
        session.jobs.wait(partial(add_photo, session.journal, jpeg(color, 64, 48), on, View.BACK))
        for color, on in days.items()
    )

    def is_kept() -> bool:
        pictures = session.journal._vault.pictures  # noqa: SLF001 - it shows in its time only
        return pictures.laid(over.id, later.id, METHOD) is not None

    session.keeper.start(session)
    session.keeper.look()
    qtbot.waitUntil(lambda: session.jobs.wait(is_kept), timeout=SLOW)


def test_a_disk_that_is_not_connected_is_a_line_and_no_dialog(
    session: Session, usb: Path, qtbot: QtBot
) -> None:
    choose(session, usb / "gone")
    session.keeper.start(session)
    with qtbot.waitSignals([session.keeper.changed, session.keeper.changed]):
        session.keeper.look()
    assert "Connect its disk" in session.keeper.problem


def test_an_answer_is_copied_inside_the_diary_as_well(
    session: Session, folder: Path, qtbot: QtBot
) -> None:
    session.keeper.start(session)
    answer(session, 4)
    qtbot.waitUntil(lambda: len(list((folder / "snapshots").glob("*.db"))) == 1)


def test_closing_the_diary_ends_a_backup_at_the_next_photo(
    session: Session, usb: Path, qtbot: QtBot
) -> None:
    told: list[object] = []

    def endless(_journal: Journal, watch: Watch, _on_diary: OnDiary) -> None:
        for number in range(10**9):
            watch(number, 10**9)

    session.keeper.backup.start(endless, told.append, told.append)
    session.close()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert isinstance(told[0], Stopped)


def test_a_diary_that_opens_in_the_window_is_kept(
    window: MainWindow, open_folder: Path, qtbot: QtBot
) -> None:
    window.open_diary(open_folder)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), DiaryView))
    view = window.centralWidget()
    assert isinstance(view, DiaryView)
    answer(view.session, 4)
    qtbot.waitUntil(lambda: len(list((open_folder / "snapshots").glob("*.db"))) == 1)


def test_the_sample_is_not_kept(window: MainWindow, qtbot: QtBot) -> None:
    window.show_sample()
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), DiaryView), timeout=SLOW)
    view = window.centralWidget()
    assert isinstance(view, DiaryView)
    before = len(view.session.jobs.wait(view.session.journal.backups.snapshots))
    answer(view.session, 4)
    view.session.jobs.wait(lambda: None)
    view.session.jobs.deliver()
    assert len(view.session.jobs.wait(view.session.journal.backups.snapshots)) == before
