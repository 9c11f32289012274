"""Keep Python's constants alive under PySide6.

PySide6 6.12 is built for Pythons whose None, True and False are never freed (3.12 and later). Under
Python 3.11 each call that returns one of them drops a reference that is counted there, and after
some thousand calls the interpreter stops with "deallocating None".
"""

import ctypes
import sys

COUNTED_BEFORE = (3, 12)

ENOUGH = 1 << 40
"""References: a thousand million calls a day would use them up in three years."""


def keep_alive() -> None:
    """Give None, True and False the references that PySide6 will drop."""
    if sys.version_info >= COUNTED_BEFORE:
        return
    for constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(constant)).value += ENOUGH
