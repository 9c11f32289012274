"""The program's verbs, run as another program would run them, from the files beside these tests."""

import os
import subprocess
import sys
from pathlib import Path

import diary


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
