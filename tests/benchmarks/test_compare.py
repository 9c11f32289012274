"""How two 12 MP photos follow the pointer: `pytest tests/benchmarks/test_compare.py
--benchmark-only -s`.
"""

from collections.abc import Callable, Iterator
from itertools import cycle
from statistics import median, quantiles
from time import perf_counter

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from diary.domain.light import Gains
from diary.domain.similarity import Similarity
from diary.ui.jobs import Jobs
from diary.ui.pages.compare.rendering import Picture, halved
from diary.ui.pages.compare.sides import Mode, Side
from diary.ui.pages.compare.stage import Stage

WIDE, HIGH = 3024, 4032
ROUNDS = 120
GOAL_MS = 16
"""Sixty frames a second."""

SIZES = {"in the window": QSize(710, 508), "full screen": QSize(1920, 1080)}
LAID = Similarity.of(1.04, 3.0, -0.02, 0.01)
"""B is turned and made larger, as faces lie over each other."""


def photo(seed: int) -> Picture:
    """Noise: nothing in it can be drawn faster than anything else."""
    pixels = np.random.default_rng(seed).integers(0, 256, (HIGH, WIDE, 4), np.uint8)
    image = QImage(pixels.data, WIDE, HIGH, WIDE * 4, QImage.Format.Format_RGB32)
    return halved(image.copy())


@pytest.fixture(scope="module")
def photos() -> dict[Side, Picture]:
    return {side: photo(seed) for seed, side in enumerate(Side)}


@pytest.fixture(params=SIZES.values(), ids=list(SIZES))
def stage(
    request: pytest.FixtureRequest,
    photos: dict[Side, Picture],
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> Iterator[Stage]:
    """Both photos drawn, B laid over A in the light of A."""
    jobs = Jobs()
    stage = Stage(jobs)
    stage.resize(request.param)
    show(stage)
    stage.set_sizes(photos[Side.A].size, photos[Side.B].size)
    stage.lay(LAID)
    stage.even_out(Gains(1.1, 1.0, 0.9))
    for side, picture in photos.items():
        stage.set_picture(side, picture)
    qtbot.waitUntil(lambda: stage.is_ready, timeout=20_000)
    yield stage
    stage.deleteLater()
    jobs.close()


def test_dragging_the_line(benchmark: BenchmarkFixture, stage: Stage) -> None:
    """From the pointer's move to the painted stage; goal 16 ms."""
    places = cycle([*range(100, stage.width() - 100, 7)])
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=stage.rect().center())

    def drag() -> None:
        QTest.mouseMove(stage, QPoint(next(places), stage.height() // 2))
        stage.repaint()

    _say("dragging the line", _figures(benchmark, drag))
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton)


def test_fading(benchmark: BenchmarkFixture, stage: Stage) -> None:
    """From the slider's move to the painted stage; goal 16 ms."""
    stage.set_mode(Mode.OVERLAY)
    fades = cycle([percent / 100 for percent in range(101)])

    def fade() -> None:
        stage.set_fade(next(fades))
        stage.repaint()

    _say("fading", _figures(benchmark, fade))


def test_dragging_the_photos(benchmark: BenchmarkFixture, stage: Stage, qtbot: QtBot) -> None:
    """Closer photos, from the pointer's move to what is painted while they are drawn anew."""
    stage.zoom_in()
    stage.zoom_in()
    qtbot.waitUntil(lambda: stage.is_ready, timeout=20_000)
    start = QPoint(stage.width() // 4, stage.height() // 2)
    steps = cycle([*range(80), *range(80, 0, -1)])
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=start)

    def drag() -> None:
        QTest.mouseMove(stage, start + QPoint(next(steps), 0))
        stage.repaint()

    _say("dragging the photos", _figures(benchmark, drag))
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stage.is_ready, timeout=20_000)


def test_drawing_anew(
    benchmark: BenchmarkFixture, photos: dict[Side, Picture], stage: Stage, qtbot: QtBot
) -> None:
    """From another zoom to both photos sharp again, on the workers; no goal."""

    def zoom() -> None:
        stage.zoom_in()
        qtbot.waitUntil(lambda: stage.is_ready, timeout=20_000)
        stage.fit()
        qtbot.waitUntil(lambda: stage.is_ready, timeout=20_000)

    benchmark.pedantic(zoom, rounds=5, warmup_rounds=1)  # type: ignore[no-untyped-call]
    assert benchmark.stats is not None
    half = benchmark.stats.stats.median / 2
    print(f"\nboth photos sharp again: {half * 1000:.0f} ms", end="")  # noqa: T201 - the figure


def _figures(benchmark: BenchmarkFixture, act: Callable[[], None]) -> list[float]:
    """Milliseconds of each round."""
    times: list[float] = []

    def timed() -> None:
        begun = perf_counter()
        act()
        times.append((perf_counter() - begun) * 1000)

    benchmark.pedantic(timed, rounds=ROUNDS, warmup_rounds=3)  # type: ignore[no-untyped-call]
    return times[3:]


def _say(what: str, times: list[float]) -> None:
    late = quantiles(times, n=20)[-1]
    figures = f"median {median(times):.1f} ms, 95 % under {late:.1f} ms, goal {GOAL_MS} ms"
    print(f"\n{what}: {figures}", end="")  # noqa: T201 - the figure is the point
