"""Today says quietly when there is no backup, an old one, or a hurt photo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.journal import Journal
from diary.ui.jobs import Jobs
from diary.ui.pages.today.backup_notice import BackupNotice
from diary.ui.session import Session
from tests.ui.conftest import NOW


@pytest.fixture
def notice(session: Session, show: Callable[[QWidget], None]) -> BackupNotice:
    notice = BackupNotice(session)
    show(notice)
    return notice


def words(notice: BackupNotice) -> str:
    return notice.accessibleName()


def read(notice: BackupNotice, session: Session) -> None:
    notice.read()
    session.jobs.wait(lambda: None)
    session.jobs.deliver()


def answer_days(session: Session, count: int) -> None:
    def record() -> None:
        for ago in range(count):
            session.journal.days.record(NOW.date() - timedelta(ago), acne=4)

    session.jobs.wait(record)


def test_a_diary_of_a_week_without_a_backup_says_so_and_leads_to_settings(
    notice: BackupNotice, session: Session, qtbot: QtBot
) -> None:
    answer_days(session, 6)
    read(notice, session)
    assert not notice.isVisible()
    answer_days(session, 7)
    read(notice, session)
    assert words(notice) == "There is no backup of this diary yet. Back up now"
    with qtbot.waitSignal(notice.settings_asked):
        notice.link_activated.emit()


def test_the_link_backs_up_to_the_chosen_folder_and_the_notice_goes(
    notice: BackupNotice, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    answer_days(session, 7)
    (tmp_path / "usb").mkdir()

    def choose() -> None:
        chosen = replace(session.journal.preferences(), backup_folder=str(tmp_path / "usb"))
        session.journal.set_preferences(chosen)

    session.jobs.wait(choose)
    read(notice, session)
    assert notice.isVisible()
    notice.link_activated.emit()
    qtbot.waitUntil(lambda: not notice.isVisible())
    assert list((tmp_path / "usb").iterdir())


def test_a_backup_that_was_asked_for_and_failed_says_why(
    notice: BackupNotice, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    answer_days(session, 7)

    def choose() -> None:
        chosen = replace(session.journal.preferences(), backup_folder=str(tmp_path / "gone"))
        session.journal.set_preferences(chosen)

    session.jobs.wait(choose)
    read(notice, session)
    notice.link_activated.emit()
    qtbot.waitUntil(lambda: "Connect its disk or choose another folder." in words(notice))
    with qtbot.waitSignal(notice.settings_asked):
        notice.link_activated.emit()


@pytest.fixture
def backed_up_long_ago(open_folder: Path, tmp_path: Path) -> Path:
    """A closed diary whose last backup is 20 days old."""
    earlier = Journal.open(open_folder, clock=lambda: NOW - timedelta(20))
    earlier.backups.to_file(tmp_path / "b.skinbackup")
    earlier.close()
    return open_folder


def test_an_old_backup_is_named_by_its_day(
    backed_up_long_ago: Path, show: Callable[[QWidget], None]
) -> None:
    jobs = Jobs()
    session = Session(jobs.wait(lambda: Journal.open(backed_up_long_ago, clock=lambda: NOW)), jobs)
    notice = BackupNotice(session)
    show(notice)
    read(notice, session)
    assert words(notice) == "Your last backup is from 3 Nov. Back up now"
    session.abandon()
    jobs.close()
