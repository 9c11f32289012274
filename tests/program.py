"""The program beside these tests as a process of its own: its verbs, and what uses a diary."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import diary

CUT_SHORT = """
import os, signal, sys
from pathlib import Path
from diary.store.vault import Vault
vault = Vault.open(Path(sys.argv[1]))
vault.connection.execute("PRAGMA cache_size = 1")
vault.connection.execute("BEGIN IMMEDIATE")
for number in range(2000):
    vault.connection.execute("INSERT INTO preference VALUES (?, ?)", (str(number), "x" * 500))
os.kill(os.getpid(), signal.SIGKILL)
"""
"""Ends with changed pages in the file and the old ones in the journal."""


def run(
    folder: Path, *arguments: str, typed: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a verb in `folder` without a terminal; `typed` is what comes in its place."""
    ours = str(Path(diary.__file__).parents[1])
    return subprocess.run(
        [sys.executable, "-m", "diary.cli", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": ours, **environment},
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        start_new_session=True,
    )


@contextmanager
def holding(script: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process whose `script` opens the diary in `folder`, prints "open" and keeps it open."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()
