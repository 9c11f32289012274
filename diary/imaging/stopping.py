"""End what takes too long: by the clock, or because the patient says so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock


class Stop:
    """Ends the readings it was given to. Asked for once, on any thread, it stays asked for."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._endings: list[Callable[[], None]] = []
        self._asked = False

    @property
    def asked(self) -> bool:
        return self._asked

    def ask(self) -> None:
        with self._lock:
            self._asked = True
            endings = list(self._endings)
        for end in endings:
            end()

    @contextmanager
    def ending(self, end: Callable[[], None]) -> Iterator[None]:
        """Have `end` called if the stop is asked for inside, or was before."""
        with self._lock:
            self._endings.append(end)
            asked = self._asked
        try:
            if asked:
                end()
            yield
        finally:
            with self._lock:
                self._endings.remove(end)
