"""The program that is struck: it takes the steps and tells, outside the diary, what it was told."""

import os
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from diary.errors import DiaryError
from tests.faults.bench import Bench
from tests.faults.day import TODAY
from tests.faults.forks import fork
from tests.faults.model import Model, shown
from tests.faults.scenarios import Scenario
from tests.faults.steps import Step, add_photo, answer
from tests.faults.strace import mark_the_end

LATER = (answer(TODAY, eyes=5, note="after the fault"), add_photo(9))
"""What is done after a fault is over."""


@dataclass(frozen=True)
class Done:
    """A step that the program said is done."""

    step: int


@dataclass(frozen=True)
class Refused:
    """A step that the program refused in a sentence."""

    step: int
    sentence: str


@dataclass(frozen=True)
class Broke:
    """An error without a sentence for the patient."""

    traceback: str


@dataclass(frozen=True)
class Shown:
    """What the open diary showed at the end."""

    model: Model


Told = Done | Refused | Broke | Shown


def start(
    scenario: Scenario,
    root: Path,
    plant: Callable[[], None] | None,
    teller: Connection,
    *,
    go_on: bool,
) -> int:
    """Start the program in a process of its own, up to where the steps begin; returns its id.

    It tells `None` there, waits for an answer, and tells the rest. At the end it kills itself, for
    a program that closes properly could make up for much, unless it is to `go_on`.
    """

    bench = scenario.bench(root)

    def work() -> None:
        if plant:
            plant()
        if scenario.starts_open:
            bench.open()
        teller.send(None)
        teller.recv()
        act(scenario, bench, teller.send, go_on=go_on)
        if not go_on:
            os.kill(os.getpid(), signal.SIGKILL)

    return fork(work)


def act(scenario: Scenario, bench: Bench, tell: Callable[[Told], None], *, go_on: bool) -> None:
    """Take the steps of a scenario; `go_on` then works on in the same program and closes."""
    try:
        for number, step in enumerate(scenario.steps):
            tell(_attempt(number, step, bench))
        mark_the_end()
        if go_on:
            for step in LATER:
                step.act(bench)
            tell(Shown(shown(bench.journal)))
            bench.journal.close()
    except Exception:  # noqa: BLE001 - whatever it is, the patient would see it
        tell(Broke(traceback.format_exc()))


def _attempt(number: int, step: Step, bench: Bench) -> Told:
    try:
        step.act(bench)
    except DiaryError as error:
        return Refused(number, str(error))
    return Done(number)
