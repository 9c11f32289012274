"""Work in a process of its own that has every library loaded already."""

import os
import signal
import traceback
from collections.abc import Callable
from multiprocessing import Pipe

LONGEST = 60
"""Seconds until work that never ends is stopped; the slowest takes about one."""


def fork(work: Callable[[], None]) -> int:
    """Returns the process; it ends with 0, or with 1 if the work raised."""
    process = os.fork()
    if process:
        return process
    try:
        signal.alarm(LONGEST)
        work()
        os._exit(0)
    except BaseException:  # noqa: BLE001 - a fork must never return into the tests
        traceback.print_exc()
    os._exit(1)


def answer_of(question: Callable[[], str | None]) -> str | None:
    """What `question` returns; its libraries, locks and helpers end with its process."""
    ours, theirs = Pipe(duplex=False)
    with ours:
        process = fork(lambda: theirs.send(question()))
        theirs.close()
        os.waitpid(process, 0)
        try:
            answer: str | None = ours.recv()
        except EOFError:
            return "no answer came"
        return answer
