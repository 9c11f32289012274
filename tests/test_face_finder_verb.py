"""The verb that downloads what finds faces."""

from pathlib import Path

from tests import program


def test_nothing_is_downloaded_where_it_is_there(tmp_path: Path) -> None:
    done = program.run(tmp_path, "face-finder")
    assert (done.returncode, done.stdout) == (0, "The face finder is there already.\n")
