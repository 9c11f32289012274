"""The sweeps notice what they are for: each of these bugs is planted, and found."""

import pytest

from tests.faults.conftest import RunSweep
from tests.faults.fault import Fault


@pytest.mark.sweep("kill")
@pytest.mark.parametrize(
    ("plant", "scenario"),
    [
        ("row before object", "photo import"),
        ("look after its photo", "photo import"),
        ("marks in pieces", "marks, points and panels"),
        ("copy in place", "copies out of the diary"),
        ("copy named too early", "copies out of the diary"),
        ("copy named too early", "backup in one file"),
        ("file deleted before row", "delete and undo"),
        ("key file in place", "passphrase change"),
        ("snapshot in place", "snapshot"),
        ("mirror: answers first", "mirror"),
        ("migration without copy", "migration"),
        ("migration in pieces", "migration"),
    ],
)
def test_a_kill_finds_what_is_written_in_the_wrong_order(
    sweep: RunSweep, plant: str, scenario: str
) -> None:
    assert sweep(Fault.KILL, scenario, plant).broken


@pytest.mark.sweep("enospc")
def test_a_full_disk_finds_a_key_file_that_is_written_over(sweep: RunSweep) -> None:
    assert sweep(Fault.FULL, "passphrase change", "key file in place").broken


@pytest.mark.sweep("enospc")
def test_a_full_disk_finds_a_copy_that_is_written_over(sweep: RunSweep) -> None:
    assert sweep(Fault.FULL, "copies out of the diary", "copy in place").broken


@pytest.mark.sweep("power")
@pytest.mark.parametrize("mode", [Fault.ORDERED, Fault.WRITEBACK])
@pytest.mark.parametrize(
    ("plant", "scenario"),
    [
        ("no fsync", "day entry"),
        ("no fsync", "photo import"),
        ("no fsync", "passphrase change"),
        ("no folder fsync", "first creation"),
        ("no folder fsync", "passphrase change"),
        ("synchronous=FULL", "day entry"),
        ("row before object", "photo import"),
        ("key file in place", "passphrase change"),
    ],
)
def test_a_power_cut_finds_what_the_disk_was_not_asked_to_keep(
    sweep: RunSweep, plant: str, scenario: str, mode: Fault
) -> None:
    assert sweep(mode, scenario, plant).broken
