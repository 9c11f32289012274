"""A file outside the vault has its name once it is whole, and an ended program leaves nothing."""

import errno
import fcntl
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

import diary
from diary.errors import NameTaken, NotSaved
from diary.store import outside

CONTENT = b"the whole picture"

_OPEN = os.open

KILLED_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from diary.store import outside
if "hidden" in sys.argv[2:]:
    del os.O_TMPFILE

def half(file):
    file.write(b"half of a picture")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)

outside.write(Path(sys.argv[1]), half, replace=True)
"""


@pytest.fixture(params=["known", "unknown to the system", "unknown to the disk"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where files without a name are known, and where they are not."""
    if request.param == "unknown to the system":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    if request.param == "unknown to the disk":
        monkeypatch.setattr(os, "open", _open_on_another_disk)


def _open_on_another_disk(
    path: str | Path, flags: int, mode: int = 0o777, *, dir_fd: int | None = None
) -> int:
    if flags & os.O_TMPFILE == os.O_TMPFILE:
        raise OSError(errno.EOPNOTSUPP, "not on this disk")
    return _OPEN(path, flags, mode, dir_fd=dir_fd)


@pytest.fixture
def hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def fill(file: BinaryIO) -> None:
    file.write(CONTENT)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def kill_while_writing(target: Path, *options: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", KILLED_WHILE_WRITING, str(target), *options],
        cwd=Path(diary.__file__).parents[1],
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("before", [None, b"older"])
def test_a_file_is_whole_and_for_this_account_alone(folder: Path, before: bytes | None) -> None:
    target = folder / "face.jpg"
    if before:
        target.write_bytes(before)

    outside.write(target, fill, replace=True)

    assert target.read_bytes() == CONTENT
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert names(folder) == ["face.jpg"]


@pytest.mark.usefixtures("way")
def test_a_name_that_is_taken_is_said_and_left_as_it_is(folder: Path) -> None:
    target = folder / "face.jpg"
    target.write_bytes(b"older")

    with pytest.raises(NameTaken, match=r"face\.jpg is there already"):
        outside.write(target, fill, replace=False)

    assert target.read_bytes() == b"older"
    assert names(folder) == ["face.jpg"]


@pytest.mark.usefixtures("way")
def test_a_name_that_is_taken_meanwhile_is_left_as_it_is(folder: Path) -> None:
    target = folder / "face.jpg"

    def slowly(file: BinaryIO) -> None:
        file.write(CONTENT)
        target.write_bytes(b"of another program")

    with pytest.raises(NameTaken):
        outside.write(target, slowly, replace=False)

    assert target.read_bytes() == b"of another program"
    assert names(folder) == ["face.jpg"]


@pytest.mark.usefixtures("way")
def test_a_link_that_leads_nowhere_has_its_name_too(folder: Path) -> None:
    (folder / "face.jpg").symlink_to("nowhere")

    with pytest.raises(NameTaken):
        outside.write(folder / "face.jpg", fill, replace=False)

    assert (folder / "face.jpg").is_symlink()


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("before", [None, b"older"])
def test_a_disk_that_refuses_leaves_nothing(folder: Path, before: bytes | None) -> None:
    target = folder / "face.jpg"
    if before:
        target.write_bytes(before)

    def refused(file: BinaryIO) -> None:
        file.write(b"half of ")
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        outside.write(target, refused, replace=True)

    assert names(folder) == (["face.jpg"] if before else [])
    assert not before or target.read_bytes() == before


def test_something_that_is_no_file_is_not_replaced(folder: Path) -> None:
    os.mkfifo(folder / "pipe")

    with pytest.raises(NotSaved, match="pipe is no file"):
        outside.write(folder / "pipe", fill, replace=True)

    assert (folder / "pipe").is_fifo()


def test_a_disk_where_such_files_cannot_be_named_takes_them_under_a_hidden_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: object, **__: object) -> None:
        raise OSError(errno.EXDEV, "not on this disk")

    monkeypatch.setattr(os, "link", link)

    outside.write(folder / "face.jpg", fill, replace=False)

    assert (folder / "face.jpg").read_bytes() == CONTENT
    assert names(folder) == ["face.jpg"]


def test_a_program_that_is_killed_while_it_writes_leaves_nothing(folder: Path) -> None:
    (folder / "face.jpg").write_bytes(b"older")

    kill_while_writing(folder / "face.jpg")

    assert names(folder) == ["face.jpg"]
    assert (folder / "face.jpg").read_bytes() == b"older"


@pytest.mark.usefixtures("way")
def test_what_it_leaves_under_a_hidden_name_goes_with_the_next_file(folder: Path) -> None:
    kill_while_writing(folder / "face.jpg", "hidden")
    (left,) = folder.iterdir()
    assert left.name.startswith(".")

    outside.write(folder / "other.jpg", fill, replace=False)

    assert names(folder) == ["other.jpg"]


@pytest.fixture
def being_written(folder: Path) -> Iterator[Path]:
    """What another window of this program is writing at this moment."""
    kill_while_writing(folder / "face.jpg", "hidden")
    (part,) = folder.iterdir()
    with part.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield part


def test_what_another_window_is_writing_stays(folder: Path, being_written: Path) -> None:
    outside.write(folder / "other.jpg", fill, replace=False)

    assert names(folder) == [being_written.name, "other.jpg"]


def test_hidden_files_of_other_programs_stay(folder: Path) -> None:
    kill_while_writing(folder / "face.jpg", "hidden")
    (ours,) = folder.iterdir()
    theirs = sorted(
        [".0123456789abcdef0123456789abcdef.part", f"{ours.name[1:]}", ".part", "face.jpg.part"]
    )
    for name in theirs:
        (folder / name).write_bytes(b"theirs")
    linked = folder / f".{ours.name[1:17]}{'0' * 16}.part"
    linked.symlink_to(folder / "face.jpg.part")

    outside.write(folder / "other.jpg", fill, replace=False)

    assert names(folder) == sorted([*theirs, linked.name, "other.jpg"])


@pytest.mark.usefixtures("hidden")
def test_two_that_write_into_one_folder_leave_each_other_alone(folder: Path) -> None:
    def meanwhile(file: BinaryIO) -> None:
        file.write(CONTENT)
        outside.write(folder / "other.jpg", fill, replace=False)

    outside.write(folder / "face.jpg", meanwhile, replace=False)

    assert names(folder) == ["face.jpg", "other.jpg"]
