"""How long the start takes: `pytest tests/benchmarks/test_start.py --benchmark-only -s`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from diary.sample import write_sample

SCRIPT = Path(__file__).with_name("start_today.py")
ROOT = SCRIPT.parents[2]
GOAL_SECONDS = 0.6

NEEDED = ("rednotebook", "Xvfb", "xdotool")
"""RedNotebook is the desktop diary that people are likely to have; the others show it to nobody."""


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with an open-slot diary of 54 days."""
    folder = tmp_path_factory.mktemp("profile")
    write_sample(folder / "mine.skindiary", clock=lambda: datetime(2026, 11, 23, 9)).close()
    return folder


def test_from_process_start_to_a_usable_today(benchmark: BenchmarkFixture, profile: Path) -> None:
    """Warm means that the files are in memory and the bytecode is there."""
    diary = profile / "mine.skindiary"
    command = [sys.executable, str(SCRIPT), "--data-dir", str(profile), "--diary", str(diary)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    children: list[subprocess.Popen[str]] = []

    def leave() -> None:
        while children:
            children.pop().communicate()

    def start() -> None:
        child = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        children.append(child)
        assert child.stdout is not None
        assert child.stdout.readline().startswith("usable")

    benchmark.pedantic(start, setup=leave, rounds=10, warmup_rounds=2)  # type: ignore[no-untyped-call]
    leave()

    assert benchmark.stats is not None
    _say(f"start to usable Today: {benchmark.stats.stats.median:.2f} s, goal {GOAL_SECONDS} s")


def test_beside_rednotebook(benchmark: BenchmarkFixture, profile: Path, tmp_path: Path) -> None:
    """Both from process start to the window on one X display; goal: at most RedNotebook's."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        benchmark(lambda: None)
        _say(f"not compared with RedNotebook: {', '.join(missing)} not found")
        return
    ours = [sys.executable, str(ROOT / "main.py"), "--data-dir", str(profile)]
    ours += ["--diary", str(profile / "mine.skindiary")]
    seconds: dict[str, list[float]] = {"Skin Diary": [], "RedNotebook": []}
    with _x_display() as display:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        environment["HOME"] = str(tmp_path)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)

        def start_both() -> None:
            for title, command in (("Skin Diary", ours), ("RedNotebook", ["rednotebook"])):
                seconds[title].append(_seconds_to_window(title, command, environment))

        benchmark.pedantic(start_both, rounds=5, warmup_rounds=1)  # type: ignore[no-untyped-call]
    figures = (f"{title} {median(each[1:]):.2f} s" for title, each in seconds.items())
    _say(f"start to the window: {', '.join(figures)}")


@contextmanager
def _x_display() -> Iterator[str]:
    command = ["Xvfb", "-displayfd", "1", "-noreset", "-screen", "0", "1400x1000x24"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()


def _seconds_to_window(title: str, command: list[str], environment: dict[str, str]) -> float:
    begun = perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as program:
        search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", title]
        try:
            subprocess.run(
                search, env=environment, stdout=subprocess.DEVNULL, check=True, timeout=60
            )
            return perf_counter() - begun
        finally:
            program.kill()


def _say(figure: str) -> None:
    print(f"\n{figure}", end="")  # noqa: T201 - the figure is the point
