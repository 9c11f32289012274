"""A backup alone brings a diary back, or what has not arrived of it is named."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from diary.domain.photo import Photo
from diary.errors import (
    BackupIncomplete,
    DiaryDamaged,
    DiaryError,
    DiaryMissing,
    InvalidInput,
    WrongPassphrase,
)
from diary.store import days, photos, snapshots
from diary.store.check import check
from diary.store.mirror import mirror
from diary.store.restore import restore
from diary.store.vault import Vault
from tests.store.conftest import NOW, AddPhoto
from tests.store.mirrors import answer, assert_same, contents, object_in

NoteOf = Callable[[Vault], str]


def test_the_mirror_alone_brings_the_diary_back(
    vault: Vault, add_photo: AddPhoto, target: Path, again: Path
) -> None:
    for number in range(3):
        add_photo(bytes([number]) * 5000)
    done = mirror(vault, target, NOW)
    assert (done.path, done.photos, done.copied) == (target / "mine.skindiary-mirror", 3, 3)
    assert done.size > 15_000
    assert_same(restore(target, again), vault)


def test_the_passphrase_or_the_recovery_code_opens_a_mirror_and_nothing_else_does(
    locked: Path, target: Path, again: Path, passphrase: str, recovery_code: str
) -> None:
    vault = Vault.open(locked, passphrase=passphrase)
    mirror(vault, target, NOW)
    with pytest.raises(WrongPassphrase):
        restore(target, again, passphrase="not the passphrase")
    assert not again.parent.exists()
    assert_same(restore(target, again, passphrase=passphrase), vault)
    assert_same(restore(target, again.with_name("b"), recovery_code=recovery_code), vault)
    vault.close()


def test_two_diaries_share_a_folder_and_restore_asks_which(
    vault: Vault, target: Path, tmp_path: Path, again: Path
) -> None:
    first = mirror(vault, target, NOW).path
    other = Vault.create(
        tmp_path / "yours.skindiary", passphrase=None, recovery_code=None, fill=lambda _: None
    )
    mirror(other, target, NOW)
    other.close()
    with pytest.raises(InvalidInput, match=r"mine.*yours"):
        restore(target, again)
    assert_same(restore(first, again), vault)


def test_a_folder_without_a_backup_is_said_to_have_none(target: Path, again: Path) -> None:
    with pytest.raises(DiaryMissing, match="no backup in"):
        restore(target, again)


def test_an_empty_or_damaged_snapshot_is_passed_over_for_the_one_before(
    vault: Vault, target: Path, again: Path, note: str, note_of: NoteOf
) -> None:
    folder = mirror(vault, target, NOW).path
    for content in (b"", b"scribble" * 1000):
        answer(vault, "written later")
        mirror(vault, target, NOW)
        snapshots.listed(folder)[-1].path.write_bytes(content)
    restored = restore(folder, again)
    assert note_of(restored.vault) == note
    assert "earlier one was restored" in restored.said
    restored.vault.close()


def _copy_with_care_of_no_day(vault: Vault, made: Path) -> None:
    with vault.database_copy(made) as copy:
        copy.execute("PRAGMA foreign_keys = OFF")
        copy.execute("INSERT INTO care VALUES ('2026-01-01', 'of a day that is not there')")


def test_a_snapshot_whose_tables_contradict_is_passed_over_too(
    vault: Vault, target: Path, again: Path, note: str, note_of: NoteOf
) -> None:
    folder = mirror(vault, target, NOW).path
    made = snapshots.following(folder, NOW).path
    with pytest.raises(DiaryDamaged):
        _copy_with_care_of_no_day(vault, made)
    assert snapshots.listed(folder)[-1].path == made
    restored = restore(folder, again)
    assert note_of(restored.vault) == note
    assert "earlier one was restored" in restored.said
    restored.vault.close()


def test_a_mirror_without_any_whole_snapshot_is_damaged(
    vault: Vault, target: Path, again: Path
) -> None:
    folder = mirror(vault, target, NOW).path
    snapshots.listed(folder)[-1].path.write_bytes(b"")
    with pytest.raises(DiaryDamaged):
        restore(folder, again)
    snapshots.listed(folder)[-1].path.unlink()
    with pytest.raises(BackupIncomplete, match="has not arrived"):
        restore(folder, again)
    assert not again.exists()


@pytest.mark.parametrize("seed", range(20))
def test_whatever_has_arrived_of_a_mirror_restores_whole_or_names_what_is_missing(
    vault: Vault, add_photo: AddPhoto, target: Path, tmp_path: Path, again: Path, seed: int
) -> None:
    """A cloud service copies files in any order, and some of them only in part."""
    chance = random.Random(seed)
    states: dict[str, tuple[str, list[Photo]]] = {}
    live: list[Photo] = []
    for number in range(3):
        live.append(add_photo(bytes([seed, number]) * 300, f"IMG_{number}.jpg"))
        answer(vault, f"state {number}")
        folder = mirror(vault, target, NOW).path
        name = snapshots.listed(folder)[-1].path.name
        states[name] = (f"state {number}", list(live))
    arrived = tmp_path / "cloud" / folder.name
    for name, content in contents(folder).items():
        fate = chance.choices(("whole", "missing", "half", "empty"), (8, 2, 1, 1))[0]
        if fate != "missing":
            path = arrived / name
            path.parent.mkdir(parents=True, exist_ok=True)
            size = {"whole": len(content), "half": len(content) // 2, "empty": 0}[fate]
            path.write_bytes(content[:size])
    there = contents(arrived)
    whole = contents(folder)
    complete = [
        (note, of_state)
        for name, (note, of_state) in states.items()
        if all(
            there.get(part) == whole[part]
            for part in (
                f"snapshots/{name}",
                *(str(object_in(folder, one).relative_to(folder)) for one in of_state),
            )
        )
    ]
    keys = any(there.get(name) == whole[name] for name in ("keys.json", "keys.json.bak"))
    if keys and complete:
        restored = restore(arrived, again)
        note, of_state = complete[-1]
        (day,) = days.between(restored.vault.connection, NOW.date(), NOW.date())
        assert day.note == note
        assert set(photos.all_live(restored.vault.connection)) == set(of_state)
        assert check(restored.vault, deep=True).is_whole
        assert check(restored.vault).unfiled == ()
        restored.vault.close()
    else:
        with pytest.raises(DiaryError):
            restore(arrived, again)
        assert not again.exists()
    assert contents(arrived) == there


def test_a_mirror_on_a_disk_that_is_only_read_restores(
    vault: Vault, target: Path, again: Path
) -> None:
    folder = mirror(vault, target, NOW).path
    before = contents(folder)
    assert_same(restore(folder, again), vault)
    assert contents(folder) == before
