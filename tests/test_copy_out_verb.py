"""Photos saved outside the diary on the command line."""

import json
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests import program
from tests.pictures import telling

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a verb on the diary `d`, which has three photos of one day."""
    run = partial(program.run, tmp_path, "--diary", "d", SKIN_DIARY_TODAY="2026-11-23")
    made = run("new", "d", "--start", "2026-10-01", "--no-passphrase")
    assert made.returncode == 0, made.stderr
    for name, view, data in (
        ("a.jpg", "front", telling.jpeg()),
        ("b.heic", "front", telling.heic()),
        ("c.png", "left", telling.png()),
    ):
        (tmp_path / name).write_bytes(data)
        added = run("add-photos", name, "--view", view, "--date", "2026-11-03")
        assert added.returncode == 0, added.stderr
    return run


def test_copies_in_a_folder_have_plain_names_and_tell_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "Photo 2026-11-03 left.png").write_bytes(b"older")

    done = run("copy-out", "--out", "out")

    assert (done.returncode, done.stdout) == (0, "3 saved, 0 could not be copied.\n")
    saved = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert saved.pop("Photo 2026-11-03 left.png") == b"older"
    assert saved.keys() == {
        "Photo 2026-11-03 front.jpg",
        "Photo 2026-11-03 front (2).jpg",
        "Photo 2026-11-03 left (2).png",
    }
    assert [telling.found_in(data) for data in saved.values()] == [[], [], []]


def test_one_original_is_saved_under_the_name_that_was_given(run: Run, tmp_path: Path) -> None:
    done = run("--json", "copy-out", "--view", "left", "--original", "--out", "mine.png")

    (saved,) = json.loads(done.stdout)
    assert (saved["file"], saved["view"], saved["date"]) == ("mine.png", "left", "2026-11-03")
    assert "where it was taken" in saved["holds"]
    assert (tmp_path / "mine.png").read_bytes() == telling.png()


def test_a_file_that_is_there_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.png").write_bytes(b"older")

    done = run("copy-out", "--view", "left", "--out", "mine.png")

    said = "mine.png is there already. Choose another name.\n"
    assert (done.returncode, done.stderr) == (1, said)
    assert (tmp_path / "mine.png").read_bytes() == b"older"


def test_several_photos_need_a_folder(run: Run, tmp_path: Path) -> None:
    done = run("copy-out", "--view", "front", "--out", "mine.jpg")

    assert done.returncode == 1
    assert done.stderr.startswith("These are 2 photos. Name a folder that is there with --out")
    assert not (tmp_path / "mine.jpg").exists()


def test_a_photo_that_is_not_there_is_said(run: Run) -> None:
    done = run("copy-out", "--from", "2026-11-04", "--out", "mine.jpg")

    assert (done.returncode, done.stderr) == (1, "There is no such photo in the diary.\n")
