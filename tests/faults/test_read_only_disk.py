"""Real disks that may only be read: a diary on them opens, and not a byte of the disk changes."""

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import diary
from tests.faults.places import new_disk
from tests.program import CUT_SHORT

pytestmark = pytest.mark.sweep("power")

PROGRAM = Path(diary.__file__).parents[1]
NAME = "mine.skindiary"


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=PROGRAM,
        env={**os.environ, "SKIN_DIARY_TODAY": "2026-11-23"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def verb(folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    return run("-m", "diary.cli", "--diary", folder, *arguments)


def fill(root: Path) -> None:
    folder = root / NAME
    made = verb(folder, "new", folder, "--start", "2026-10-01", "--no-passphrase")
    assert made.returncode == 0, made.stderr
    assert verb(folder, "log", "--acne", "4", "--note", "ask about skiing").returncode == 0


def fill_and_cut_short(root: Path) -> None:
    fill(root)
    assert run("-c", CUT_SHORT, root / NAME).returncode == -signal.SIGKILL


@contextmanager
def mounted(options: str, what: Path, where: Path) -> Iterator[Path]:
    where.mkdir()
    subprocess.run(["mount", "-o", options, what, where], check=True)
    try:
        yield where
    finally:
        subprocess.run(["umount", where], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """The image of a disk with a diary."""
    image = tmp_path / "disk"
    new_disk(image, fill)
    return image


def assert_is_read(folder: Path, pdf: Path) -> None:
    shown = verb(folder, "show")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "ask about skiing" in shown.stdout
    assert verb(folder, "check", "--deep").returncode == 0
    assert verb(folder, "report", "--out", pdf).returncode == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    refused = verb(folder, "log", "--acne", "9")
    assert refused.returncode == 1
    assert refused.stderr == "Not saved. This folder cannot be written to.\n"


def test_a_disk_that_is_mounted_to_be_read(disk: Path, tmp_path: Path) -> None:
    before = hashlib.sha256(disk.read_bytes()).hexdigest()
    with mounted("loop,ro", disk, tmp_path / "mounted") as root:
        assert_is_read(root / NAME, tmp_path / "report.pdf")
    assert hashlib.sha256(disk.read_bytes()).hexdigest() == before


def test_a_folder_that_is_bound_elsewhere_to_be_read(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    fill(own)
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    with mounted("bind,ro", own, tmp_path / "bound") as root:
        assert_is_read(root / NAME, tmp_path / "report.pdf")
    assert {path: path.read_bytes() for path in own.rglob("*") if path.is_file()} == before


def test_a_change_that_was_cut_short_is_told_there_and_mended_on_a_copy(tmp_path: Path) -> None:
    image = tmp_path / "disk"
    new_disk(image, fill_and_cut_short)
    with mounted("loop,ro", image, tmp_path / "mounted") as root:
        told = verb(root / NAME, "show")
        assert told.returncode == 1
        assert told.stderr.startswith("The last change to this diary was cut short")
        copied = run(
            "-c", "import shutil, sys; shutil.copytree(*sys.argv[1:])", root / NAME, tmp_path / "c"
        )
        assert copied.returncode == 0
    assert "ask about skiing" in verb(tmp_path / "c", "show").stdout
