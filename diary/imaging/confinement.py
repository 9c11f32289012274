"""What a process that reads untrusted pictures gives up before it sees the first one."""

import sys

MEMORY = 2_000_000_000
"""Bytes of address space; the largest pictures that are allowed, HEIC of 200 million pixels and
WebP of 90, take 1.5 GB, and what finds faces 0.2."""

_FILES = 32
"""Open files: three streams and what loading a library needs for a moment."""

_PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 4, 38
"""From linux/prctl.h."""


def confine() -> None:
    """Give up memory beyond a limit, writing files, core dumps and gaining rights, for ever.

    Windows and macOS keep no limit of memory; there the limits of pixels and of time have to do.
    """
    if sys.platform == "win32":
        import msvcrt

        quietly = msvcrt.SEM_FAILCRITICALERRORS | msvcrt.SEM_NOGPFAULTERRORBOX
        msvcrt.SetErrorMode(quietly)  # a crash must not wait for somebody to close its message
        return
    import resource

    if sys.platform == "linux":
        _confine_on_linux()
        _limit(resource.RLIMIT_AS, MEMORY)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NOFILE, _FILES)


def _limit(what: int, most: int) -> None:
    """Lower the limit, unless somebody has set a lower one already."""
    import resource

    _, hard = resource.getrlimit(what)
    least = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (least, least))


def _confine_on_linux() -> None:
    import ctypes
    from contextlib import suppress
    from pathlib import Path

    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(
            "1000", encoding="ascii"
        )  # die before the diary
    libc = ctypes.CDLL(None)
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
