"""What the running program shows of itself to the disk and to other programs."""

import os
import sys

PRIVATE = 0o077
"""Nobody else on this computer reads what the program writes."""

_PR_SET_DUMPABLE = 4
"""linux/prctl.h. Off, the kernel writes no core whatever handles cores here, and other programs of
this account can neither read the memory nor attach to it."""

_SEM_NOGPFAULTERRORBOX = 2
"""errhandlingapi.h: a crash ends the process without a report."""


def harden() -> None:
    """Keep files private and the open diary's memory out of core files.

    First of all: children inherit it.
    """
    os.umask(PRIVATE)
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(_SEM_NOGPFAULTERRORBOX)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def close_memory() -> None:
    """Keep other programs of this account from reading the memory or attaching to it (Linux).

    The desktop's portal then no longer answers a program that is new to it.
    """
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
