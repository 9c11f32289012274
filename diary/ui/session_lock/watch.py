"""The one signal that all platforms have in common."""

from PySide6.QtCore import QObject, Signal


class SessionWatch(QObject):
    """Tells that somebody else may sit before the computer next."""

    locked = Signal()
    """The computer waits a little with sleeping, until `let_sleep`."""

    def let_sleep(self) -> None:
        """Everything is locked and forgotten."""
