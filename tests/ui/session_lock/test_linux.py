"""What the desktop says about the session, handed to the slots as D-Bus does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Q_ARG, QMetaObject, QObject, Qt
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication

from diary.ui.session_lock.linux import DesktopWatch

NO_BUS = QDBusConnection("no bus at all")
DIRECT = Qt.ConnectionType.DirectConnection


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[DesktopWatch]:
    """On a computer without any bus."""
    parent = QObject()
    yield DesktopWatch(parent, NO_BUS, NO_BUS)
    parent.deleteLater()


@pytest.fixture
def told(watch: DesktopWatch) -> list[str]:
    """A line for each time that somebody was told to lock."""
    heard: list[str] = []
    watch.locked.connect(lambda: heard.append("lock"))
    return heard


@pytest.mark.parametrize("slot", ["sleep_coming", "saver_changed"])
def test_going_locks_and_coming_back_does_not(
    slot: str, watch: DesktopWatch, told: list[str]
) -> None:
    QMetaObject.invokeMethod(watch, slot, DIRECT, Q_ARG(bool, True))
    assert told == ["lock"]
    QMetaObject.invokeMethod(watch, slot, DIRECT, Q_ARG(bool, False))
    assert told == ["lock"]


def test_locking_the_session_locks(watch: DesktopWatch, told: list[str]) -> None:
    QMetaObject.invokeMethod(watch, "session_locked", DIRECT)
    assert told == ["lock"]
