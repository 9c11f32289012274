"""A folder that can be read and not written to, for root too, as on a disk of somebody else."""

import ctypes
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CAPABILITY_VERSION = 0x20080522
"""Linux capability sets of 64 bits, in two halves."""

_DAC_OVERRIDE = 1 << 1
"""What lets root write where the mode says no."""


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Threads that start inside keep to it for good; files get their modes back."""
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}
    for path in reversed(modes):
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        with _modes_count():
            yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Half(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable"))


@contextmanager
def _modes_count() -> Iterator[None]:
    """Root obeys file modes until this ends; others do anyway."""
    if os.getuid() != 0 or sys.platform != "linux":
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, halves = _Header(_CAPABILITY_VERSION, 0), (_Half * 2)()
    assert libc.capget(ctypes.byref(header), halves) == 0
    before = halves[0].effective
    halves[0].effective = before & ~_DAC_OVERRIDE
    assert libc.capset(ctypes.byref(header), halves) == 0
    try:
        yield
    finally:
        halves[0].effective = before
        assert libc.capset(ctypes.byref(header), halves) == 0
