"""Hold little memory, and leave nothing readable in what is free again.

Python and Qt give memory back as it is: after a visit with photos, keys, notes and pictures stood
in it dozens of times. What is still in use is out of reach here: drop it first.
"""

import gc
import sys
from typing import Any

_M_PERTURB, _PATTERN = -6, 0xA5
"""malloc.h: glibc fills what it frees with a pattern; any but zero."""

_M_MMAP_THRESHOLD, _LARGE = -3, 512 * 1024
"""Blocks of so many bytes, such as the files of photos, go back to the system when they are freed.
By default glibc raises that limit to 32 MB after the first of them."""

_M_ARENA_MAX, _ARENAS = -8, 2
"""By default each thread has a heap of its own, and keeps what it once needed."""

_SMALL, _STEP, _LARGEST = 48, 16, 512
"""Bytes of the blocks that Python hands out itself, in classes a step apart; smaller ones hold no
text. Larger ones come from the C library."""

_HEADER = 33
"""Bytes that an empty `bytes` takes."""

_EACH_CLASS, _LAST_CLASS = 4_000_000, 64_000_000
"""Bytes that are more than the free blocks of a class and the free pools of all."""


def set_up() -> None:
    """From now on the C library wipes what it frees and keeps little of it, where it can (Linux).

    To be called before there are threads: their heaps stay.
    """
    if libc := _glibc():
        libc.mallopt(_M_PERTURB, _PATTERN)
        libc.mallopt(_M_MMAP_THRESHOLD, _LARGE)
        libc.mallopt(_M_ARENA_MAX, _ARENAS)


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
