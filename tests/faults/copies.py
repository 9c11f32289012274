"""Bring back every copy of the diary that says of itself that it is whole."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from diary.journal import Journal
from tests.faults.bench import COPIED, DIARY, DISK, FILE, RESTORED, Bench
from tests.faults.day import clock
from tests.faults.model import Model, shown

AGAIN = "again.skindiary"

_WHERE = {
    DIARY: f"{DIARY}/snapshots/*.db",
    DISK: f"{DISK}/*/snapshots/*.db",
    FILE: FILE,
    RESTORED: RESTORED,
    COPIED: COPIED,
}


class BrokenPromise(Exception):
    """What the patient was told is not so."""


def check_copies(bench: Bench, now: Sequence[Model], ever: Sequence[Model]) -> None:
    """Every copy comes back as something the diary held `ever`, and none that was told is missing.

    `now` is what the diary may hold, with the copies that were told. Raises `BrokenPromise`.
    """
    found = {
        place: [restored(bench, path) for path in sorted(bench.root.glob(pattern))]
        for place, pattern in _WHERE.items()
    }
    for place, copies in found.items():
        for copy in copies:
            if not any(copy.gives_back(model) for model in ever):
                raise BrokenPromise(f"the copy in {place} gives back {copy}, not one of {ever}")
    if not any(_are_there(model.copies, found) for model in now):
        raise BrokenPromise(f"a copy is missing: {found}, not {[model.copies for model in now]}")
    _can_be_renewed(bench, now)


def restored(bench: Bench, backup: Path) -> Model:
    """What a backup holds, once it is a diary in a new folder, or what a second diary holds."""
    if backup.suffix == Path(DIARY).suffix:
        return _closed(Journal.open(backup, recovery_code=bench.code, clock=clock))
    folder = bench.root / AGAIN
    journal = Journal.restore(backup, folder, recovery_code=bench.code, clock=clock)
    model = _closed(journal)
    shutil.rmtree(folder)
    return model


def _closed(journal: Journal) -> Model:
    model = shown(journal)
    journal.close()
    return model


def _are_there(told: dict[str, tuple[Model, ...]], found: dict[str, list[Model]]) -> bool:
    return all(
        any(copy.gives_back(model) for copy in found[place])
        for place, models in told.items()
        for model in models
    )


def _can_be_renewed(bench: Bench, now: Sequence[Model]) -> None:
    """The newest copy outside the diary is the one that was told, and another can be made."""
    outside = {
        DISK: bench.mirror,
        FILE: bench.back_up,
        RESTORED: bench.restore,
        COPIED: bench.copy,
    }
    for place, copy in outside.items():
        told = [model.copies[place][-1] for model in now if place in model.copies]
        if not told:
            continue
        path = bench.root / place
        if path.exists() and not any(restored(bench, path).gives_back(model) for model in told):
            raise BrokenPromise(f"the newest copy in {place} is not one of {told}")
        if path.suffix == Path(DIARY).suffix:
            shutil.rmtree(path, ignore_errors=True)
        bench.open()
        today = shown(bench.journal)
        copy()
        if bench.opened:
            bench.close()
        if not restored(bench, path).gives_back(today):
            raise BrokenPromise(f"a new copy in {place} does not give back today")
