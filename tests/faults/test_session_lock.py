"""The program on a real bus: a private `dbus-daemon`, and somebody on it who speaks like logind."""

import os
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import ClassInfo, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary.journal import Journal
from diary.ui import guard
from diary.ui.dialogs.unlock import Unlock
from diary.ui.diary_view import DiaryView
from diary.ui.main_window import MainWindow
from diary.ui.session_lock.linux import LOGIN, LOGIN_PATH, MANAGER, SESSION, DesktopWatch
from tests.ui.conftest import PASSPHRASE, code, locked, locked_once, window

__all__ = ["code", "locked", "locked_once", "window"]

pytestmark = pytest.mark.sweep("bus")

OURS, SOMEBODY_ELSES = f"{LOGIN_PATH}/session/_31", f"{LOGIN_PATH}/session/_32"


@ClassInfo({"D-Bus Interface": MANAGER})  # type: ignore[call-arg]  # so the stub says
class Logind(QObject):  # type: ignore[operator]
    """Hands out delays as logind does: it is free to sleep when the last copy is closed."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._bus = bus
        self.asked: list[tuple[str, ...]] = []
        self._delays: list[int] = []
        assert bus.registerObject(LOGIN_PATH, self, QDBusConnection.RegisterOption.ExportAllSlots)
        assert bus.registerService(LOGIN)

    @Slot(str, result=QDBusObjectPath)
    def GetSession(self, _name: str) -> QDBusObjectPath:  # noqa: N802 - logind's own name
        return QDBusObjectPath(OURS)

    @Slot(str, str, str, str, result=QDBusUnixFileDescriptor)
    def Inhibit(self, what: str, who: str, why: str, mode: str) -> QDBusUnixFileDescriptor:  # noqa: N802
        ours, theirs = os.pipe()
        os.set_blocking(ours, False)
        self._delays.append(ours)
        self.asked.append((what, who, why, mode))
        handed = QDBusUnixFileDescriptor(theirs)
        os.close(theirs)
        return handed

    def say(self, path: str, interface: str, signal: str, *arguments: object) -> None:
        message = QDBusMessage.createSignal(path, interface, signal)
        message.setArguments(list(arguments))
        assert self._bus.send(message)

    @property
    def may_sleep(self) -> bool:
        """Whether nobody holds the last delay any more."""
        try:
            return os.read(self._delays[-1], 1) == b""
        except BlockingIOError:
            return False


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A bus of its own that stands for both of the computer's."""
    path = tmp_path_factory.mktemp("bus") / "socket"
    daemon = subprocess.Popen(
        [
            "dbus-daemon",
            "--session",
            "--nofork",
            "--nosyslog",
            f"--address=unix:path={path}",
            "--print-address",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.communicate()


@pytest.fixture
def logind(address: str, qapp: QApplication) -> Iterator[Logind]:
    bus = QDBusConnection.connectToBus(address, "computer")
    assert bus.isConnected()
    logind = Logind(bus)
    yield logind
    bus.unregisterService(LOGIN)
    bus.unregisterObject(LOGIN_PATH)


@pytest.fixture
def watch(logind: Logind, address: str, qtbot: QtBot) -> Iterator[DesktopWatch]:
    parent = QObject()
    bus = QDBusConnection.connectToBus(address, "program")
    watch = DesktopWatch(parent, bus, bus)
    qtbot.waitUntil(lambda: bool(logind.asked) and not logind.may_sleep)
    yield watch
    parent.deleteLater()


def test_the_computer_sleeps_only_after_everything_was_forgotten(
    watch: DesktopWatch, logind: Logind, qtbot: QtBot
) -> None:
    told: list[str] = []
    watch.locked.connect(lambda: told.append("lock"))
    logind.say(LOGIN_PATH, MANAGER, "PrepareForSleep", True)
    qtbot.waitUntil(lambda: bool(told))
    assert not logind.may_sleep
    watch.let_sleep()
    qtbot.waitUntil(lambda: logind.may_sleep)
    logind.say(LOGIN_PATH, MANAGER, "PrepareForSleep", False)
    qtbot.waitUntil(lambda: len(logind.asked) == 2)
    assert not logind.may_sleep
    assert logind.asked[-1] == ("sleep", "Skin Diary", "Locks your diary", "delay")
    assert len(told) == 1


def test_our_session_locks_the_diary_and_somebody_elses_does_not(
    watch: DesktopWatch, logind: Logind, qtbot: QtBot
) -> None:
    def lock_both() -> None:
        logind.say(SOMEBODY_ELSES, SESSION, "Lock")
        logind.say(OURS, SESSION, "Lock")

    told: list[str] = []
    watch.locked.connect(lambda: told.append("lock"))
    with qtbot.waitSignal(watch.locked):
        lock_both()
    with qtbot.waitSignal(watch.locked):
        lock_both()
    assert told == ["lock", "lock"]


@pytest.mark.parametrize("desktop", ["freedesktop", "gnome", "cinnamon", "mate"])
def test_the_screen_saver_of_each_desktop_is_heard(
    desktop: str, watch: DesktopWatch, logind: Logind, qtbot: QtBot
) -> None:
    interface = f"org.{desktop}.ScreenSaver"
    with qtbot.waitSignal(watch.locked):
        logind.say("/org/ScreenSaver", interface, "ActiveChanged", True)


def test_the_program_is_locked_before_the_computer_sleeps(
    window: MainWindow,
    locked: Path,
    logind: Logind,
    address: str,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bus = QDBusConnection.connectToBus(address, "program")
    monkeypatch.setattr(guard, "watch", partial(DesktopWatch, system=bus, session=bus))
    window.show()
    window.show_diary(window.jobs.wait(partial(Journal.open, locked, passphrase=PASSPHRASE)))
    qtbot.waitUntil(lambda: bool(logind.asked) and not logind.may_sleep)
    assert isinstance(window.centralWidget(), DiaryView)
    logind.say(LOGIN_PATH, MANAGER, "PrepareForSleep", True)
    qtbot.waitUntil(lambda: logind.may_sleep)
    assert isinstance(window.centralWidget(), Unlock)
