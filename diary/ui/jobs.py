"""Run slow work off the UI thread and deliver its result back on it."""

import itertools
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

T = TypeVar("T")
Failure = Callable[[Exception], None]

DECODERS = 2
"""Decoding a phone photo takes 100 ms of one core; two keep a folder of them moving."""

_tickets = itertools.count()


@dataclass(frozen=True, slots=True)
class _Receiver:
    then: Callable[[Any], None]
    failed: Failure | None
    owner: QObject


class _Bell(QObject):
    """Rung on a worker when something is finished.

    It stands for itself and lives as long as the program: a `Jobs` goes with its window, and may be
    destroyed at the very moment at which a worker would have it send a signal.
    """

    rung = Signal(int, object)


@cache
def _bell() -> _Bell:
    return _Bell()


class Jobs(QObject):
    """One worker thread for the diary, so that its calls need no locks, a few that decode, one for
    what is about to be seen, and one for long work.

    `work` runs elsewhere and must hold plain data, never a widget: the last reference to a widget
    must not be dropped on a worker. Receivers wait here, on the UI thread.
    """

    failed = Signal(Exception)
    """The exception of work whose caller named no `failed` of its own."""
    closing = Signal()
    """The window closes: what takes long had better end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="diary")
        self._decoders = ThreadPoolExecutor(DECODERS, thread_name_prefix="decode")
        self._painters = ThreadPoolExecutor(1, thread_name_prefix="paint")
        self._long = ThreadPoolExecutor(1, thread_name_prefix="long")
        self._receivers: dict[int, _Receiver] = {}
        self._closed = False
        self._bell = _bell()
        self._bell.rung.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        owner: QObject,
        failed: Failure | None = None,
    ) -> Future[T]:
        """Do `work` on the diary's thread, after everything asked before.

        `then` or `failed` is called on the UI thread, unless `owner` is gone by then.
        """
        return self._submit(self._worker, work, _Receiver(then, failed, owner))

    def decode(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        owner: QObject,
        failed: Failure | None = None,
    ) -> Future[T]:
        """Do `work` that touches the diary on its own thread only, in no certain order."""
        return self._submit(self._decoders, work, _Receiver(then, failed, owner))

    def paint(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        owner: QObject,
        failed: Failure | None = None,
    ) -> Future[T]:
        """Do `work` of a few milliseconds that the screen waits for, however much is decoded."""
        return self._submit(self._painters, work, _Receiver(then, failed, owner))

    def at_length(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        owner: QObject,
        failed: Failure | None = None,
    ) -> Future[T]:
        """Do long `work`, one after the other, which may `wait` for the diary's thread."""
        return self._submit(self._long, work, _Receiver(then, failed, owner))

    def follow(
        self,
        future: Future[T],
        then: Callable[[T], None],
        owner: QObject,
        failed: Failure | None = None,
    ) -> None:
        """Deliver what is under way elsewhere, without keeping a thread waiting for it."""
        self._await(future, _Receiver(then, failed, owner))

    def wait(self, work: Callable[[], T]) -> T:
        """Do `work` on the diary's thread and stand still until it is done."""
        return self._worker.submit(work).result()

    def deliver(self) -> None:
        """Hand out what is done already, without waiting for the event loop."""
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def close(self) -> None:
        """Let the running jobs end, drop the waiting and later ones, deliver nothing any more."""
        self.closing.emit()
        self._closed = True
        self._receivers.clear()
        self._long.shutdown(wait=True, cancel_futures=True)
        self._decoders.shutdown(wait=True, cancel_futures=True)
        self._painters.shutdown(wait=True, cancel_futures=True)
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _submit(self, executor: Executor, work: Callable[[], T], receiver: _Receiver) -> Future[T]:
        if self._closed:
            dropped: Future[T] = Future()
            dropped.cancel()
            return dropped
        future = executor.submit(work)
        self._await(future, receiver)
        return future

    def _await(self, future: "Future[Any]", receiver: _Receiver) -> None:
        ticket = next(_tickets)
        self._receivers[ticket] = receiver
        future.add_done_callback(partial(self._bell.rung.emit, ticket))

    @Slot(int, object)
    def _deliver(self, ticket: int, done: "Future[Any]") -> None:
        receiver = self._receivers.pop(ticket, None)
        if receiver is None or done.cancelled() or not alive(receiver.owner):
            return
        error = done.exception()
        if error is None:
            receiver.then(done.result())
        elif isinstance(error, Exception):
            (receiver.failed or self.failed.emit)(error)


def alive(thing: object) -> bool:
    """Whether Qt has not yet destroyed what the Python object stands for."""
    return bool(shiboken6.isValid(thing))
