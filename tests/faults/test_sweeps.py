"""Whatever happens while the program writes, all that it showed as saved is there afterwards."""

import pytest

from tests.faults.conftest import RunSweep
from tests.faults.fault import Fault
from tests.faults.scenarios import SCENARIOS

each_scenario = pytest.mark.parametrize("scenario", SCENARIOS)


@pytest.mark.sweep("kill")
@each_scenario
def test_a_killed_program_loses_nothing_that_was_shown_as_saved(
    sweep: RunSweep, scenario: str
) -> None:
    assert not sweep(Fault.KILL, scenario).report()


@pytest.mark.sweep("enospc")
@each_scenario
def test_a_full_disk_is_told_in_a_sentence_and_loses_nothing(
    sweep: RunSweep, scenario: str
) -> None:
    assert not sweep(Fault.FULL, scenario).report()


@pytest.mark.sweep("eio")
@each_scenario
def test_a_faulty_disk_is_told_in_a_sentence_and_loses_nothing(
    sweep: RunSweep, scenario: str
) -> None:
    assert not sweep(Fault.IO, scenario).report()


@pytest.mark.sweep("eio")
@pytest.mark.parametrize(
    "scenario",
    [
        "opening and closing",
        "opening after a crash",
        "day entry",
        "photo import",
        "delete and undo",
        "many photos at once",
        "marks, points and panels",
        "watched folder",
    ],
)
def test_a_disk_that_gives_nothing_back_once_is_told_in_a_sentence_and_loses_nothing(
    sweep: RunSweep, scenario: str
) -> None:
    assert not sweep(Fault.READING, scenario).report()


@pytest.mark.sweep("power")
@pytest.mark.parametrize("mode", [Fault.ORDERED, Fault.WRITEBACK])
@each_scenario
def test_a_power_cut_loses_nothing_that_was_shown_as_saved(
    sweep: RunSweep, scenario: str, mode: Fault
) -> None:
    assert not sweep(mode, scenario).report()
