"""After locking, the memory of the process holds neither keys nor words nor pictures.

The whole of it is read from outside while the window waits, once open and once locked.
"""

from pathlib import Path

import pytest

from tests.faults import memory
from tests.faults.visitor import Visitor


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    visitor = Visitor(tmp_path)
    visitor.move_in()
    return visitor


def test_a_locked_window_remembers_nothing(visitor: Visitor) -> None:
    secrets = {**visitor.texts(), **visitor.keys(), **visitor.picture_slices()}
    for encoding in ("utf-8", "utf-16-le"):
        del secrets[f"file name in {encoding}"]  # `visit.py` itself was told it
    visit = visitor.start("open", "locked")
    visit.wait_for("open")
    opened = memory.count(visit.child.pid, secrets)
    visit.go_on()
    visit.wait_for("locked")
    locked = memory.count(visit.child.pid, secrets)
    visit.go_on()
    visit.end()
    for name in ("note in utf-8", "note in utf-16-le", "database key", "identity"):
        assert opened[name] > 0, "the search finds what is there"
    assert any(n for name, n in opened.items() if name.endswith("painted"))
    assert {name: n for name, n in locked.items() if n} == {}
