"""Strike a scenario at every call that changes the disk."""

import time
from collections.abc import Generator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from itertools import islice, repeat

from tests.faults import places
from tests.faults.fault import Sweep
from tests.faults.scenarios import SCENARIOS
from tests.faults.strace import Point
from tests.faults.strike import find_points, strike

STRIDE = 8
"""Points from one strike to the next where one broken promise is enough: most planted bugs show at
several points in a row."""


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
    """Strike at one point after the other until a promise is broken, all over the steps first."""
    began = time.monotonic()
    points = _points(sweep, pool, every=1)
    points = [point for first in range(STRIDE) for point in points[first::STRIDE]]
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
