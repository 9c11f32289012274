"""A whole visit under strace leaves nothing of the patient outside the vault, or readable in it."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import written
from tests.faults.visitor import Visitor

HARMLESS = {
    "dev": "devices: /dev/null, the terminal, shared memory that has no name",
    "proc": "the process's own properties",
    "home/.config/Skin Diary": "where the window was and which diary was open",
    "home/.local/share/Skin Diary": "the log: places in the code, ids and counts",
    "home/.config/matplotlib": "matplotlib's folder for its settings, empty",
    "home/.cache/matplotlib": "matplotlib's list of the fonts of this computer",
    "home/.cache/fontconfig": "the system's list of its fonts",
    "asked": "the report and the copy of a photo that the patient asked for",
}
"""What may be written outside the diary, and why it tells nothing about the patient's health."""


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    visitor = Visitor(tmp_path)
    visitor.move_in()
    return visitor


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "strace.txt"


def leaks(visitor: Visitor, log: Path) -> list[str]:
    """Files that have no business outside the diary, and canaries in any file."""
    stray = [str(path) for path in sorted(written.paths(log)) if not _is_harmless(visitor, path)]
    return stray + list(_canaries(visitor))


def _is_harmless(visitor: Visitor, path: Path) -> bool:
    known = [visitor.work / place for place in HARMLESS] + [Path("/dev"), Path("/proc")]
    return any(path.is_relative_to(place) for place in [visitor.diary, *known]) or any(
        place.is_relative_to(path) for place in known
    )


def _canaries(visitor: Visitor) -> Iterator[str]:
    canaries = {**visitor.texts(), **visitor.keys(), **visitor.picture_slices()}
    for folder in (visitor.home, visitor.temporary):
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            content = file.read_bytes()
            for name, canary in canaries.items():
                if canary in content:
                    yield f"{name} is in {file}"


def test_a_visit_leaves_nothing_outside_the_vault_and_nothing_readable_in_it(
    visitor: Visitor, log: Path
) -> None:
    visitor.start(under=written.command(log)).end()
    assert visitor.report.stat().st_size > 0
    assert visitor.copy.stat().st_size > 0
    assert any(path.is_relative_to(visitor.diary / "objects") for path in written.paths(log))
    assert leaks(visitor, log) == []


@pytest.mark.parametrize(
    ("plant", "caught"),
    [
        ("thumbnail", "thumbnail at 0.2 is in"),
        ("log", "note in utf-8 is in"),
        ("temporary table", "/etilqs_"),
    ],
)
def test_a_planted_leak_is_caught(plant: str, caught: str, visitor: Visitor, log: Path) -> None:
    visitor.start(plant=plant, under=written.command(log)).end()
    assert any(caught in leak for leak in leaks(visitor, log))


def _allow_cores() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def test_a_crash_of_the_open_diary_dumps_no_core_where_another_program_does(
    visitor: Visitor,
) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", "import os; os.kill(os.getpid(), 11)"],
        cwd=visitor.temporary,
        preexec_fn=_allow_cores,  # noqa: PLW1509 - one thread
    )
    assert _dumps_core(other)
    visit = visitor.start("open", before=_allow_cores)
    visit.wait_for("open")
    visit.child.send_signal(signal.SIGSEGV)
    assert not _dumps_core(visit.child)
    visit.child.communicate()


def _dumps_core(child: "subprocess.Popen[str] | subprocess.Popen[bytes]") -> bool:
    _, status = os.waitpid(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == -signal.SIGSEGV
    return os.WCOREDUMP(status)
