"""A disk that takes no more is told, and nothing that was saved before is hurt.

The child process may write files of a limited length only, which the system refuses as a full disk
would; it tells what was acknowledged as saved.
"""

import json
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from diary.domain.photo import Photo
from diary.store.check import check
from diary.store.vault import Vault

FILL = """
import json, sys
from pathlib import Path
from diary.errors import NotSaved
from diary.store import backup
from diary.store.vault import Vault

vault = Vault.open(Path(sys.argv[1]))
saved, refusals = [], []

def attempt(work):
    try:
        work()
    except NotSaved as error:
        refusals.append(str(error))

def answer(on):
    with vault.transaction() as connection:
        connection.execute(
            "INSERT INTO day (on_date, note, changed_at) VALUES (?, ?, 'now')", (on, "x" * 2000)
        )
    saved.append(on)

attempt(lambda: vault.objects.put(bytes(400_000)))
left_over = [path.name for path in (vault.folder / "tmp").iterdir()]
vault.pictures.put("1", bytes(400_000), bytes(400_000))
for number in range(200):
    attempt(lambda: answer(str(number)))
attempt(lambda: backup.back_up(vault, Path(sys.argv[1]).with_name("backup")))
print(json.dumps([saved, sorted(set(refusals)), left_over]))
"""

LIMIT = 200_000
"""Bytes; more than the empty database has, less than a photo."""


def only_short_files() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))


@pytest.fixture
def outcome(vault: Vault, add_photo: Callable[[bytes], Photo]) -> tuple[list[str], list[str]]:
    """The days acknowledged as saved, and the sentences of the refusals."""
    add_photo(bytes(LIMIT - 50_000))
    vault.close()
    child = subprocess.run(
        [sys.executable, "-c", FILL, str(vault.folder)],
        preexec_fn=only_short_files,
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    saved, refusals, left_over = json.loads(child.stdout)
    assert left_over == []
    return saved, refusals


def test_what_was_saved_before_the_disk_was_full_stays(
    outcome: tuple[list[str], list[str]], folder: Path
) -> None:
    saved, refusals = outcome
    assert 10 < len(saved) < 200
    assert all(sentence.startswith("Not saved. ") for sentence in refusals)
    assert "Not saved. The disk is full." in refusals

    vault = Vault.open(folder)
    on_disk = [on for (on,) in vault.connection.execute("SELECT on_date FROM day")]
    assert set(saved) == set(on_disk) - {"2026-11-23"}
    findings = check(vault, deep=True)
    assert findings.is_whole
    assert findings.unfiled == ()
    vault.close()
    assert list((folder / "tmp").iterdir()) == []
    assert list(folder.parent.glob("backup*")) == []


def test_there_is_room_again_after_the_disk_was_full(
    outcome: tuple[list[str], list[str]], folder: Path
) -> None:
    vault = Vault.open(folder)
    data = bytes(400_000)
    assert vault.objects.get(vault.objects.put(data)) == data
    vault.close()
