"""Photos saved outside the diary on the command line."""

import json
import random
import stat
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from diary import cli
from tests import program
from tests.pictures import telling
from tests.ui.full_disk import full_disk

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


def test_a_file_that_is_there_is_replaced_only_by_force(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.png").write_bytes(b"older")

    done = run("copy-out", "--view", "left", "--out", "mine.png")

    said = (
        "Not saved. mine.png is there already and was left as it is. Choose another name, or "
        "replace it with --force.\n"
    )
    assert (done.returncode, done.stderr) == (1, said)
    assert (tmp_path / "mine.png").read_bytes() == b"older"

    done = run("copy-out", "--view", "left", "--out", "mine.png", "--force", "--original")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "mine.png").read_bytes() == telling.png()


def test_several_photos_need_a_folder(run: Run, tmp_path: Path) -> None:
    done = run("copy-out", "--view", "front", "--out", "mine.jpg")

    assert done.returncode == 1
    assert done.stderr.startswith("These are 2 photos. Name a folder that is there with --out")
    assert not (tmp_path / "mine.jpg").exists()


def test_a_photo_that_is_not_there_is_said(run: Run) -> None:
    done = run("copy-out", "--from", "2026-11-04", "--out", "mine.jpg")

    assert (done.returncode, done.stderr) == (1, "There is no such photo in the diary.\n")


@pytest.mark.parametrize("name", ["mine.avif", "mine.AVIF", "mine", "mine.png"])
def test_a_name_that_says_another_kind_of_picture_is_refused(
    run: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / "d.avif").write_bytes(telling.avif())
    assert run("add-photos", "d.avif", "--date", "2026-11-04", "--view", "right").returncode == 0

    done = run("copy-out", "--view", "right", "--out", name)

    said = "Not saved. The copy is a JPEG file, so its name ends with .jpg."
    kept = " With --original it stays AVIF." if name.lower().endswith("avif") else ""
    assert (done.returncode, done.stderr) == (1, f"{said}{kept}\n")
    assert not (tmp_path / name).exists()


def test_a_name_may_shout_what_the_file_is(run: Run, tmp_path: Path) -> None:
    done = run("copy-out", "--view", "left", "--out", "MINE.PNG")

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "MINE.PNG").read_bytes().startswith(b"\x89PNG")


def test_what_was_saved_before_the_disk_was_full_is_said(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    noise = Image.frombytes("RGB", (400, 400), random.Random(1).randbytes(480_000))
    noise.save(tmp_path / "large.png")
    added = run("add-photos", "large.png", "--view", "left", "--date", "2026-11-20")
    assert added.returncode == 0, added.stderr
    (tmp_path / "out").mkdir()

    with full_disk():
        code = cli.main(
            ["--diary", str(tmp_path / "d"), "copy-out", "--out", str(tmp_path / "out")]
        )

    said = capsys.readouterr()
    assert code == 1
    assert said.out == "3 saved, 1 could not be copied.\n"
    assert said.err == "Not saved. The disk is full.\n"


@pytest.mark.parametrize(
    ("verb", "begins"),
    [
        (("report",), b"%PDF"),
        (("export", "--format", "csv"), b"\xef\xbb\xbfdate"),
        (("backup",), b"PK"),
    ],
)
def test_a_file_that_is_there_is_replaced_by_force_whatever_is_saved(
    run: Run, tmp_path: Path, verb: tuple[str, ...], begins: bytes
) -> None:
    (tmp_path / "out").mkdir()
    file = tmp_path / "out" / "mine"
    file.write_bytes(b"older")

    refused = run(*verb, "--out", "out/mine")

    said = (
        "Not saved. mine is there already and was left as it is. Choose another name, or replace "
        "it with --force.\n"
    )
    assert (refused.returncode, refused.stderr) == (1, said)
    assert file.read_bytes() == b"older"
    assert run(*verb, "--out", "out/mine", "--force").returncode == 0
    assert file.read_bytes().startswith(begins)
    assert run(*verb, "--out", "out/new").returncode == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["mine", "new"]
    assert stat.S_IMODE((tmp_path / "out" / "new").stat().st_mode) == 0o600


@pytest.mark.parametrize("verb", [("report",), ("export", "--format", "json"), ("backup",)])
def test_nothing_is_saved_into_the_diary_itself(
    run: Run, tmp_path: Path, verb: tuple[str, ...]
) -> None:
    refused = run(*verb, "--out", "d/mine")

    assert refused.returncode == 1
    assert "the diary’s own folder" in refused.stderr
    assert not (tmp_path / "d" / "mine").exists()
