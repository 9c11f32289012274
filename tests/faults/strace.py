"""strace: list the calls that change the disk, and strike one of them."""

import os
import re
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

CHANGING = (
    "open,openat,creat,write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range,fallocate,"
    "fsync,fdatasync,sync_file_range,msync,rename,renameat,renameat2,link,linkat,symlink,symlinkat,"
    "unlink,unlinkat,rmdir,mkdir,mkdirat,truncate,ftruncate,chmod,fchmod,fchmodat,utimensat"
)
"""Every call that changes files; strace counts each name by itself, so each is swept by itself."""

READING = "read,pread64,readv,preadv,fstat,newfstatat,statx,lseek"
"""What a disk may fail to give back."""

_END = "getppid"
"""A call that changes nothing, and that nothing else here makes."""

_OPENING = ("open", "openat")
_CHANGES = re.compile(r"O_CREAT|O_TRUNC|O_TMPFILE")
_LINE = re.compile(r"(?P<thread>\d+) +(?P<call>\w+)\((?P<rest>.*)")
_FAILED, _NEVER_RETURNED = "(INJECTED)", " = ?"


@dataclass(frozen=True)
class Point:
    """The `number`-th call of this name since the steps began; `line` says what it was."""

    call: str
    number: int
    line: str

    def __str__(self) -> str:
        return f"{self.call} {self.number}: {self.line}"


class Strace:
    """strace attached to a waiting process, until that process ends."""

    def __init__(self, process: int, log: Path, *options: str) -> None:
        self._strace = subprocess.Popen(
            ["strace", "-f", "-y", "-s0", "-o", log, *options, "-p",
             str(process)],
            stderr=subprocess.PIPE,
            text=True,
        )  # fmt: skip
        assert self._strace.stderr is not None
        said = self._strace.stderr.readline()
        if "attached" not in said:
            raise RuntimeError(said)

    def wait(self) -> None:
        self._strace.communicate(timeout=60)


def record(calls: str, process: int, log: Path) -> Strace:
    return Strace(process, log, "-e", f"trace={_known(calls)}")


def kill_at(point: Point, process: int, log: Path) -> Strace:
    """The process is gone before this call reaches the kernel."""
    return _inject(point, f"signal={signal.SIGKILL.name}", process, log)


def fail_at(point: Point, error: str, process: int, log: Path) -> Strace:
    """The call does nothing but report `error`, such as ENOSPC."""
    return _inject(point, f"error={error}", process, log)


def mark_the_end() -> None:
    """Show in the log of this process, if it is traced, that no call after this is to fail."""
    os.getppid()


def was_struck(log: Path) -> bool:
    """Whether a call was failed before the end was marked, or the process killed at one."""
    text = log.read_text().partition(f"{_END}(")[0]
    return _FAILED in text or _NEVER_RETURNED in text


def points(log: Path, root: Path) -> list[Point]:
    """The calls of a recording that change something below `root`."""
    found = []
    counts: dict[str, int] = {}
    threads = set()
    for line in log.read_text().splitlines():
        if not (match := _LINE.match(line)):
            continue
        call, rest = match["call"], match["rest"]
        counts[call] = counts.get(call, 0) + 1
        if str(root) in rest and not (call in _OPENING and not _CHANGES.search(rest)):
            threads.add(match["thread"])
            found.append(Point(call, counts[call], rest.replace(str(root), "")))
    if len(threads) > 1:
        raise RuntimeError(f"several threads write, and strace counts each by itself: {threads}")
    return found


def _inject(point: Point, what: str, process: int, log: Path) -> Strace:
    return Strace(
        process,
        log,
        "-e",
        f"trace={point.call},{_END}",
        "-e",
        f"inject={point.call}:{what}:when={point.number}",
    )


def _known(calls: str) -> str:
    """Names that this machine's processor does not have are no mistake."""
    return ",".join(f"?{call}" for call in calls.split(","))
