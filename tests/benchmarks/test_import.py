"""What importing costs: `pytest tests/benchmarks/test_import.py --benchmark-only -s` prints it.

All ratios are of one run over the same generated photos as phones write them: 4032 × 3024, 4:2:0,
2 MB as JPEG and 1.3 MB as HEIC in tiles, orientation 6, Display P3. The bare decode is OpenCV's:
libjpeg-turbo without copies, colours or turning, the fastest that is there. `vipsthumbnail` is
Debian's libvips-tools; without it that line says so.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import perf_counter, process_time
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image
from pytest_benchmark.fixture import BenchmarkFixture

from diary.domain.course import Course
from diary.domain.photo import DateSource, Taken, View
from diary.imaging.decode import decode, jpeg, load_libraries, seen
from diary.imaging.formats import recognise
from diary.imaging.wire import PREVIEW, THUMBNAIL, Decoded
from diary.journal import Journal
from tests.pictures.phone import display_p3, photo, portrait

NOW = datetime(2026, 11, 23, 8, 14)
FILES, ROUNDS = 6, 5

THUMBNAIL_BESIDE_QUARTER, BOTH_BESIDE_EIGHTH = 2.0, 6.0
"""Goals, as times of the bare decode."""

WHOLE_MS = {"JPEG": 130, "GRID": 400}
"""Goals for one photo: date, profile, preview, thumbnail, face, seal, proof, fsync, record."""

MOST_MB, LONGEST_FRAME_MS = 400, 100

LOOK_SECONDS = 0.5


def large(number: int, form: str = "JPEG") -> bytes:
    grain = np.random.default_rng(number).normal(0, 3.6, (4032, 3024, 1))
    pixels = np.asarray(portrait().resize((3024, 4032), Image.Resampling.BICUBIC), float) + grain
    image = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    options: dict[str, Any] = {"quality": 88, "subsampling": "4:2:0"}
    if form == "GRID":
        options = {"quality": 48}  # 1.3 MB, as phones write them
    return photo(
        image,
        form,
        taken="2026:11:20 08:12:34",
        orientation=6,
        icc_profile=display_p3(),
        **options,
    )


@pytest.fixture(scope="module")
def photos() -> list[bytes]:
    return [large(number) for number in range(FILES)]


def test_decoding_beside_libjpeg_turbo_and_vips(
    benchmark: BenchmarkFixture, photos: list[bytes], tmp_path: Path
) -> None:
    """Processor time of one core, so that a busy machine tells the same."""
    load_libraries()
    cv2.setNumThreads(1)
    files = [tmp_path / f"{number}.jpg" for number in range(FILES)]
    for path, data in zip(files, photos, strict=True):
        path.write_bytes(data)
    took: dict[str, list[float]] = {}

    def all_of_them() -> None:
        for name, work in (
            ("1/4 bare", lambda data: _bare(data, cv2.IMREAD_REDUCED_COLOR_4)),
            ("1/8 bare", lambda data: _bare(data, cv2.IMREAD_REDUCED_COLOR_8)),
            ("thumbnail", _thumbnail),
            ("both", _both),
            ("decoded", decode),
        ):
            took.setdefault(name, []).append(_each(work, photos))
        if shutil.which("vipsthumbnail"):
            took.setdefault("vips", []).append(_vips(files))

    benchmark.pedantic(all_of_them, rounds=ROUNDS)  # type: ignore[no-untyped-call]

    ms = {name: median(each) * 1000 for name, each in took.items()}
    thumbnail, both = ms["thumbnail"] / ms["1/4 bare"], ms["both"] / ms["1/8 bare"]
    _say(f"{sum(map(len, photos)) / FILES / 1e6:.1f} MB each; ms of one core: {_rounded(ms)}")
    _say(f"thumbnail {thumbnail:.2f} × a bare 1/4 decode, goal {THUMBNAIL_BESIDE_QUARTER}")
    _say(f"preview and thumbnail {both:.2f} × a bare 1/8 decode, goal {BOTH_BESIDE_EIGHTH}")
    if "vips" in ms:
        _say(f"thumbnail {ms['thumbnail'] / ms['vips']:.2f} × vipsthumbnail, goal 1")
        assert ms["thumbnail"] <= ms["vips"]
    else:
        _say("vipsthumbnail is not here: apt-get install libvips-tools")
    assert thumbnail <= THUMBNAIL_BESIDE_QUARTER
    assert both <= BOTH_BESIDE_EIGHTH


def _each(work: Callable[[bytes], object], photos: list[bytes]) -> float:
    begun = process_time()
    for data in photos:
        work(data)
    return (process_time() - begun) / len(photos)


def _bare(data: bytes, reduced: int) -> None:
    cv2.imdecode(np.frombuffer(data, np.uint8), reduced | cv2.IMREAD_IGNORE_ORIENTATION)


def _small(data: bytes, longest: int) -> Image.Image:
    kind = recognise(data)
    assert kind
    with kind.open(data) as image:
        return seen(image, image.getexif()[0x0112], longest)


def _thumbnail(data: bytes) -> bytes:
    return jpeg(_small(data, THUMBNAIL))


def _both(data: bytes) -> tuple[bytes, bytes]:
    preview = _small(data, PREVIEW)
    return jpeg(preview), jpeg(preview.resize((384, 512), reducing_gap=1.5))


def _vips(files: list[Path]) -> float:
    """One process for all files, its start included."""
    before = getrusage(RUSAGE_CHILDREN)
    command = ["vipsthumbnail", "-s", "512", "--eprofile", "srgb", "-o", "t_%s.jpg[Q=85,strip]"]
    subprocess.run([*command, *map(str, files)], check=True)
    after = getrusage(RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used / len(files)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal.create(
        tmp_path / "mine.skindiary", course=Course(date(2026, 10, 1)), clock=lambda: NOW
    )
    yield journal
    journal.close()


@pytest.mark.parametrize("form", WHOLE_MS)
def test_the_whole_import_of_one_photo(
    benchmark: BenchmarkFixture, journal: Journal, tmp_path: Path, form: str
) -> None:
    """By the clock, one photo after the other, as the patient waits for it."""
    data, path = large(0, form), tmp_path / "IMG_0001"
    numbers = iter(range(100))
    took: list[float] = []

    def one() -> None:
        path.write_bytes(data + next(numbers).to_bytes(4) if form == "JPEG" else data)
        begun = perf_counter()
        picture = journal.photos.read(path)
        taken = picture.taken or Taken(NOW.date(), None, None, DateSource.TYPED)
        added = journal.photos.add(picture, view=View.FRONT, taken=taken)
        took.append(perf_counter() - begun)
        journal.photos.delete(added.photo.id)
        journal.photos.erase(added.photo.id)

    benchmark.pedantic(one, rounds=10, warmup_rounds=1)  # type: ignore[no-untyped-call]

    ms = [each * 1000 for each in took[1:]]
    _say(f"{form}, {len(data) / 1e6:.1f} MB: {median(ms):.0f} ms, goal {WHOLE_MS[form]}")
    _say(f"the quickest of {len(ms)}: {min(ms):.0f} ms")
    assert isinstance(decode(data), Decoded)


@pytest.mark.parametrize(("count", "asked"), [(50, ()), (200, ("ask",))])
def test_the_window_while_photos_are_imported(
    benchmark: BenchmarkFixture,
    photos: list[bytes],
    tmp_path: Path,
    count: int,
    asked: tuple[str, ...],
) -> None:
    """In a process of its own, with Today and Progress shown in turn; 200 by way of the table."""
    folder = tmp_path / "phone"
    folder.mkdir()
    for number in range(count):
        hour, minute = 8 + number // 60, number % 60
        taken = f"2026:11:20 {hour:02}:{minute:02}:34".encode()
        data = photos[number % FILES].replace(b"2026:11:20 08:12:34", taken)
        (folder / f"IMG_20261120_{hour:02}{minute:02}34.jpg").write_bytes(data)
    program = Path(__file__).with_name("import_program.py")
    command = [sys.executable, str(program), str(tmp_path), str(folder), *asked]
    ours = {**os.environ, "PYTHONPATH": str(program.parents[2])}

    def visit() -> tuple[dict[str, float], float]:
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ours) as running:
            most = 0.0
            while running.poll() is None:
                most = max(most, _megabytes(running.pid))
                time.sleep(LOOK_SECONDS)
            assert running.stdout
            return json.loads(running.stdout.read()), most

    noted, most = benchmark.pedantic(visit, rounds=1)  # type: ignore[no-untyped-call]

    _say(f"{json.dumps(noted)}; goal {LONGEST_FRAME_MS} ms")
    _say(f"all processes held {most:.0f} MB at most, goal {MOST_MB}")
    assert noted["photos"] == count


def _megabytes(program: int) -> float:
    """Of a process and its children; what they share is counted once."""
    threads = Path(f"/proc/{program}/task").glob("*/children")
    with suppress(OSError):
        children = " ".join(one.read_text(encoding="ascii") for one in threads).split()
        return sum(_held(process) for process in (str(program), *children))
    return 0.0


def _held(process: str) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def _rounded(figures: dict[str, float]) -> str:
    return ", ".join(f"{name} {figure:.1f}" for name, figure in figures.items())


def _say(figure: str) -> None:
    print(f"\n{figure}", end="")  # noqa: T201 - the figure is the point
