"""The log says where something happened and never what was written."""

from pathlib import Path

from diary import log

NOTE = "stopped the tablets on Friday"


def _fail() -> None:
    raise ValueError(NOTE)


def test_an_exception_is_logged_by_its_kind_and_places_without_its_words(tmp_path: Path) -> None:
    log.start(tmp_path / "log.txt")
    try:
        _fail()
    except ValueError as error:
        log.LOG.error("%s", log.describe(error))
    log.stop()
    written = (tmp_path / "log.txt").read_text()
    assert "ValueError at test_log.py" in written
    assert "_fail" in written
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
