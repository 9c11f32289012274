"""Decoder processes in which something goes wrong."""

import os
from threading import Event

from diary.imaging.decoder import PROGRAM, Decoder

ITEMS_UNCHECKED = "from diary.imaging import bmff; bmff.is_sound = lambda data: True"
"""Lets HEIC files through that end the process they are decoded in."""


def decoding(body: str) -> str:
    """A fault in place of the decoding of whatever picture comes; `body` may use `data`."""
    return f"""
import os, time
from diary.imaging import decode
real = decode.decode
def fault(data):
    {body}
decode.decode = fault
"""


HANGS = decoding("time.sleep(3600)")

STANDS_STILL = """
import sys, time
from diary.imaging.wire import READY
sys.stdout.buffer.write(READY)
sys.stdout.buffer.flush()
time.sleep(3600)
"""
"""Says that it is ready and does nothing ever after, whatever program it was to run."""


def start(fault: str) -> Decoder:
    head, body = PROGRAM.split("from diary", 1)
    return Decoder.start(f"{head}{fault}\nfrom diary{body}")


class Started:
    """Starts processes with a fault and remembers them."""

    def __init__(self, fault: str = "") -> None:
        self._fault = fault
        self.decoders: list[Decoder] = []
        self.first = Event()

    def __call__(self) -> Decoder:
        decoder = start(self._fault)
        self.decoders.append(decoder)
        self.first.set()
        return decoder


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def is_waited_for(child: int) -> bool:
    """Whether our child has ended and left nothing; its number may belong to another by now."""
    try:
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return True
    return False
