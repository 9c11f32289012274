"""What the program shows of itself to the disk and to others, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import ctypes, os, resource, sys
from diary import app

PR_GET_DUMPABLE = 3

def is_closed():
    return sys.platform != "linux" or ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0

if sys.argv[1] == "window":
    from PySide6.QtCore import QTimer
    application = app.make_application()

    def leave():
        if is_closed():
            application.closeAllWindows()

    timer = QTimer(application, interval=50)
    timer.timeout.connect(leave)
    timer.start()
app.main(["--data-dir", sys.argv[2], *sys.argv[3:]])
assert is_closed()
print(oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE))
"""

CRASH = """
import os, resource, signal
from diary import process

most = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
process.harden()
process.close_memory()
os.kill(os.getpid(), signal.SIGSEGV)
"""


@pytest.mark.parametrize("what", [["window"], ["verb", "show"]], ids=["window", "verb"])
def test_window_and_verbs_keep_their_memory_and_their_files_to_themselves(
    what: list[str], tmp_path: Path
) -> None:
    kind, *verb = what
    run = subprocess.run(
        [sys.executable, "-c", RUN, kind, tmp_path, *verb],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.stdout.endswith("0o77 (0, 0)\n"), run.stderr


def test_a_crash_leaves_no_core(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", CRASH],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )
    _, status = os.waitpid(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert os.WIFSIGNALED(status)
    assert not os.WCOREDUMP(status)
    assert list(tmp_path.iterdir()) == []
