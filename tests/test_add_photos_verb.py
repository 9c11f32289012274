"""Photos added on the command line: files and folders, and where each date comes from."""

import json
import os
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from tests import program
from tests.pictures.phone import photo, portrait
from tests.pictures.relit import with_light

Run = Callable[..., subprocess.CompletedProcess[str]]

COPIED = 1_795_000_000
"""18 November 2026, as the time of a file."""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return partial(program.run, tmp_path, SKIN_DIARY_TODAY="2026-11-23")


@pytest.fixture
def diary(run: Run) -> str:
    made = run("new", "a.skindiary", "--start", "2026-10-01", "--dose-mg", "40", "--no-passphrase")
    assert made.returncode == 0, made.stderr
    return "a.skindiary"


def picture(path: Path, colour: int, taken: str | None = None) -> None:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_bytes(photo(Image.new("RGB", (64, 64), (colour, 90, 120)), taken=taken))
    os.utime(path, (COPIED, COPIED))


def test_adding_photos_leaves_out_films_and_says_how_a_photo_differs(
    run: Run, diary: str, tmp_path: Path
) -> None:
    face = portrait()
    face.save(tmp_path / "IMG_20261120.png")
    with_light(face, 0.5).save(tmp_path / "IMG_20261121.png")
    (tmp_path / "IMG_20261120.MOV").write_bytes(b"film")

    first = run("--json", "--diary", diary, "add-photos", "IMG_20261120.png", "IMG_20261120.MOV")
    second = run("--json", "--diary", diary, "add-photos", "IMG_20261121.png")

    assert first.returncode == second.returncode == 0
    assert "“IMG_20261120.MOV” is the film of a Live Photo and was left out" in first.stderr
    assert json.loads(first.stdout)[0]["remarks"] == []
    darker = ["Darker than your last front photo; compare with care."]
    assert json.loads(second.stdout)[0]["remarks"] == darker


def test_after_a_disk_went_away_the_rest_is_not_asked_for_one_by_one(
    run: Run, diary: str, tmp_path: Path
) -> None:
    portrait().save(tmp_path / "IMG_20261120.png")

    added = run(
        "--diary", diary, "add-photos", "IMG_20261120.png", *(f"gone/{n}.png" for n in range(9))
    )

    assert added.returncode == 1
    assert added.stdout == (
        "IMG_20261120.png: 2026-11-20, from the file name\n"
        "1 added, 0 already in the diary, 9 refused.\n"
    )
    assert added.stderr.count("its disk does not answer") == 1


def test_each_photo_says_where_its_date_comes_from(run: Run, diary: str, tmp_path: Path) -> None:
    picture(tmp_path / "camera.jpg", 10, "2026:11:20 08:12:34")
    picture(tmp_path / "IMG_20261119.jpg", 20)
    picture(tmp_path / "copied.jpg", 30)

    added = run("--diary", diary, "add-photos", "camera.jpg", "IMG_20261119.jpg")
    accepted = run("--diary", diary, "add-photos", "--file-time", "copied.jpg", "camera.jpg")

    assert added.stdout.splitlines() == [
        "camera.jpg: 2026-11-20 08:12, from the camera",
        "IMG_20261119.jpg: 2026-11-19, from the file name",
        "2 added, 0 already in the diary, 0 refused.",
    ]
    by_file, known, _ = accepted.stdout.splitlines()
    assert by_file.startswith("copied.jpg: 2026-11-18 ")
    assert by_file.endswith(", from the file’s own time")
    assert known == "camera.jpg: 2026-11-20 08:12, from the camera; already in the diary"


def test_the_time_of_a_file_alone_is_no_date_until_it_is_accepted(
    run: Run, diary: str, tmp_path: Path
) -> None:
    picture(tmp_path / "copied.jpg", 30)

    refused = run("--json", "--diary", diary, "add-photos", "copied.jpg")
    given = run("--json", "--diary", diary, "add-photos", "copied.jpg", "--date", "2026-11-03")
    again = run("--json", "--diary", diary, "add-photos", "copied.jpg")

    assert (refused.returncode, refused.stdout) == (1, "[]\n")
    assert "only the file’s own time says 2026-11-18" in refused.stderr
    (one,) = json.loads(given.stdout)
    assert (one["date"], one["time"], one["date_from"]) == ("2026-11-03", None, "typed")
    (same,) = json.loads(again.stdout)
    assert (again.returncode, same["outcome"], same["date"]) == (0, "known", "2026-11-03")
    assert (
        run("--diary", diary, "add-photos", "x", "--date", "2026-11-03", "--file-time").returncode
        == 2
    )


def test_a_folder_is_added_with_the_folders_in_it_and_what_is_left_out_is_counted(
    run: Run, diary: str, tmp_path: Path
) -> None:
    camera = tmp_path / "camera"
    picture(camera / "b.jpg", 10, "2026:11:20 08:12:34")
    picture(camera / "2026" / "a.jpg", 20, "2026:11:19 08:12:34")
    picture(camera / ".hidden.jpg", 30, "2026:11:19 08:12:34")
    (camera / "b.MOV").write_bytes(b"film")
    (tmp_path / "empty").mkdir()

    added = run("--json", "--diary", diary, "add-photos", "camera")
    none = run("--diary", diary, "add-photos", "empty")

    assert added.returncode == 0, added.stderr
    files = [str(Path("camera") / "2026" / "a.jpg"), str(Path("camera") / "b.jpg")]
    assert [one["file"] for one in json.loads(added.stdout)] == files
    assert added.stderr == (
        "Left out of “camera”: 1 file that is no picture the diary reads, 1 hidden file or "
        "folder.\n"
    )
    assert (none.returncode, none.stderr) == (1, "“empty” is empty, so nothing was added.\n")
