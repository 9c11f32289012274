"""The one signal that all platforms have in common."""

from PySide6.QtCore import QObject, Signal


class SessionWatch(QObject):
    """Tells that somebody else may sit before the computer next."""

    locked = Signal()
    """Emitted at once, so that who is connected is done before the computer sleeps."""
