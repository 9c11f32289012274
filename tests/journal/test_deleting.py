"""What is deleted for good is in no file of the diary any more."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from diary.domain.day import Day
from diary.domain.photo import Photo, View
from diary.domain.scales import Severity
from diary.errors import DiaryDamaged, DiaryMissing, NotSaved, PhotoRefused, WrongPassphrase
from diary.journal import Journal, Outcome
from diary.store import removal
from tests.files import format_1
from tests.pictures.phone import photo, portrait
from tests.store.decrypted import bag_of, everything

DAY = Day(
    date(2026, 11, 2),
    acne=4,
    symptoms={"canary of a symptom": Severity.MILD},
    care=frozenset({"canary of a care"}),
    note="canary of a note " * 400,
)
OTHERS = [Day(DAY.on - timedelta(days=n), acne=3, note=f"kept {n}") for n in range(1, 25)]
FILE_NAME = "canary of a name.jpg"


def holding(journal: Journal, *wanted: bytes) -> list[str]:
    """The names of the diary's files that hold any of these bytes, decrypted."""
    found = everything(journal.folder, bag_of(journal.folder))
    return sorted(path.name for path, plain in found.items() if any(one in plain for one in wanted))


def add(journal: Journal) -> Photo:
    picture = journal.photos.read_bytes(photo(portrait()), FILE_NAME)
    added = journal.photos.add(picture, view=View.FRONT, taken=format_1.PHOTOS[0].taken)
    assert added.outcome is Outcome.NEW
    return added.photo


@pytest.fixture
def answered(journal: Journal) -> Journal:
    journal.days.record_all([*OTHERS, DAY])
    return journal


def test_a_deleted_day_is_in_no_file_any_more(answered: Journal) -> None:
    assert holding(answered, b"canary") == ["diary.db"]
    change = answered.days.erase(DAY.on)
    assert change.before == DAY
    assert answered.days.get(DAY.on) == Day(DAY.on)
    assert answered.days.all() == OTHERS[::-1]
    assert holding(answered, b"canary", b"2026-11-02") == []


def test_the_search_finds_what_is_deleted_without_being_written_over(answered: Journal) -> None:
    answered._vault.connection.execute("PRAGMA secure_delete = OFF")  # noqa: SLF001 - the control
    answered.days.erase(DAY.on)
    assert holding(answered, b"canary") == ["diary.db"]


def test_a_deleted_day_can_be_brought_back(answered: Journal) -> None:
    change = answered.days.erase(DAY.on)
    answered.days.record_all([change.before])
    assert answered.days.get(DAY.on) == DAY


def test_the_photos_of_a_deleted_day_stay(answered: Journal) -> None:
    kept = add(answered)
    answered.days.erase(kept.taken.on)
    assert answered.photos.all() == [kept]


def test_a_photo_deleted_for_good_leaves_no_file_no_row_and_no_small_picture(
    answered: Journal,
) -> None:
    gone = add(answered)
    original, thumbnail = answered.photos.original(gone), answered.photos.thumbnail(gone)
    traces = (original, thumbnail, answered.photos.preview(gone), FILE_NAME.encode())
    middles = [one[len(one) // 2 :][:64] for one in traces[:3]]
    assert holding(answered, original) == [f"{gone.object_name}.age"]
    assert holding(answered, *middles[1:]) == ["thumbs.db"]
    answered.photos.delete(gone.id)
    assert holding(answered, *middles[1:]) == []
    answered.trash.erase(gone.id)
    assert (
        holding(answered, *middles, gone.id.encode(), gone.digest.encode(), b"canary of a na") == []
    )
    assert not list(answered.folder.rglob("*.age"))
    with pytest.raises(PhotoRefused):
        answered.photos.get(gone.id)


def test_the_trash_says_since_when_and_until_when(journal: Journal) -> None:
    gone = add(journal)
    assert journal.trash.all() == []
    journal.photos.delete(gone.id)
    (deleted,) = journal.trash.all()
    assert deleted.photo == gone
    assert (deleted.deleted_on, deleted.gone_on) == (date(2026, 11, 23), date(2026, 12, 23))


def test_a_photo_in_the_trash_can_be_looked_at_without_being_kept_again(journal: Journal) -> None:
    gone = add(journal)
    journal.photos.delete(gone.id)
    thumbnail = journal.trash.thumbnail(gone)
    assert thumbnail.startswith(b"\xff\xd8")
    assert holding(journal, thumbnail[len(thumbnail) // 2 :][:64]) == []


def test_a_photo_comes_back_from_the_trash(journal: Journal) -> None:
    gone = add(journal)
    journal.photos.delete(gone.id)
    journal.trash.restore(gone.id)
    assert journal.trash.all() == []
    assert journal.photos.all() == [gone]
    assert journal.upkeep.check(deep=True).is_whole


def test_a_photo_whose_file_is_gone_from_the_trash_can_still_be_deleted(journal: Journal) -> None:
    gone = add(journal)
    journal.photos.delete(gone.id)
    (journal.folder / "trash" / f"{gone.object_name}.age").unlink()
    with pytest.raises(DiaryDamaged):
        journal.trash.thumbnail(gone)
    journal.trash.erase(gone.id)
    assert journal.trash.all() == []


def test_a_deleted_diary_leaves_nothing_behind(journal: Journal) -> None:
    add(journal)
    folder = journal.folder
    journal.delete_diary()
    assert list(folder.parent.iterdir()) == []
    with pytest.raises(DiaryMissing):
        Journal.open(folder)


def test_only_the_passphrase_deletes_a_diary_that_has_one(folder: Path) -> None:
    format_1.copy_to(folder)
    journal = Journal.open(folder, passphrase=format_1.PASSPHRASE, clock=format_1.clock)
    for wrong in (None, "not the passphrase"):
        with pytest.raises(WrongPassphrase):
            journal.delete_diary(wrong)
    assert journal.diary() == format_1.DIARY
    journal.delete_diary(format_1.PASSPHRASE)
    assert not folder.exists()


def test_a_diary_that_cannot_be_renamed_stays_whole(answered: Journal) -> None:
    folder = answered.folder
    folder.with_name(folder.name + removal.SUFFIX).write_bytes(b"in the way")
    with pytest.raises(NotSaved):
        answered.delete_diary()
    again = Journal.open(folder)
    assert again.days.get(DAY.on) == DAY
    again.close()


@pytest.mark.parametrize("left", ["everything", "no keys", "one file"])
def test_a_removal_that_was_cut_short_is_finished(journal: Journal, left: str) -> None:
    folder = journal.folder
    journal.close()
    doomed = folder.rename(folder.with_name(folder.name + removal.SUFFIX))
    for path in sorted(doomed.rglob("*"), reverse=True):
        if left != "everything" and (left == "one file" or path.name.startswith("keys")):
            path.rmdir() if path.is_dir() else path.unlink()
    if left == "one file":
        (doomed / "diary.db").write_bytes(b"sealed")
    with pytest.raises(DiaryMissing):
        Journal.open(folder)
    assert list(folder.parent.iterdir()) == []


def test_what_only_bears_the_name_of_keys_is_no_obstacle_and_no_file_elsewhere_is_touched(
    journal: Journal, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("of somebody else")
    (journal.folder / "keys of a copy").mkdir()
    (journal.folder / "keys (1).json").symlink_to(elsewhere)
    journal.delete_diary()
    assert list(tmp_path.iterdir()) == [elsewhere]
    assert elsewhere.read_text() == "of somebody else"


def test_a_new_diary_finishes_a_removal_that_was_cut_short(journal: Journal) -> None:
    folder, course = journal.folder, journal.course.get()
    journal.close()
    doomed = folder.rename(folder.with_name(folder.name + removal.SUFFIX))
    Journal.create(folder, course=course).close()
    assert not doomed.exists()


def test_a_diary_in_a_linked_folder_is_deleted_where_it_lies(
    journal: Journal, tmp_path: Path
) -> None:
    folder = journal.folder
    journal.close()
    link = tmp_path / "link.skindiary"
    link.symlink_to(folder, target_is_directory=True)
    Journal.open(link).delete_diary()
    assert not folder.exists()


def test_what_expired_in_the_trash_goes_when_the_diary_is_opened(journal: Journal) -> None:
    gone = add(journal)
    journal.photos.delete(gone.id)
    journal.close()
    later = datetime(2026, 12, 24)
    again = Journal.open(journal.folder, clock=lambda: later)
    assert again.trash.all() == []
    assert not list(again.folder.rglob("*.age"))
    again.close()


def used_on(folder: Path, on: datetime) -> int:
    """Open the diary on a day and answer a question; how many photos the trash then has."""
    journal = Journal.open(folder, clock=lambda: on)
    journal.days.record(on.date(), acne=2)
    left = len(journal.trash.all())
    journal.close()
    return left


@pytest.mark.parametrize("wrong", [datetime(2038, 1, 19), datetime(2027, 11, 23)])
def test_a_clock_that_runs_ahead_for_days_empties_no_trash(
    journal: Journal, wrong: datetime
) -> None:
    gone = add(journal)
    journal.photos.delete(gone.id)
    journal.close()
    ahead = [wrong + timedelta(days=n, hours=hour) for n in range(4) for hour in (8, 20)]
    assert {used_on(journal.folder, on) for on in ahead} == {1}
    assert used_on(journal.folder, datetime(2026, 12, 20)) == 1
    assert used_on(journal.folder, datetime(2026, 12, 24)) == 0


def test_after_a_long_pause_the_trash_is_emptied_once_the_diary_is_in_use_again(
    journal: Journal,
) -> None:
    gone = add(journal)
    journal.photos.delete(gone.id)
    journal.close()
    back = [datetime(2027, 3, 1) + timedelta(days=n) for n in range(7)]
    assert [used_on(journal.folder, on) for on in back] == [1, 1, 1, 1, 1, 0, 0]


def test_a_photo_deleted_while_the_clock_was_at_its_beginning_stays(journal: Journal) -> None:
    gone = add(journal)
    journal.close()
    long_ago = Journal.open(journal.folder, clock=lambda: datetime(1970, 1, 1))
    long_ago.photos.delete(gone.id)
    long_ago.close()
    assert used_on(journal.folder, datetime(2026, 11, 24)) == 1


def test_earlier_states_hold_a_deleted_day_until_they_are_removed(answered: Journal) -> None:
    answered.backups.keep_snapshot(now=True)
    answered.days.erase(DAY.on)
    (earlier,) = answered.backups.snapshots()
    assert holding(answered, b"canary") == [earlier.path.name]
    answered.backups.forget_earlier()
    (now,) = answered.backups.snapshots()
    assert not earlier.path.exists()
    assert holding(answered, b"canary") == []
    assert holding(answered, b"kept 24") == sorted([now.path.name, "diary.db"])


def test_a_state_of_an_older_format_is_removed_as_well(folder: Path) -> None:
    format_1.copy_to(folder)
    journal = Journal.open(folder, passphrase=format_1.PASSPHRASE, clock=format_1.clock)
    (before,) = journal.backups.snapshots()
    journal.backups.forget_earlier()
    assert not before.path.exists()
    journal.close()
