"""The program of a decoder process: pictures come in on one pipe, answers go out on another."""

import faulthandler
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO

from diary.imaging import confinement, wire
from diary.imaging.deadline import seconds_for

_GRACE = 2
"""Seconds after which the process ends itself if the diary, gone perhaps, has not ended it."""


def main() -> None:
    """Decode one picture after the other until there are no more."""
    from diary.imaging.decode import decode, load_libraries

    def answer(data: bytes, answers: IO[bytes]) -> None:
        wire.send_answer(answers, decode(data))

    faces = Path(sys.argv[2]) if sys.argv[2] else None
    serve(partial(load_libraries, faces), answer, seconds_for)


def serve(
    load_libraries: Callable[[], None],
    answer: Callable[[bytes, IO[bytes]], None],
    seconds: Callable[[int], float],
) -> None:
    """Confine this process, then `answer` for each picture; `seconds` is for one of that size."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the diary
    pictures, answers = sys.stdin.buffer, _only_for_answers()
    load_libraries()
    confinement.confine()
    answers.write(wire.READY)
    answers.flush()
    while (data := wire.receive_picture(pictures)) is not None:
        faulthandler.dump_traceback_later(seconds(len(data)) + _GRACE, exit=True)
        answer(data, answers)
        faulthandler.cancel_dump_traceback_later()


def _only_for_answers() -> IO[bytes]:
    """Standard output, out of reach of libraries that print to it."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


if __name__ == "__main__":
    main()
