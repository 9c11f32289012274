"""What Windows says about the session, as the messages that reach a window."""

from collections.abc import Iterator
from ctypes import addressof, wintypes

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from diary.ui.session_lock.windows import (
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    WindowsWatch,
)

WTS_SESSION_UNLOCK, PBT_APMRESUMEAUTOMATIC, WM_PAINT = 0x0008, 0x0012, 0x000F


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[WindowsWatch]:
    window = QWidget()
    yield WindowsWatch(window)
    window.deleteLater()


@pytest.mark.parametrize(
    ("message", "what", "locks"),
    [
        (WM_POWERBROADCAST, PBT_APMSUSPEND, True),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, True),
        (WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC, False),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_UNLOCK, False),
        (WM_PAINT, WTS_SESSION_LOCK, False),
    ],
)
def test_sleep_and_a_locked_screen_lock_and_nothing_else(
    message: int, what: int, *, locks: bool, watch: WindowsWatch
) -> None:
    told: list[str] = []
    watch.locked.connect(lambda: told.append("lock"))
    arrived = wintypes.MSG(message=message, wParam=what)
    watch.read(addressof(arrived))
    assert bool(told) is locks
