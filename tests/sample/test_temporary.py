import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from diary.journal import Journal
from diary.sample import temporary_diary, write_sample
from diary.sample.temporary import PREFIX, remove_leftovers
from tests.sample.conftest import clock

RUN = """
from diary.sample import temporary_diary, write_sample
place = temporary_diary()
folder = place.__enter__()
journal = write_sample(folder, days=1)
print(folder, flush=True)
input()
journal.close()
"""
"""A program that ends without leaving its `temporary_diary`."""


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@contextmanager
def another_run(temp: Path) -> Iterator[subprocess.Popen[str]]:
    """A second program with its sample written; it ends when it gets a line."""
    program = [sys.executable, "-c", RUN]
    environment = {**os.environ, "TMPDIR": str(temp), "TEMP": str(temp), "TMP": str(temp)}
    with subprocess.Popen(
        program, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        assert Path(run.stdout.readline().strip()).is_dir()
        yield run
        run.kill()


def test_the_sample_is_gone_afterwards(temp: Path) -> None:
    with temporary_diary() as folder:
        write_sample(folder, days=1, clock=clock).close()
        assert folder.is_dir()

    assert list(temp.iterdir()) == []


def test_nobody_else_may_look_into_the_folder(temp: Path) -> None:
    with temporary_diary() as folder:
        assert os.name == "nt" or folder.parent.stat().st_mode & 0o777 == 0o700


def test_an_error_on_the_way_also_removes_it(temp: Path) -> None:
    def interrupted() -> None:
        with temporary_diary() as folder:
            write_sample(folder, days=1, clock=clock).close()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert list(temp.iterdir()) == []


def test_a_program_that_ends_without_leaving_it_removes_it_at_exit(temp: Path) -> None:
    with another_run(temp) as run:
        run.communicate("\n")

    assert list(temp.iterdir()) == []


def test_a_killed_run_is_cleaned_up_at_the_next_start(temp: Path) -> None:
    with another_run(temp) as run:
        run.kill()
        run.wait()
        assert len(list(temp.iterdir())) == 1

        with temporary_diary() as folder:
            assert list(temp.iterdir()) == [folder.parent]


def test_a_sample_in_use_is_left_alone(temp: Path) -> None:
    with another_run(temp) as run:
        remove_leftovers()
        (left,) = temp.iterdir()
        assert (left / "Sample.skindiary" / "diary.db").is_file()
        run.communicate("\n")


def test_two_samples_of_one_program_do_not_disturb_each_other(temp: Path) -> None:
    with temporary_diary() as one, temporary_diary() as other:
        write_sample(one, days=1, clock=clock).close()
        write_sample(other, days=1, clock=clock).close()
        remove_leftovers()
        Journal.open(one, clock=clock).close()

    assert list(temp.iterdir()) == []


def test_a_folder_that_was_only_just_made_is_left_alone(temp: Path) -> None:
    fresh = temp / f"{PREFIX}1-abc"
    fresh.mkdir()

    remove_leftovers()

    assert fresh.is_dir()


def test_a_link_with_our_name_leads_nowhere(temp: Path) -> None:
    precious = temp / "precious"
    precious.mkdir()
    (precious / "letter.txt").write_text("dear")
    (temp / f"{PREFIX}1-link").symlink_to(precious, target_is_directory=True)

    remove_leftovers()

    assert [path.name for path in precious.iterdir()] == ["letter.txt"]
