"""The log says where something happened and never what was written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from diary import log
from tests.read_only import read_only

NOTE = "stopped the tablets on Friday"


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """Where the log is written for the length of the test."""
    path = tmp_path / "log.txt"
    log.start(path)
    yield path
    log.stop()


def _fail() -> None:
    raise ValueError(NOTE)


def _log_failure(path: Path) -> str:
    try:
        _fail()
    except ValueError as error:
        log.LOG.error("%s", log.describe(error))
    return path.read_text()


def test_an_exception_is_logged_by_its_kind_and_places_without_its_words(path: Path) -> None:
    written = _log_failure(path)
    assert "ValueError at test_log.py" in written
    assert "_fail" in written
    assert NOTE not in written


def test_even_a_logged_traceback_has_no_words_in_it(path: Path) -> None:
    try:
        _fail()
    except ValueError:
        log.LOG.exception("job %d", 7)
    written = path.read_text()
    assert "job 7\nValueError at test_log.py" in written
    assert NOTE not in written


def test_a_long_log_is_put_aside_once(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    for content in ("first", "second"):
        path.write_text(content * log.LARGEST)
        log.start(path)
        log.stop()
    assert path.read_text() == ""
    assert (tmp_path / "log.old.txt").read_text().startswith("second")
    assert len(list(tmp_path.iterdir())) == 2


def test_a_log_that_grows_long_is_put_aside_without_a_new_start(path: Path) -> None:
    log.LOG.info("first %s", "x" * log.LARGEST)
    log.LOG.info("second")
    assert "second" in path.read_text()
    assert path.stat().st_size < 100
    assert "first" in path.with_suffix(".old.txt").read_text()[:100]


def test_a_log_that_cannot_be_put_aside_goes_on_and_stops_nobody(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.with_suffix(".old.txt").mkdir()
    log.LOG.info("first %s", "x" * log.LARGEST)
    log.LOG.info("second")
    assert path.read_text().endswith("second\n")
    path.unlink()
    path.mkdir()
    log.LOG.info("third")
    assert "Logging error" in capsys.readouterr().err


def test_only_this_account_reads_the_log_even_one_of_an_older_version(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.touch(mode=0o644)
    path.chmod(0o644)
    log.start(path)
    log.LOG.info("x" * log.LARGEST)
    log.stop()
    assert {oct(file.stat().st_mode & 0o777) for file in tmp_path.iterdir()} == {"0o600"}


def test_a_disk_that_takes_no_log_keeps_nobody_from_the_diary(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "log.txt"
    with read_only(tmp_path):
        log.start(path)
        log.LOG.error("diary %d", 7)
    assert log.text() == ""
    assert capfd.readouterr().err == ""


def test_the_whole_log_is_copied_oldest_first(path: Path) -> None:
    assert log.text() == ""
    log.LOG.info("first %s", "x" * log.LARGEST)
    log.LOG.info("second")
    copied = log.text()
    assert copied.index("first") < copied.index("second")
