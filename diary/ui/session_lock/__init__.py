"""Learn from the computer that it goes to sleep or that its screen was locked."""

import sys

from PySide6.QtWidgets import QWidget

from diary.ui.session_lock.watch import SessionWatch

__all__ = ["SessionWatch", "watch"]


def watch(window: QWidget) -> SessionWatch:
    """What tells `window` to lock. On macOS it stays silent: its word is Objective-C only."""
    if sys.platform == "linux":
        from diary.ui.session_lock.linux import DesktopWatch

        return DesktopWatch(window)
    elif sys.platform == "win32":  # noqa: RET505 - mypy knows the platforms by it
        from diary.ui.session_lock.windows import WindowsWatch

        return WindowsWatch(window)
    else:
        return SessionWatch(window)
