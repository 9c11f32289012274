"""The window starts without the libraries that are first needed on later pages."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from diary.domain.course import Course
from diary.journal import Journal

SCRIPT = Path(__file__).parent / "benchmarks" / "start_today.py"


def test_today_is_usable_before_any_slow_library_is_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "mine.skindiary"
    Journal.create(folder, course=Course(date(2026, 10, 1))).close()

    started = subprocess.run(
        [sys.executable, SCRIPT, "--data-dir", tmp_path, "--diary", folder],
        env={**os.environ, "PYTHONPATH": str(SCRIPT.parents[2]), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert started.stdout == "usable\n", started.stderr
