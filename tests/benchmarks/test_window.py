"""How the open window responds: `pytest tests/benchmarks/test_window.py --benchmark-only -s`."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from diary.sample import write_sample
from diary.ui.diary_view import DiaryView
from diary.ui.main_window import MainWindow
from diary.ui.pages.table import entries
from diary.ui.settings import Settings
from diary.ui.widgets.scale_cell import ScaleCell

ROUNDS = 10
PROCESSES = 5
QUESTIONS = 3
"""A page asks for what it shows, for the pictures in it, and once more to be sure."""
NOW = datetime(2026, 11, 23, 9)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on Today of a diary of 54 days, ready for a key."""
    folder = tmp_path / "mine.skindiary"
    write_sample(folder, clock=lambda: NOW).close()
    with ExitStack() as leaving:
        window = MainWindow(Settings(tmp_path / "window.ini"), lambda: folder, leaving, lambda: NOW)
        window.open_diary(folder)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: isinstance(qapp.focusWidget(), ScaleCell))
        yield window
        window.close()


def test_switching_pages(benchmark: BenchmarkFixture, window: MainWindow) -> None:
    """From the choice to the page with all its pictures.

    Goals: 500 ms at the first visit, 100 ms after it.
    """
    view = window.centralWidget()
    assert isinstance(view, DiaryView)

    def switch(name: str) -> None:
        view.show_page(name)
        _paint(window, view)

    names = [entry.name for entry in entries()]
    first = {name: _milliseconds(partial(switch, name)) for name in names}
    again: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(ROUNDS):
        for name in names:
            again[name].append(_milliseconds(partial(switch, name)))
    benchmark.pedantic(switch, args=("today",), rounds=1)  # type: ignore[no-untyped-call]
    for name in names:
        _say(f"{name}: first visit {first[name]:.0f} ms, later {median(again[name]):.0f} ms")


@pytest.mark.parametrize("quiet", [False, True], ids=["at once", "after a quiet moment"])
def test_first_visit_to_progress(quiet: bool, benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """In new processes, since only the first chart loads matplotlib; goal 500 ms."""
    folder = tmp_path / "mine.skindiary"
    write_sample(folder).close()
    program = Path(__file__).with_name("first_progress.py")
    folders = ["--data-dir", str(tmp_path / "home"), "--diary", str(folder)]
    environment = os.environ | ({"QUIET": "1"} if quiet else {})
    command = [sys.executable, str(program), *folders]
    figures: list[list[float]] = []

    def visit() -> None:
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        figures.append([float(each) for each in done.stdout.split()])

    benchmark.pedantic(visit, rounds=PROCESSES)  # type: ignore[no-untyped-call]
    page, chart, key = (median(each) for each in zip(*figures, strict=True))
    _say(f"Progress at its first visit: page {page:.0f} ms, chart {chart:.0f} ms, goal 500 ms")
    if quiet:
        _say(f"paint after an answer while the chart's libraries load: {key:.1f} ms, goal 16 ms")


def test_memory_after_every_page(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Of the program alone, in a process of its own; goal 250 MB."""
    folder = tmp_path / "mine.skindiary"
    write_sample(folder).close()
    program = Path(__file__).with_name("every_page.py")
    folders = ["--data-dir", str(tmp_path / "home"), "--diary", str(folder)]
    command = [sys.executable, str(program), *folders]

    def visit() -> str:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    megabytes = benchmark.pedantic(visit, rounds=1)  # type: ignore[no-untyped-call]
    _say(f"memory after every page: {megabytes} MB, goal 250 MB")


def test_painting_an_answer(benchmark: BenchmarkFixture, window: MainWindow) -> None:
    """From the key to the painted window; goal 16 ms."""
    keys = iter("23456789" * 3)

    def answer() -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, next(keys))
        QApplication.processEvents()

    benchmark.pedantic(answer, rounds=ROUNDS, warmup_rounds=2)  # type: ignore[no-untyped-call]
    assert benchmark.stats is not None
    _say(f"paint after an answer: {benchmark.stats.stats.median * 1000:.1f} ms, goal 16 ms")


def _paint(window: MainWindow, view: DiaryView) -> None:
    """Let the diary's thread answer what the page asked for and its timers run out, then paint.

    Some answers lead to the next question, as what is read does to its drawing.
    """
    timers = view.page.findChildren(QTimer)
    for _ in range(QUESTIONS):
        window.jobs.wait(int)
        QApplication.processEvents()
        while any(timer.isSingleShot() and timer.isActive() for timer in timers):
            QApplication.processEvents()
        view.page.repaint()


def _milliseconds(act: Callable[[], None]) -> float:
    begun = perf_counter()
    act()
    return (perf_counter() - begun) * 1000


def _say(figure: str) -> None:
    print(f"\n{figure}", end="")  # noqa: T201 - the figure is the point
