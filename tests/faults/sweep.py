"""Strike a scenario at every call that changes the disk, and look at what each strike left."""

import os
import shutil
import signal
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, closing, suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice, repeat
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from tests.faults import places, strace
from tests.faults.forks import answer_of
from tests.faults.patient import Broke, Done, Told, act, start
from tests.faults.plants import PLANTS
from tests.faults.scenarios import SCENARIOS
from tests.faults.strace import Point, Strace
from tests.faults.verifier import broken_promise


class Fault(StrEnum):
    KILL = "kill"
    FULL = "ENOSPC"
    IO = "EIO"
    ORDERED = "ordered"
    WRITEBACK = "writeback"

    @property
    def is_power_cut(self) -> bool:
        return self in (Fault.ORDERED, Fault.WRITEBACK)

    @property
    def ends_the_program(self) -> bool:
        return self is Fault.KILL or self.is_power_cut


@dataclass(frozen=True)
class Sweep:
    """One fault in one scenario. `original` is the prepared folder, or the disk image with it."""

    fault: Fault
    scenario: str
    plant: str | None
    original: Path
    work: Path


@dataclass(frozen=True)
class Swept:
    """How a sweep went; `broken` names each point that broke a promise, and the promise."""

    sweep: Sweep
    points: int
    broken: tuple[str, ...]
    seconds: float

    def report(self) -> str:
        """Every broken promise; nothing if all were kept."""
        return "\n\n".join(self.broken)


def prepare(sweep: Sweep) -> None:
    """Make the diary of a scenario as it is before the steps."""
    scenario = SCENARIOS[sweep.scenario]
    if sweep.fault.is_power_cut:
        places.new_disk(sweep.original, lambda root: scenario.prepare(scenario.bench(root)))
    else:
        sweep.original.mkdir()
        scenario.prepare(scenario.bench(sweep.original))


def run(sweep: Sweep, pool: ProcessPoolExecutor, every: int) -> Swept:
    """Strike at every `every`-th point, and at the end of the steps where the fault is an end."""
    began = time.monotonic()
    points = _points(sweep, pool, every)
    broken = tuple(_strike_all(sweep, pool, points))
    return Swept(sweep, len(points), broken, time.monotonic() - began)


def run_until_broken(sweep: Sweep, pool: ProcessPoolExecutor) -> Swept:
    """Strike at one point after the other until a promise is broken."""
    began = time.monotonic()
    points = _points(sweep, pool, every=1)
    with closing(_strike_all(sweep, pool, points)) as broken:
        first = tuple(islice(broken, 1))
    return Swept(sweep, len(points), first, time.monotonic() - began)


def _points(sweep: Sweep, pool: ProcessPoolExecutor, every: int) -> list[Point | None]:
    """The chosen points, and `None` for the end of the steps where the fault is an end."""
    found: list[Point | None] = [*pool.submit(find_points, sweep).result()[::every]]
    return [*found, None] if sweep.fault.ends_the_program else found


def _strike_all(
    sweep: Sweep, pool: ProcessPoolExecutor, points: list[Point | None]
) -> Generator[str]:
    for point, outcome in zip(points, pool.map(strike, repeat(sweep), points), strict=True):
        if outcome:
            yield f"{point or 'at the end'}\n{outcome}"


def find_points(sweep: Sweep) -> list[Point]:
    """Take the steps once without a fault, and list the calls."""
    with _place(sweep) as (root, _cut):
        log = _work(sweep) / "strace"
        told = _take_steps(sweep, root, lambda process: strace.record(process, log), go_on=False)
        if not all(isinstance(one, Done) for one in told):
            raise RuntimeError(f"without a fault: {told}")
        return strace.points(log, root)


def strike(sweep: Sweep, point: Point | None) -> str | None:
    """Strike once; returns the promise that was broken, if one was."""
    log = _work(sweep) / "strace"
    with _place(sweep) as (root, cut):
        told = _take_steps(
            sweep,
            root,
            lambda process: _attach(sweep.fault, point, process, log),
            go_on=not sweep.fault.ends_the_program,
        )
        if point and not strace.was_struck(log):
            raise RuntimeError(f"this point was not reached: {point}")
        cut()
        return answer_of(lambda: broken_promise(SCENARIOS[sweep.scenario], root, told))


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
    return strace.fail_at(point, fault.value, process, log)


def _place(sweep: Sweep) -> AbstractContextManager[tuple[Path, places.Cut]]:
    if sweep.fault.is_power_cut:
        return places.mounted(sweep.original, _work(sweep), sweep.fault.value)
    return places.copied(sweep.original, _work(sweep))


def _work(sweep: Sweep) -> Path:
    """A folder for this process alone: two sweep at once."""
    folder = sweep.work / str(os.getpid())
    folder.mkdir(parents=True, exist_ok=True)
    return folder
