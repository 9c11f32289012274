"""The diary copies its answers by itself, and a copy that fails stops nobody."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from diary.domain.backup import BackupEvery, BackupKind
from diary.errors import DiaryError, DiaryMissing, NotSaved
from diary.journal import Journal
from tests.journal.conftest import Clock

TODAY = date(2026, 11, 23)


def problem_of(journal: Journal) -> DiaryError | None:
    return journal.backups.snapshot_problem


def test_answers_are_copied_after_the_first_change_and_then_once_an_hour(
    journal: Journal, clock: Clock
) -> None:
    def copies_after(acne: int, minutes: int) -> int:
        clock.now += timedelta(minutes=minutes)
        journal.days.record(TODAY, acne=acne)
        journal.backups.keep_snapshot()
        return len(journal.backups.snapshots())

    journal.backups.keep_snapshot()
    assert journal.backups.snapshots() == []
    assert [copies_after(n, m) for n, m in ((1, 0), (2, 59), (3, 1), (4, 60))] == [1, 1, 2, 3]


def test_a_clock_set_back_does_not_put_the_next_copy_off(journal: Journal, clock: Clock) -> None:
    for number in range(2):
        journal.days.record(TODAY, acne=number)
        journal.backups.keep_snapshot()
        clock.now -= timedelta(hours=6)
    assert len(journal.backups.snapshots()) == 2


def test_closing_copies_what_changed_since_and_only_then(journal: Journal, folder: Path) -> None:
    journal.days.record(TODAY, acne=1)
    journal.backups.keep_snapshot()
    journal.days.record(TODAY, acne=2)
    journal.close()
    assert len(list((folder / "snapshots").iterdir())) == 2
    Journal.open(folder).close()
    assert len(list((folder / "snapshots").iterdir())) == 2


def test_a_copy_that_cannot_be_made_stops_nobody_and_is_told(
    journal: Journal, folder: Path
) -> None:
    (folder / "snapshots").write_bytes(b"in the way")
    journal.days.record(TODAY, acne=1)
    journal.backups.keep_snapshot()
    assert isinstance(problem_of(journal), NotSaved)
    (folder / "snapshots").unlink()
    journal.backups.keep_snapshot(now=True)
    assert len(journal.backups.snapshots()) == 1
    assert problem_of(journal) is None


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def test_the_last_good_backup_is_remembered_by_place(
    journal: Journal, clock: Clock, usb: Path, tmp_path: Path
) -> None:
    assert journal.backups.last_good() is None
    mirror = journal.backups.mirror(usb)
    clock.now += timedelta(days=2)
    file = journal.backups.to_file(tmp_path / "diary.skinbackup")
    last = journal.backups.last_good()
    assert last is not None
    assert (last.target, last.kind, last.at) == (str(file.path), BackupKind.FILE, clock.now)
    assert (last.photos, last.size) == (0, file.size)
    assert [one.target for one in journal.backups.places()] == [str(file.path), str(mirror.path)]


def test_a_backup_that_failed_is_not_remembered(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(DiaryMissing):
        journal.backups.mirror(tmp_path / "nowhere")
    assert journal.backups.places() == []


def test_a_backup_in_a_folder_whose_name_is_no_text_is_remembered(
    journal: Journal, tmp_path: Path
) -> None:
    folder = tmp_path / "disk \udcff"
    folder.mkdir()
    done = journal.backups.mirror(folder)
    last = journal.backups.last_good()
    assert last is not None
    assert "disk \\udcff" in last.target
    assert last.target.endswith(done.path.name)


def test_the_schedule_asks_for_a_backup_of_the_chosen_folder(
    journal: Journal, clock: Clock, usb: Path, tmp_path: Path
) -> None:
    assert not journal.backups.is_due()
    chosen = replace(journal.preferences(), backup_every=BackupEvery.DAILY)
    journal.set_preferences(chosen)
    assert not journal.backups.is_due()
    journal.set_preferences(replace(chosen, backup_folder=str(usb)))
    journal.backups.to_file(tmp_path / "diary.skinbackup")
    assert journal.backups.is_due()
    journal.backups.mirror(usb)
    assert not journal.backups.is_due()
    clock.now += timedelta(days=1)
    assert journal.backups.is_due()


def test_the_patient_is_reminded_once_the_last_backup_is_older_than_the_limit(
    journal: Journal, clock: Clock, usb: Path
) -> None:
    for days in range(7):
        assert not journal.backups.is_overdue()
        journal.days.record(TODAY - timedelta(days), acne=1)
    assert journal.backups.is_overdue()
    journal.backups.mirror(usb)
    assert not journal.backups.is_overdue()
    clock.now += timedelta(days=15)
    assert journal.backups.is_overdue()
    journal.set_preferences(replace(journal.preferences(), backup_limit_days=30))
    assert not journal.backups.is_overdue()


def test_a_tested_backup_says_what_came_back_and_what_is_newer_here(
    journal: Journal, usb: Path
) -> None:
    journal.days.record(TODAY, acne=1)
    journal.days.record(TODAY - timedelta(1), acne=1)
    journal.backups.mirror(usb)
    journal.days.record(TODAY, acne=2)
    tested = journal.backups.test(usb)
    assert (tested.days, tested.photos) == (2, 0)
    assert (tested.newer_days, tested.newer_photos, tested.said) == (1, 0, "")
