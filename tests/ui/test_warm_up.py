"""Loading libraries ahead, while the window is left alone."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from diary.ui.jobs import Jobs
from diary.ui.warm_up import WarmUp

FIRST, SECOND = "colorsys", "wave"
"""Small modules that nothing here needs."""

QUIET_MS = 50

BETWEEN_KEYS_MS = 400
"""No busy machine lets so long pass between two keys of a test."""

KEYS = 60
"""Pressed 10 ms apart at the soonest, so for longer than it takes to be left alone."""


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture(autouse=True)
def nothing_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (FIRST, SECOND):
        monkeypatch.delitem(sys.modules, name, raising=False)


@pytest.fixture
def field(show: Callable[[QWidget], None]) -> QLineEdit:
    field = QLineEdit()
    show(field)
    field.setFocus()
    return field


def test_everything_is_loaded_once_the_window_is_left_alone(
    jobs: Jobs, field: QLineEdit, qtbot: QtBot
) -> None:
    WarmUp(jobs, field, steps=(FIRST, SECOND), quiet_ms=QUIET_MS)

    qtbot.waitUntil(lambda: FIRST in sys.modules and SECOND in sys.modules)


def test_nothing_is_loaded_while_somebody_types(jobs: Jobs, field: QLineEdit, qtbot: QtBot) -> None:
    WarmUp(jobs, field, steps=(FIRST,), quiet_ms=BETWEEN_KEYS_MS)
    seen: list[bool] = []

    def typed_for_long() -> bool:
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
        seen.append(FIRST in sys.modules)
        return len(field.text()) > KEYS

    qtbot.waitUntil(typed_for_long)

    assert not any(seen)
    qtbot.waitUntil(lambda: FIRST in sys.modules)


LOADED_LATER = """
import sys
from datetime import date
from importlib import import_module
from diary.charts.course_chart import Range, chart_of
from diary.charts.palette import LIGHT
from diary.charts.screen import ScreenChart, ScreenLook
from diary.domain.course import Course
from diary.ui.warm_up import STEPS

for step in STEPS:
    import_module(step)
before = set(sys.modules)
on = date(2026, 11, 23)
chart = chart_of((), Course(on), on, Range.WHOLE)
ScreenChart().draw(chart, ScreenLook(LIGHT, 752, 712, 1, 12, 0))
print(*(set(sys.modules) - before))
"""


def test_the_first_chart_loads_nothing_that_the_steps_left_out() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED_LATER], capture_output=True, text=True, check=True
    )

    assert [name for name in done.stdout.split() if name.startswith("matplotlib")] == []
