"""Windows: messages to the window, read before Qt sees them."""

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget

from diary.ui.jobs import alive
from diary.ui.session_lock.watch import SessionWatch

WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 0x0007
NOTIFY_FOR_THIS_SESSION = 0
"""Of winuser.h and wtsapi32.h."""

LOCKING = {(WM_POWERBROADCAST, PBT_APMSUSPEND), (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK)}


class WindowsWatch(SessionWatch):
    """Suspend is told to every window, a locked screen to those that ask."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._messages = _Messages(self)
        app = QCoreApplication.instance()
        assert app is not None  # noqa: S101 - there is no window without one
        app.installNativeEventFilter(self._messages)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(
                wintypes.HWND(int(window.winId())), NOTIFY_FOR_THIS_SESSION
            )

    def read(self, address: int) -> None:
        """Look at a message of the system, a MSG at `address`."""
        told = wintypes.MSG.from_address(address)
        if (told.message, told.wParam) in LOCKING:
            self.locked.emit()


class _Messages(QAbstractNativeEventFilter):
    def __init__(self, watch: WindowsWatch) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(  # noqa: N802 - Qt's own name
        self, _kind: QByteArray | bytes | bytearray | memoryview, message: int, /
    ) -> tuple[bool, int]:
        if alive(self._watch):
            self._watch.read(int(message))
        return False, 0
