"""A process that reads pictures, as the diary sees it.

A damaged picture may crash its decoder, hang it or take it over. None of that may reach the diary,
which holds the keys.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import IO, Self, TypeVar

from diary.imaging import face_models, wire
from diary.imaging.deadline import seconds_for
from diary.imaging.wire import Answer, Garbled

T = TypeVar("T")

_STARTING = 20.0
"""Seconds; a start takes 0.3 s, and more on a machine that is still starting itself."""

_LEAVING = 5.0
"""Seconds for a process that was killed to be gone."""

PROGRAM = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from diary.imaging.decoder_program import main
main()
"""
"""Started without site packages and environment; it looks for its modules where we found ours."""

_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH")
"""Without which Python does not start on Windows, nor where its libraries are in unusual places."""

_SETTINGS = {"MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1", "OPENCV_FORCE_DNN_ENGINE": "1"}
"""On Linux each further heap or thread takes 64 MB of the address space that is limited, empty or
not. OpenCV 5.0's newer engine, which it takes for networks that are in memory whichever is asked
for, loses one of their two answers; 1 is its classic one."""


class DecoderLost(Exception):
    """The process crashed, or its answer was none."""


class TookTooLong(Exception):
    """The process was ended because the picture's time was over."""


class Decoder:
    """One process. It reads one picture at a time; `end` may be called from any thread."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin is not None  # noqa: S101 - started with pipes
        assert process.stdout is not None  # noqa: S101
        self._process = process
        self._pictures = process.stdin
        self._answers = process.stdout

    @classmethod
    def start(cls, program: str = PROGRAM) -> Self:
        """Raises `OSError` if the system lets no process start, `DecoderLost`, `TookTooLong`."""
        decoder = cls(
            subprocess.Popen(  # noqa: S603 - our own interpreter and program
                _command(program),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_SETTINGS
                | {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        )
        try:
            decoder._wait_until_ready()
        except BaseException:
            decoder.close()
            raise
        return decoder

    @property
    def pid(self) -> int:
        return self._process.pid

    def decode(self, data: bytes) -> Answer:
        """Raises `DecoderLost` or `TookTooLong`; then the process is of no more use."""
        return self.ask(data, wire.receive_answer, seconds_for(len(data)))

    def ask(self, data: bytes, receive: Callable[[IO[bytes]], T], seconds: float) -> T:
        """The same of a process that runs another program; `receive` reads its answer."""
        with _Deadline(seconds, self):
            try:
                wire.send_picture(self._pictures, data)
                return receive(self._answers)
            except (OSError, ValueError, Garbled) as error:  # ValueError: a pipe was closed
                raise DecoderLost from error

    def _wait_until_ready(self) -> None:
        with _Deadline(_STARTING, self):
            if self._answers.read(len(wire.READY)) != wire.READY:
                raise DecoderLost

    def end(self) -> None:
        """Kill the process; whoever waits for its answer hears that it is lost."""
        with suppress(OSError):
            self._process.kill()

    def close(self) -> None:
        """Kill the process and wait until nothing is left of it."""
        self.end()
        for pipe in (self._pictures, self._answers):
            with suppress(OSError):
                pipe.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_LEAVING)


class _Deadline:
    """Ends a decoder that is still at work when the time is over."""

    def __init__(self, seconds: float, decoder: Decoder) -> None:
        self._decoder = decoder
        self._over = False
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._timer.cancel()
        if self._over:
            raise TookTooLong

    def _end(self) -> None:
        self._over = True
        self._decoder.end()


def _command(program: str) -> list[str]:
    """Isolated, so that no folder or variable of the patient's can put modules in its way."""
    flags = ["-I", "-S", *(["-B"] if sys.dont_write_bytecode else [])]
    faces = face_models.folder() or ""
    return [sys.executable, *flags, "-c", program, json.dumps(_module_folders()), str(faces)]


def _module_folders() -> list[str]:
    ours = str(Path(__file__).resolve().parents[2])
    return [ours, *(str(Path(folder).absolute()) for folder in sys.path if folder)]
