"""A pause is remembered over a restart, and says nothing about health."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from diary.ui.settings import Settings
from diary.ui.wrong_tries import WrongTries

NOW = datetime(2026, 11, 23, 8, 14)
FILE = "window.ini"


class Clocks:
    """The wall clock, which can be set, and the steady one, which cannot."""

    def __init__(self) -> None:
        self.wall = NOW
        self.seconds = 0.0

    def watch(self, folder: Path, diary_id: str = "a") -> WrongTries:
        """What a window started now knows."""
        return WrongTries(
            Settings(folder / FILE), diary_id, lambda: self.wall, lambda: self.seconds
        )

    def go_on(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.seconds += seconds


@pytest.fixture
def clocks(qapp: QApplication) -> Clocks:
    return Clocks()


def wrong(tries: WrongTries, times: int) -> None:
    for _ in range(times):
        tries.note()


def test_what_is_left_of_a_pause_is_left_after_a_restart(clocks: Clocks, tmp_path: Path) -> None:
    wrong(clocks.watch(tmp_path), 8)
    clocks.go_on(15)
    again = clocks.watch(tmp_path)
    assert (again.wrong, again.left) == (8, 25)
    clocks.go_on(25)
    assert again.left == 0


def test_each_diary_has_its_own_count(clocks: Clocks, tmp_path: Path) -> None:
    wrong(clocks.watch(tmp_path), 8)
    assert clocks.watch(tmp_path, "b").left == 0


def test_a_diary_that_opened_starts_anew(clocks: Clocks, tmp_path: Path) -> None:
    tries = clocks.watch(tmp_path)
    wrong(tries, 8)
    tries.forget()
    assert (tries.wrong, tries.left) == (0, 0)
    assert clocks.watch(tmp_path).wrong == 0
    assert "tries" not in (tmp_path / FILE).read_text()


@pytest.mark.parametrize("jump", [timedelta(days=-1), timedelta(days=-20000)])
def test_a_clock_that_is_set_back_costs_one_pause_at_most(
    clocks: Clocks, tmp_path: Path, jump: timedelta
) -> None:
    tries = clocks.watch(tmp_path)
    wrong(tries, 20)
    clocks.wall += jump
    clocks.go_on(300)
    assert tries.left == 0
    restarted = clocks.watch(tmp_path)
    assert restarted.left == 300
    clocks.go_on(300)
    assert restarted.left == 0
