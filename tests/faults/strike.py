"""Strike the patient's program at one call, and look at what that left."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from functools import cache, partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from tests.faults import places, strace
from tests.faults.fault import Fault, Sweep
from tests.faults.forks import answer_of
from tests.faults.patient import Broke, Done, Told, act, start
from tests.faults.plants import PLANTS
from tests.faults.scenarios import SCENARIOS
from tests.faults.strace import Point, Strace
from tests.faults.verifier import broken_promise

TRIES = 5
"""A photo is sealed under a random name, and one time in a hundred its folder is there already:
then a call less is made, and the last points of its kind are not reached within the steps.
"""


def find_points(sweep: Sweep) -> list[Point]:
    """Take the steps once without a fault, and list the calls."""
    with _place(sweep) as (root, _cut):
        log = _work(sweep) / "strace"
        calls = strace.READING if sweep.fault is Fault.READING else strace.CHANGING
        told = _take_steps(
            sweep, root, lambda process: strace.record(calls, process, log), go_on=False
        )
        if not all(isinstance(one, Done) for one in told):
            raise RuntimeError(f"without a fault: {told}")
        return strace.points(log, root)


def strike(sweep: Sweep, point: Point | None) -> str | None:
    """Strike once; returns the promise that was broken, if one was."""
    for _ in range(TRIES):
        with _place(sweep) as (root, cut):
            told = _strike_in(sweep, point, root)
            if told is not None:
                cut()
                scenario = SCENARIOS[sweep.scenario]
                return answer_of(partial(broken_promise, scenario, root, told))
    raise RuntimeError(f"this point was not reached: {point}")


def _strike_in(sweep: Sweep, point: Point | None, root: Path) -> list[Told] | None:
    """What the patient was told; `None` where the point was not reached."""
    log = _work(sweep) / "strace"
    told = _take_steps(
        sweep,
        root,
        lambda process: _attach(sweep.fault, point, process, log),
        go_on=not sweep.fault.ends_the_program,
    )
    return told if point is None or strace.was_struck(log) else None


def _take_steps(
    sweep: Sweep, root: Path, attach: Callable[[int], Strace | None], *, go_on: bool
) -> list[Told]:
    """Run the patient's program under strace to its end; returns what it told."""
    ours, theirs = Pipe()
    _warm_up(sweep.scenario, _work(sweep) / "warm")
    with ours:
        process = start(
            SCENARIOS[sweep.scenario],
            root,
            PLANTS[sweep.plant] if sweep.plant else None,
            theirs,
            go_on=go_on,
        )
        theirs.close()
        ours.recv()
        tracer = attach(process)
        ours.send(None)
        _, status = os.waitpid(process, 0)
        if tracer:
            tracer.wait()
        told = list(_received(ours))
    ended = os.waitstatus_to_exitcode(status)
    if ended == -signal.SIGALRM:
        told.append(Broke("the program did not come to an end"))
    elif ended != (0 if go_on else -signal.SIGKILL):
        raise RuntimeError(f"the program ended with {ended}")
    return told


@cache
def _warm_up(name: str, root: Path) -> None:
    """Import what is imported at first use: the struck calls are counted, and must not move."""
    root.mkdir()
    scenario = SCENARIOS[name]
    bench = scenario.bench(root)
    scenario.prepare(bench)
    if scenario.starts_open:
        bench.open()
    act(scenario, bench, lambda _told: None, go_on=True)
    shutil.rmtree(root)


def _received(connection: Connection) -> Iterator[Told]:
    with suppress(EOFError):
        while True:
            yield connection.recv()


def _attach(fault: Fault, point: Point | None, process: int, log: Path) -> Strace | None:
    if point is None:
        return None
    if fault.ends_the_program:
        return strace.kill_at(point, process, log)
    return strace.fail_at(point, fault.error, process, log)


def _place(sweep: Sweep) -> AbstractContextManager[tuple[Path, places.Cut]]:
    if sweep.fault.is_power_cut:
        return places.mounted(sweep.original, _work(sweep), sweep.fault.value)
    return places.copied(sweep.original, _work(sweep))


def _work(sweep: Sweep) -> Path:
    """A folder for this process alone: two sweep at once."""
    folder = sweep.work / str(os.getpid())
    folder.mkdir(parents=True, exist_ok=True)
    return folder
