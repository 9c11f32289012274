"""A disk that is really full: what was accepted is there, and with room again the diary goes on."""

import gc
import hashlib
import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from diary.domain.photo import DateSource, Taken, View
from diary.errors import DiskFull
from diary.journal import Journal
from tests.faults.bench import Bench
from tests.faults.day import TODAY
from tests.faults.model import Model, Way, shown
from tests.faults.pictures import picture
from tests.faults.steps import answer

MEGABYTE = 2**20
SIZE, BALLAST = 3 * MEGABYTE, 2 * MEGABYTE
PHOTO = 100_000
"""Bytes; about ten fit beside the ballast."""

pytestmark = pytest.mark.sweep("small")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes, of which two are taken."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", tmp_path], check=True)
    (tmp_path / "ballast").write_bytes(bytes(BALLAST))
    yield tmp_path
    gc.collect()  # a cursor in the traceback of a refusal keeps the file open after closing
    subprocess.run(["umount", tmp_path], check=True)


@pytest.fixture
def bench(disk: Path) -> Iterator[Bench]:
    bench = Bench(disk)
    bench.create()
    yield bench
    bench.close()


def add_photo(journal: Journal) -> str:
    """A new photo of a hundred kilobytes; returns the SHA-256 of its file."""
    data = os.urandom(PHOTO)
    digest = hashlib.sha256(data).hexdigest()
    journal.photos.add(
        replace(picture(1), data=data, digest=digest),
        view=View.FRONT,
        taken=Taken(TODAY, None, None, DateSource.TYPED),
    )
    return digest


def until_refused(work: Callable[[int], object]) -> int:
    """How often it was done before the disk refused it five times, each time as `DiskFull`."""
    done = refused = 0
    while refused < 5:
        try:
            work(done)
        except DiskFull:
            refused += 1
        else:
            done += 1
    return done


def fill(bench: Bench) -> Model:
    """Photos and then notes until nothing more is accepted; returns what was."""
    digests: list[str] = []
    photos = until_refused(lambda _: digests.append(add_photo(bench.journal)))
    model = Model(photos=dict.fromkeys(digests, (View.FRONT, TODAY)))
    days = {}

    def note(number: int) -> None:
        on = TODAY - timedelta(days=number)
        bench.journal.days.record(on, note="x" * 4000)
        days[on] = bench.journal.days.get(on)

    assert photos > 3
    assert until_refused(note) > 3
    return replace(model, days=days)


def test_what_a_full_disk_accepted_is_there_when_it_is_opened_again(bench: Bench) -> None:
    accepted = fill(bench)
    assert shown(bench.journal).shows(accepted)
    bench.close()
    bench.open()
    assert shown(bench.journal).shows(accepted)
    assert bench.journal.upkeep.check(deep=True).is_whole


def test_with_room_again_the_same_window_goes_on(bench: Bench, disk: Path) -> None:
    accepted = fill(bench)
    (disk / "ballast").unlink()
    bench.journal.access.add_passphrase("a passphrase with room", bench.code)
    photo = add_photo(bench.journal)
    answer(date(2026, 1, 1), acne=2).act(bench)
    bench.close()
    bench.open(Way("a passphrase with room"))
    now = shown(bench.journal)
    assert set(now.photos) == {*accepted.photos, photo}
    assert set(now.days) == {*accepted.days, date(2026, 1, 1)}
    assert bench.journal.upkeep.check(deep=True).is_whole


def test_deleting_photos_makes_room_on_a_full_disk(bench: Bench) -> None:
    accepted = fill(bench)
    (one, *_) = bench.journal.photos.all()
    bench.journal.photos.delete(one.id)
    bench.journal.trash.erase(one.id)
    answer(date(2026, 1, 1), acne=2).act(bench)
    bench.close()
    bench.open()
    now = shown(bench.journal)
    assert set(now.photos) == set(accepted.photos) - {one.digest}
    assert date(2026, 1, 1) in now.days
