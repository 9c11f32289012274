"""One program at a time has the diary, and a crash shuts nobody out."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from diary.errors import DiaryDamaged, DiaryInUse, DiaryReplaced
from diary.store.vault import Vault
from tests import program

HOLD = """
import sys
from pathlib import Path
from diary.store.vault import Vault
vault = Vault.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(vault: Vault) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the diary open."""
    vault.close()
    with program.holding(HOLD, vault.folder) as process:
        yield process


def test_a_second_window_is_told_who_has_the_diary(vault: Vault) -> None:
    with pytest.raises(DiaryInUse, match=rf"already open.*process {os.getpid()} "):
        Vault.open(vault.folder)


def test_another_process_is_told_apart_by_its_number(
    holder: subprocess.Popen[str], folder: Path
) -> None:
    with pytest.raises(DiaryInUse, match=rf"process {holder.pid} "):
        Vault.open(folder)


def test_a_killed_program_shuts_nobody_out(
    holder: subprocess.Popen[str], folder: Path, note: str, note_of: Callable[[Vault], str]
) -> None:
    holder.kill()
    holder.wait()
    vault = Vault.open(folder)
    assert note_of(vault) == note
    vault.close()


def test_a_diary_that_did_not_open_is_not_held(vault: Vault) -> None:
    vault.close()
    database = vault.folder / "diary.db"
    whole = database.read_bytes()
    database.write_bytes(b"")
    with pytest.raises(DiaryDamaged) as refusal:
        Vault.open(vault.folder)
    database.write_bytes(whole)
    Vault.open(vault.folder).close()
    del refusal  # it held what the first try had opened


def test_the_second_opener_leaves_the_first_ones_parts_alone(vault: Vault) -> None:
    part = vault.folder / "tmp" / "x.part"
    part.write_bytes(b"being written")
    with pytest.raises(DiaryInUse):
        Vault.open(vault.folder)
    assert part.is_file()


def test_a_disk_that_takes_no_owner_still_opens_the_diary(vault: Vault) -> None:
    vault.close()
    (vault.folder / ".lock.owner").unlink(missing_ok=True)
    (vault.folder / ".lock.owner").mkdir()
    again = Vault.open(vault.folder)
    with pytest.raises(DiaryInUse, match="already open"):
        Vault.open(vault.folder)
    again.close()


def test_a_holder_on_another_computer_is_named(vault: Vault) -> None:
    (vault.folder / ".lock.owner").write_text("4711 annas-laptop\n")
    with pytest.raises(DiaryInUse, match="process 4711 on the computer annas-laptop"):
        Vault.open(vault.folder)


def test_what_another_program_put_in_place_of_the_open_file_is_not_written_to(
    vault: Vault, note: str, note_of: Callable[[Vault], str]
) -> None:
    database, aside = vault.folder / "diary.db", vault.folder / "diary (conflicted copy).db"
    database.rename(aside)
    shutil.copyfile(aside, database)
    before = (database.read_bytes(), aside.read_bytes())
    with (
        pytest.raises(DiaryReplaced, match=r"^Not saved\. Another program moved or replaced"),
        vault.transaction() as connection,
    ):
        connection.execute("DELETE FROM day")
    assert (database.read_bytes(), aside.read_bytes()) == before
    vault.close()
    again = Vault.open(vault.folder)
    assert note_of(again) == note
    again.close()


def test_a_file_replaced_amid_a_write_keeps_nothing_of_it(vault: Vault) -> None:
    database, aside = vault.folder / "diary.db", vault.folder / "aside.db"
    before = database.read_bytes()

    def write() -> None:
        with vault.transaction() as connection:
            connection.execute("DELETE FROM day")
            database.rename(aside)
            database.write_bytes(before)

    with pytest.raises(DiaryReplaced):
        write()
    assert (database.read_bytes(), aside.read_bytes()) == (before, before)


def test_a_file_that_is_moved_away_and_back_is_written_to_again(
    vault: Vault, note_of: Callable[[Vault], str]
) -> None:
    database, aside = vault.folder / "diary.db", vault.folder / "aside.db"
    database.rename(aside)
    with pytest.raises(DiaryReplaced), vault.transaction():
        pass
    aside.rename(database)
    with vault.transaction() as connection:
        connection.execute("DELETE FROM day")
    assert note_of(vault) == ""


def test_a_computer_that_did_not_close_the_diary_is_remembered_until_one_does(
    vault: Vault,
) -> None:
    vault.close()
    assert not (vault.folder / ".lock.owner").exists()
    (vault.folder / ".lock.owner").write_text("4711 annas-laptop\n")
    again = Vault.open(vault.folder)
    assert again.left_open_on == "annas-laptop"
    again.close()
    once_more = Vault.open(vault.folder)
    assert once_more.left_open_on == ""
    once_more.close()


def test_a_program_killed_on_this_computer_is_no_other_one(
    holder: subprocess.Popen[str], folder: Path
) -> None:
    holder.kill()
    holder.wait()
    vault = Vault.open(folder)
    assert vault.left_open_on == ""
    vault.close()
