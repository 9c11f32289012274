"""How long a mirror of 2,000 photos takes, first and on the next day, beside a plain copy.

`-k small` needs 120 MB of disk; `-k phone`, photos as phones take them, 25 GB and some minutes.
"""

import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from diary.domain.day import Day
from diary.domain.ids import new_id
from diary.domain.photo import DateSource, Photo, Taken, View
from diary.store import days, photos
from diary.store.mirror import mirror
from diary.store.vault import Vault

NOW = datetime(2026, 11, 23, 8, 14)
PHOTOS = 2000
JPEG = b"\xff\xd8\xff\xe0"


@pytest.fixture(scope="module", params=[20_000, 4_000_000], ids=["small", "phone"])
def vault(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Vault]:
    """A diary of 2,000 photos of that many bytes."""
    folder = tmp_path_factory.mktemp("vault")
    made = Vault.create(
        folder / "mine.skindiary", passphrase=None, recovery_code=None, fill=lambda _: None
    )
    for number in range(PHOTOS):
        add_photo(made, request.param, number)
    os.sync()
    yield made
    made.close()
    shutil.rmtree(folder)


def add_photo(vault: Vault, size: int, number: int) -> None:
    data = JPEG + secrets.token_bytes(size)
    photo = Photo(
        id=new_id(),
        view=View.FRONT,
        taken=Taken(NOW.date(), None, None, DateSource.TYPED),
        digest=f"{number:064x}",
        object_name=vault.objects.put(data),
        size=len(data),
        mime="image/jpeg",
        file_name=f"IMG_{number:04}.JPG",
        width=3,
        height=4,
    )
    with vault.transaction() as connection:
        photos.add(connection, photo, NOW)


@pytest.fixture(scope="module")
def target(vault: Vault, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("usb")
    yield folder
    shutil.rmtree(folder)


def test_a_plain_copy(vault: Vault, target: Path, benchmark: BenchmarkFixture) -> None:
    copy = target / "plain"

    def copy_all() -> None:
        subprocess.run(["cp", "-r", vault.folder, copy], check=True)
        subprocess.run(["sync", "-f", copy], check=True)

    benchmark.pedantic(copy_all, rounds=1)  # type: ignore[no-untyped-call]
    shutil.rmtree(copy)


def test_the_first_mirror(vault: Vault, target: Path, benchmark: BenchmarkFixture) -> None:
    done = benchmark.pedantic(lambda: mirror(vault, target, NOW), rounds=1)  # type: ignore[no-untyped-call]
    assert (done.photos, done.copied) == (PHOTOS, PHOTOS)


def test_the_mirror_of_the_next_day(
    vault: Vault, target: Path, benchmark: BenchmarkFixture
) -> None:
    mirror(vault, target, NOW)
    (size,) = vault.connection.execute("SELECT max(size) FROM photo").fetchone()
    add_photo(vault, size, PHOTOS)
    with vault.transaction() as connection:
        days.put(connection, Day(NOW.date(), acne=4, note="the next day"), NOW)
    done = benchmark.pedantic(lambda: mirror(vault, target, NOW), rounds=1)  # type: ignore[no-untyped-call]
    assert done.copied == 1
