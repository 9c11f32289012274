"""The growing pause after wrong passphrases, kept for a diary over a restart of the window."""

import time
from collections.abc import Callable
from datetime import datetime
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from diary.domain.tries import Tries
from diary.ui.settings import Setting, Settings

Steady = Callable[[], float]
"""Seconds that only go forward, whatever is done to the clock."""


class WrongTries(QObject):
    """Counts wrong tries at the diary with the random name `diary_id`.

    The wall clock only says how much of a pause is left when the window is started again; from
    then on it is counted steadily, so that no clock that is set back makes it longer.
    """

    changed = Signal()
    """There is less left to wait, or nothing."""

    def __init__(
        self,
        settings: Settings,
        diary_id: str,
        clock: Callable[[], datetime],
        steady: Steady = time.monotonic,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._setting = Setting(f"tries/{diary_id}", "")
        self._clock = clock
        self._steady = steady
        self._tries = Tries.parse(settings.get(self._setting))
        self._ends = 0.0
        self.timer = QTimer(self, interval=1000)
        self.timer.timeout.connect(self._count_down)
        self._wait(self._tries.left(clock()))

    @property
    def wrong(self) -> int:
        return self._tries.wrong

    @property
    def left(self) -> int:
        """Seconds still to wait."""
        return max(0, ceil(self._ends - self._steady()))

    def note(self) -> None:
        """There was another wrong try."""
        self._tries = self._tries.and_another(self._clock())
        self._settings.set(self._setting, str(self._tries))
        self._wait(self._tries.pause)

    def forget(self) -> None:
        """The diary opened."""
        self._tries = Tries()
        self._settings.forget(self._setting)
        self._wait(0)

    def _wait(self, seconds: int) -> None:
        self._ends = self._steady() + seconds
        if seconds:
            self.timer.start()
        self.changed.emit()

    @Slot()
    def _count_down(self) -> None:
        if not self.left:
            self.timer.stop()
        self.changed.emit()
