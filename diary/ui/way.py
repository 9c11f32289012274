"""How far work is that goes on elsewhere, and whether it is to end."""

from diary.errors import Stopped
from diary.ui.gate import Gate


class Way:
    """Plain data that the screen and the working thread share."""

    def __init__(self, gate: Gate | None = None) -> None:
        self._gate = gate
        self.done = self.total = 0
        self.stopped = False

    def watch(self, done: int, total: int) -> None:
        """Raises `Stopped` once it is stopped or the diary is shut."""
        if self.stopped or (self._gate is not None and self._gate.is_shut):
            raise Stopped
        self.done, self.total = done, total
