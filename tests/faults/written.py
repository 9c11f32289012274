"""What a process under strace opened for writing, made or renamed, wherever it was."""

import re
from pathlib import Path

CALLS = (
    "open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,"
    "truncate,memfd_create"
)

_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE")
_OPENS = re.compile(r"\d+ +open(at)?\(")
_PATH = re.compile(r'(?:<(?P<folder>/[^>]*)>, )?"(?P<path>[^"]*)"')


def command(log: Path) -> list[str]:
    """What runs a program so that `log` tells of it and of its children."""
    calls = ",".join(f"?{call}" for call in CALLS.split(","))
    return ["strace", "-f", "-y", "-qq", "--seccomp-bpf", "-o", str(log), "-e", f"trace={calls}"]


def paths(log: Path) -> set[Path]:
    """Also those that were only tried: a leak that failed is one all the same."""
    found = set()
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        if _OPENS.match(line) and not _WRITES.search(line):
            continue
        for named in _PATH.finditer(line):
            found.add(Path(named["folder"] or "/") / named["path"])
    return found
