"""An open diary for the pages: real files in a temporary folder, a clock that stands still."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.course import Course, Step, Weight
from diary.journal import Journal, new_recovery_code
from diary.ui.jobs import Jobs
from diary.ui.main_window import MainWindow
from diary.ui.session import Session
from diary.ui.settings import Settings
from tests import keyrings
from tests.ui.seen import is_open, view_of

Show = Callable[[QWidget], None]

START = date(2026, 10, 1)
NOW = datetime(2026, 11, 23, 8, 14)
PASSPHRASE = "correct horse battery"  # noqa: S105 - of a diary made up for the tests


def _create(folder: Path) -> Journal:
    course = Course(START, steps=(Step(START, 40),), weights=(Weight(START, 68),))
    return Journal.create(folder, course=course, clock=lambda: NOW)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the diary of `session` is."""
    return tmp_path / "mine.skindiary"


@pytest.fixture
def session(qapp: QApplication, folder: Path) -> Iterator[Session]:
    """A new diary on day 54 of its course: 40 mg a day, 68 kg."""
    jobs = Jobs()
    session = Session(jobs.wait(partial(_create, folder)), jobs)
    yield session
    session.abandon()
    jobs.close()


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The program's window in a throw-away profile, with nothing in it yet."""
    with ExitStack() as leaving:
        settings = Settings(tmp_path / "window.ini")
        window = MainWindow(settings, lambda: tmp_path / "new.skindiary", leaving, lambda: NOW)
        yield window
        window.close()


@pytest.fixture
def open_folder(folder: Path) -> Path:
    """A diary without a passphrase, closed."""
    _create(folder).close()
    return folder


@pytest.fixture(scope="session")
def code() -> str:
    """The recovery code of the locked diary."""
    return new_recovery_code()


@pytest.fixture(scope="session")
def locked_once(code: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locked") / "mine.skindiary"
    course = Course(START, steps=(Step(START, 40),))
    Journal.create(
        folder, course=course, passphrase=PASSPHRASE, recovery_code=code, clock=lambda: NOW
    ).close()
    return folder


@pytest.fixture
def locked(locked_once: Path, tmp_path: Path) -> Path:
    """A closed diary with a passphrase; the slow keys are made once for all tests."""
    return Path(shutil.copytree(locked_once, tmp_path / "locked.skindiary"))


@pytest.fixture
def ring() -> Iterator[keyrings.Working]:
    """A keyring of the system that keeps what it is given."""
    ring = keyrings.Working()
    with keyrings.own(ring):
        yield ring


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    """A folder on another disk."""
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture
def opened(window: MainWindow, open_folder: Path, show: Show, qtbot: QtBot) -> MainWindow:
    """The window on a diary without a passphrase."""
    window.open_diary(open_folder)
    show(window)
    qtbot.waitUntil(lambda: is_open(window))
    return window


@pytest.fixture
def unlocked(window: MainWindow, locked: Path, show: Show, qtbot: QtBot) -> MainWindow:
    """The window on a diary with a passphrase."""
    show(window)
    window.show_diary(window.jobs.wait(partial(Journal.open, locked, passphrase=PASSPHRASE)))
    qtbot.waitUntil(view_of(window).page.isVisible)
    return window
