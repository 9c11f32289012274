"""Bring back every copy of the diary that says of itself that it is whole."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from diary.journal import Journal
from tests.faults.bench import DIARY, DISK, FILE, Bench
from tests.faults.day import clock
from tests.faults.model import Model, shown

AGAIN = "again.skindiary"

_WHERE = {DIARY: f"{DIARY}/snapshots/*.db", DISK: f"{DISK}/*/snapshots/*.db", FILE: FILE}


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
    """What a backup holds, once it is a diary in a new folder."""
    folder = bench.root / AGAIN
    journal = Journal.restore(backup, folder, recovery_code=bench.code, clock=clock)
    model = shown(journal)
    journal.close()
    shutil.rmtree(folder)
    return model


def _are_there(told: dict[str, tuple[Model, ...]], found: dict[str, list[Model]]) -> bool:
    return all(
        any(copy.gives_back(model) for copy in found[place])
        for place, models in told.items()
        for model in models
    )


def _can_be_renewed(bench: Bench, now: Sequence[Model]) -> None:
    """The newest copy in each place outside is the one that was told, and another can be made."""
    for place, copy in ((DISK, bench.mirror), (FILE, bench.back_up)):
        if not (bench.root / place).exists():
            continue
        newest = restored(bench, bench.root / place)
        if not any(newest.gives_back(model.copies[place][-1]) for model in now):
            raise BrokenPromise(f"the {place} gives back {newest}, not the newest of {now}")
        bench.open()
        copy()
        today = shown(bench.journal)
        bench.close()
        if not restored(bench, bench.root / place).gives_back(today):
            raise BrokenPromise(f"a new copy in {place} does not give back today")
