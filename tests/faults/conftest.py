"""Tests that need more than Python have a command of their own: `python -m pytest tests/faults`.

`--sweeps kill,enospc` chooses among them, `--every 10` strikes every tenth point only.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.faults import places
from tests.faults.fault import Fault, Sweep
from tests.faults.sweep import Swept, prepare, run, run_until_broken

ALL = "kill,enospc,eio,power,small,bus"

PROGRAMS = {
    "strace": ("strace", "kill,enospc,eio,power"),
    "mkfs.ext4": ("e2fsprogs", "power"),
    "mount": ("mount", "power,small"),
    "dbus-daemon": ("dbus-daemon", "bus"),
}
"""What is needed, its Debian package, and for which sweeps."""

TOGETHER = 2
"""Sweeping processes; more only wait for the same disk."""

SWEPT = "swept"
"""Names the line about a sweep in the report of its test."""

RunSweep = Callable[..., Swept]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--sweeps", default=ALL, help=f"which of {ALL}")
    parser.addoption("--every", type=int, default=1, help="strike every N-th point only")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to begin where a sweep cannot be run: one that was left out would look like a pass."""
    config.addinivalue_line("markers", "sweep(name): belongs to this choice of --sweeps")
    chosen = _chosen(config)
    if problem := _problem(chosen):
        raise pytest.UsageError(f"{problem} Choose what can be run here with --sweeps, of {ALL}.")


def _problem(chosen: set[str]) -> str | None:
    """What keeps this machine from running the chosen sweeps, in a sentence."""
    if unknown := chosen - set(ALL.split(",")):
        return f"There is no sweep {', '.join(sorted(unknown))}."
    missing = sorted(
        package
        for program, (package, sweeps) in PROGRAMS.items()
        if chosen & set(sweeps.split(",")) and not shutil.which(program)
    )
    if missing:
        return f"Please install the Debian packages {' '.join(missing)}."
    if chosen & {"power", "small"} and os.geteuid():
        return "Only root may mount disks, which power and small do."
    if "power" in chosen:
        with tempfile.TemporaryDirectory() as work:
            return places.refusal(Path(work))
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    chosen = _chosen(config)
    kept = [item for item in items if _sweeps_of(item) <= chosen]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter,
) -> None:
    """A line for each sweep, whichever process ran it."""
    terminalreporter.section("sweeps")
    terminalreporter.line(f"{'fault':12} {'scenario':24} {'planted':24} points broken seconds")
    reports = (*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed"))
    for report in reports:
        for name, line in report.user_properties:
            if name == SWEPT:
                terminalreporter.line(line)


@pytest.fixture(scope="session")
def pool() -> Iterator[ProcessPoolExecutor]:
    """Fresh processes without threads or windows, which can be forked."""
    with ProcessPoolExecutor(TOGETHER, mp_context=get_context("spawn")) as pool:
        yield pool


@pytest.fixture
def sweep(
    pool: ProcessPoolExecutor,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> RunSweep:
    """Sweep a scenario with a fault; where only some points are struck, a planted bug is enough
    that was found once.
    """
    every: int = request.config.getoption("--every")
    numbers = count()

    def sweep_all(fault: Fault, scenario: str, plant: str | None = None) -> Swept:
        one = Sweep(fault, scenario, plant, tmp_path / f"before {next(numbers)}", tmp_path / "work")
        prepare(one)
        sampled_plant = plant and every > 1
        swept = run_until_broken(one, pool) if sampled_plant else run(one, pool, every)
        record_property(SWEPT, _line(swept))
        return swept

    return sweep_all


def _line(swept: Swept) -> str:
    sweep = swept.sweep
    return (
        f"{sweep.fault:12} {sweep.scenario:24} {sweep.plant or '':24} "
        f"{swept.points:6} {len(swept.broken):6} {swept.seconds:7.1f}"
    )


def _chosen(config: pytest.Config) -> set[str]:
    return set(config.getoption("--sweeps").split(","))


def _sweeps_of(item: pytest.Item) -> set[str]:
    return {str(mark.args[0]) for mark in item.iter_markers("sweep")}
