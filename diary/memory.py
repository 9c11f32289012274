"""Leave nothing readable in memory that is free again.

Python and Qt give memory back as it is: after a visit with photos, keys, notes and pictures stood
in it dozens of times. What is still in use is out of reach here: drop it first.
"""

import gc
import sys
from typing import Any

_M_PERTURB, _PATTERN = -6, 0xA5
"""malloc.h: glibc fills what it frees with a pattern; any but zero."""

_SMALL, _STEP, _LARGEST = 48, 16, 512
"""Bytes of the blocks that Python hands out itself, in classes a step apart; smaller ones hold no
text. Larger ones come from the C library."""

_HEADER = 33
"""Bytes that an empty `bytes` takes."""

_EACH_CLASS, _LAST_CLASS = 4_000_000, 64_000_000
"""Bytes that are more than the free blocks of a class and the free pools of all."""


def overwrite_when_freed() -> None:
    """From now on the C library wipes what it frees, where it can (Linux)."""
    if libc := _glibc():
        libc.mallopt(_M_PERTURB, _PATTERN)


def forget() -> None:
    """Collect what nobody holds, overwrite Python's free blocks, give free memory back.

    For the UI thread: collecting may destroy widgets. Takes about a quarter of a second.
    """
    gc.collect()
    for size in range(_SMALL, _LARGEST + 1, _STEP):
        room = _LAST_CLASS if size == _LARGEST else _EACH_CLASS
        blocks = [bytes(size - _HEADER) for _ in range(room // size)]
        del blocks
    give_back()


def give_back() -> None:
    """Give the system back what is free, where it takes it (Linux): about a millisecond."""
    if libc := _glibc():
        libc.malloc_trim(0)


def _glibc() -> Any:
    """The C library if it is the one that can do this, else None."""
    if sys.platform != "linux":
        return None
    import ctypes

    library = ctypes.CDLL(None)
    return library if hasattr(library, "mallopt") else None
