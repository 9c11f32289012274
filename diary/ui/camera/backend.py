"""What the camera dialog asks of a computer's cameras; any back end answers it in this way."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Access(StrEnum):
    """What the system says about the use of its cameras."""

    ALLOWED = "allowed"
    REFUSED = "refused"
    TO_BE_ASKED = "to be asked"


@dataclass(frozen=True, slots=True)
class Camera:
    id: bytes
    name: str


class CameraBackend(QObject):
    """Pictures come as they are seen by others, never mirrored, and are kept in memory only."""

    cameras_changed = Signal()
    """One was connected or taken away."""
    answered = Signal(object)
    """The `Access` the patient has given or refused."""
    pictured = Signal(object)
    """A `QImage`, many times a second between `start` and `stop`."""
    failed = Signal(str)
    """What the system says; no more pictures come."""

    def cameras(self) -> tuple[Camera, ...]:
        """Those connected now, the usual one first."""
        raise NotImplementedError

    def access(self) -> Access:
        raise NotImplementedError

    def ask(self) -> None:
        """Let the system ask the patient; `answered` tells what came of it."""
        raise NotImplementedError

    def start(self, camera: Camera) -> None:
        """Turn it on, and any other off."""
        raise NotImplementedError

    def stop(self) -> None:
        """Turn it off, with its light."""
        raise NotImplementedError
