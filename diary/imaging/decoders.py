"""The processes that read pictures: started when they are needed, gone when they are not."""

import atexit
from collections.abc import Callable
from contextlib import ExitStack
from threading import BoundedSemaphore, Lock, Timer
from typing import TypeVar

from diary.imaging.decoder import Decoder, DecoderLost, TookTooLong
from diary.imaging.stopping import Stop
from diary.imaging.wire import Answer, Refusal

T = TypeVar("T")

MOST = 2
"""Two keep a folder of photos moving; each may take the memory of a large picture."""

IDLE_SECONDS = 20.0
"""After which the processes end: they hold memory, and in it parts of the last picture."""


class Stopped(Exception):
    """The reading was ended because the patient asked."""


class Decoders:
    """At most two processes, shared by all threads."""

    def __init__(
        self, start: Callable[[], Decoder] = Decoder.start, idle_seconds: float = IDLE_SECONDS
    ) -> None:
        self._start = start
        self._places = BoundedSemaphore(MOST)
        self._lock = Lock()
        self._idle: list[Decoder] = []
        self._idle_seconds = idle_seconds
        self._retirement: Timer | None = None
        self._dismissals = 0

    def decode(self, data: bytes, *stops: Stop) -> Answer:
        """Have a picture read; like `run`."""
        return self.run(
            lambda decoder: decoder.decode(data),
            *stops,
            keep=lambda read: read is not Refusal.DAMAGED,
        )

    def run(self, ask: Callable[[Decoder], T], *stops: Stop, keep: Callable[[T], bool]) -> T:
        """Ask a process, waiting for a free one if need be, and use it again if `keep` says so.

        Raises `DecoderLost` if the picture crashes the process, `TookTooLong`, `Stopped`, and
        `OSError` if the system lets no process start.
        """
        with self._places:
            if any(stop.asked for stop in stops):
                raise Stopped
            used = self._take()
            if used:
                try:
                    return self._ask(used, ask, stops, keep)
                except DecoderLost:
                    pass  # perhaps for what it read before: ask once more, without a past
            return self._ask(self._start(), ask, stops, keep)

    def dismiss(self) -> None:
        """End the processes that have nothing to do, and the others after what they do now."""
        with self._lock:
            self._dismissals += 1
            idle, self._idle = self._idle, []
            if self._retirement:
                self._retirement.cancel()
        for decoder in idle:
            decoder.close()

    def _ask(
        self,
        decoder: Decoder,
        ask: Callable[[Decoder], T],
        stops: tuple[Stop, ...],
        keep: Callable[[T], bool],
    ) -> T:
        """A process that met a damaged picture, or lost its way, never sees another one."""
        kept, dismissals = False, self._dismissals
        try:
            with ExitStack() as stack:
                for stop in stops:
                    stack.enter_context(stop.ending(decoder.end))
                answer = ask(decoder)
            kept = keep(answer)
        except (DecoderLost, TookTooLong):
            if any(stop.asked for stop in stops):
                raise Stopped from None
            raise
        finally:
            if not kept or not self._give_back(decoder, dismissals):
                decoder.close()
        return answer

    def _take(self) -> Decoder | None:
        with self._lock:
            return self._idle.pop() if self._idle else None

    def _give_back(self, decoder: Decoder, dismissals: int) -> bool:
        """False if all were dismissed while it was at work."""
        with self._lock:
            if self._dismissals != dismissals:
                return False
            self._idle.append(decoder)
            if self._retirement:
                self._retirement.cancel()
            self._retirement = Timer(self._idle_seconds, self.dismiss)
            self._retirement.daemon = True
            self._retirement.start()
        return True


decoders = Decoders()
"""Of this program."""

atexit.register(decoders.dismiss)
