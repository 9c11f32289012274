"""After locking, the memory of the process holds neither keys nor words nor pictures.

The whole of it is read from outside while the window waits, once open and once locked.
"""

from pathlib import Path

import pytest

from tests.faults import memory
from tests.faults.visitor import Visit, Visitor


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    visitor = Visitor(tmp_path)
    visitor.move_in()
    return visitor


def test_a_locked_window_remembers_nothing(visitor: Visitor) -> None:
    secrets = {**visitor.texts(), **visitor.keys(), **visitor.picture_slices()}
    for encoding in ("utf-8", "utf-16-le"):
        del secrets[f"file name in {encoding}"]  # `visit.py` itself was told it
    visit = visitor.start("open", "locked", "open again", "locked again")
    opened, locked, again, locked_again = (
        _count_at(stop, visit, secrets) for stop in ("open", "locked", "open again", "locked again")
    )
    visit.end()
    for name in ("note in utf-8", "note in utf-16-le", "database key", "identity"):
        assert opened[name] > 0, "the search finds what is there"
    for looked_at in (opened, again):
        assert any(n for name, n in looked_at.items() if name.endswith("painted"))
    for left in (locked, locked_again):
        assert {name: n for name, n in left.items() if n} == {}


def _count_at(stop: str, visit: Visit, secrets: dict[str, bytes]) -> dict[str, int]:
    visit.wait_for(stop)
    found = memory.count(visit.child.pid, secrets)
    visit.go_on()
    return found
