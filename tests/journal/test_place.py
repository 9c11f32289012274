"""What there is to know about the folder of a diary before writing in it."""

import shutil
from pathlib import Path

from diary.journal import Journal, sync_warning
from tests.journal.conftest import clock
from tests.read_only import read_only


def test_a_folder_of_ones_own_has_nothing_to_tell(journal: Journal) -> None:
    standing = journal.place.look()
    assert (standing.read_only, standing.service, standing.left_open_on) == ("", "", "")
    assert standing.copies == ()
    assert sync_warning(journal.folder) == ""


def test_a_synced_folder_its_copies_and_who_has_it_open_are_told(
    journal: Journal, tmp_path: Path
) -> None:
    (tmp_path / ".stfolder").mkdir()
    shutil.copyfile(journal.folder / "diary.db", journal.folder / "diary (1).db")
    journal.close()
    (journal.folder / ".lock.owner").write_text("4711 annas-laptop\n")
    again = Journal.open(journal.folder, clock=clock)
    standing = again.place.look()
    again.close()
    assert (standing.service, standing.left_open_on) == ("Syncthing", "annas-laptop")
    assert [copy.path.name for copy in standing.copies] == ["diary (1).db"]
    assert "Syncthing copies while you write" in sync_warning(tmp_path / "new.skindiary")


def test_a_diary_that_can_only_be_read_says_why(journal: Journal) -> None:
    journal.days.record(clock().date(), acne=4)
    journal.close()
    with read_only(journal.folder):
        again = Journal.open(journal.folder, clock=clock)
        assert again.place.look().read_only == "This folder cannot be written to."
        assert again.days.get(clock().date()).acne == 4
        again.close()


def test_an_older_copy_that_comes_back_has_a_lower_count(journal: Journal, tmp_path: Path) -> None:
    journal.days.record(clock().date(), acne=4)
    journal.close()
    older = Path(shutil.copytree(journal.folder, tmp_path / "older.skindiary"))
    again = Journal.open(journal.folder, clock=clock)
    again.days.record(clock().date(), acne=5)
    newer = again.place.look()
    again.close()
    came_back = Journal.open(older, clock=clock)
    assert came_back.place.look().vault_id == newer.vault_id
    assert came_back.place.generation() == newer.generation - 1
    came_back.close()
