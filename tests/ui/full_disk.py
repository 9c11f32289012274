"""A disk that refuses files over a size, for real: the system's own limit of this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from resource import RLIMIT_FSIZE, getrlimit, setrlimit
from signal import SIG_IGN, SIGXFSZ, signal

LARGEST = 200_000
TOO_LONG = "Ask about sunscreen.\n" * 10_000
"""A note that no file under the limit can hold."""


@contextmanager
def full_disk() -> Iterator[None]:
    before, handler = getrlimit(RLIMIT_FSIZE), signal(SIGXFSZ, SIG_IGN)
    setrlimit(RLIMIT_FSIZE, (LARGEST, before[1]))
    try:
        yield
    finally:
        setrlimit(RLIMIT_FSIZE, before)
        signal(SIGXFSZ, handler)
