"""Snapshots are proven copies, in the order of a counter, thinned out with age."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from diary.domain.day import Day
from diary.errors import BackupIncomplete, DiaryDamaged, DiskFull, NotSaved
from diary.store import days, files, photos, snapshots
from diary.store.check import check
from diary.store.restore import restore
from diary.store.snapshots import Snapshot
from diary.store.vault import Vault
from tests.store.conftest import NOW, AddPhoto
from tests.ui.full_disk import TOO_LONG, full_disk

NoteOf = Callable[[Vault], str]


def answer(vault: Vault, note: str) -> None:
    with vault.transaction() as connection:
        days.put(connection, Day(NOW.date(), note=note), NOW)


def made_at(times: list[datetime]) -> set[Snapshot]:
    return {
        Snapshot(number, at.replace(tzinfo=UTC), Path(str(number)))
        for number, at in enumerate(times, start=1)
    }


def numbers(kept: set[Snapshot]) -> list[int]:
    return sorted(one.number for one in kept)


def test_a_snapshot_brings_back_what_the_diary_held_then(
    vault: Vault, tmp_path: Path, note: str, note_of: NoteOf
) -> None:
    before = snapshots.take(vault, NOW)
    answer(vault, "written later")
    again = restore(before.path, tmp_path / "again.skindiary").vault
    assert note_of(again) == note
    assert note_of(vault) == "written later"
    again.close()


@pytest.mark.parametrize("way", ["passphrase", "recovery code"])
def test_a_snapshot_opens_by_each_way_in_with_its_photos_byte_for_byte(
    locked: Path, tmp_path: Path, way: str, passphrase: str, recovery_code: str
) -> None:
    vault = Vault.open(locked, recovery_code=recovery_code)
    snapshot = snapshots.take(vault, NOW)
    (photo,) = photos.all_live(vault.connection)
    original = vault.objects.get(photo.object_name)
    vault.close()
    folder = tmp_path / "again.skindiary"
    if way == "passphrase":
        again = restore(snapshot.path, folder, passphrase=passphrase).vault
    else:
        again = restore(snapshot.path, folder, recovery_code=recovery_code).vault
    assert again.objects.get(photo.object_name) == original
    again.close()


def test_snapshots_are_named_by_a_counter_and_are_sealed(vault: Vault, note: str) -> None:
    first, second = (snapshots.take(vault, NOW) for _ in range(2))
    assert [one.number for one in (first, second)] == [1, 2]
    assert snapshots.listed(vault.folder) == [first, second]
    assert second.path.name.startswith("000002-2026112")
    assert note.encode() not in second.path.read_bytes()
    assert second.path.stat().st_mode & 0o777 == 0o600
    assert list((vault.folder / "tmp").iterdir()) == []


@pytest.mark.parametrize("year", [1970, 2038])
def test_a_clock_that_jumps_neither_hides_nor_loses_the_newest_snapshot(
    vault: Vault, year: int
) -> None:
    for number in range(30):
        snapshots.take(vault, NOW + timedelta(days=number))
    answer(vault, "the newest")
    newest = snapshots.take(vault, datetime(year, 1, 2, 3, 4))
    assert snapshots.listed(vault.folder)[-1] == newest
    back = snapshots.take(vault, NOW - timedelta(days=1))
    assert [one.number for one in snapshots.listed(vault.folder)[-2:]] == [31, 32]
    assert back.number == 32


def test_the_last_ten_stay_whatever_their_dates() -> None:
    same_minute = made_at([NOW] * 25)
    assert numbers(snapshots.kept(same_minute)) == list(range(16, 26))


def test_older_ones_are_thinned_to_days_weeks_and_months() -> None:
    twice_a_day = made_at([NOW + timedelta(hours=12 * n) for n in range(2 * 400)])
    kept = snapshots.kept(twice_a_day)
    last = max(one.at for one in twice_a_day)
    ages = sorted((last - one.at).days for one in kept)
    assert len(kept) <= 10 + 14 + 8 + 12
    assert ages[-1] >= 330
    assert len({one.at.date() for one in kept if (last - one.at).days < 14}) == 14
    assert len({one.at.isocalendar()[1] for one in kept if (last - one.at).days < 56}) >= 8
    assert set(range(791, 801)) <= set(numbers(kept))


def test_what_a_jumping_clock_dated_falls_out_in_its_turn() -> None:
    times = [datetime(2038, 1, 1)] * 3 + [NOW + timedelta(days=n) for n in range(400)]
    kept = snapshots.kept(made_at(times))
    assert 403 in numbers(kept)
    assert not {1, 2, 3} & set(numbers(kept))


def test_thinning_removes_only_snapshots(vault: Vault) -> None:
    folder = vault.folder / "snapshots"
    snapshots.take(vault, NOW)
    (folder / "before-format-2.db").write_bytes(b"a copy of another kind")
    for _ in range(15):
        snapshots.take(vault, NOW)
    assert len(snapshots.listed(vault.folder)) == 10
    assert (folder / "before-format-2.db").exists()


def test_an_empty_file_is_no_snapshot_to_restore(vault: Vault, tmp_path: Path) -> None:
    snapshot = snapshots.take(vault, NOW)
    snapshot.path.write_bytes(b"")
    with pytest.raises(DiaryDamaged):
        restore(snapshot.path, tmp_path / "again.skindiary")
    assert not (tmp_path / "again.skindiary").exists()


def test_a_snapshot_that_cannot_be_written_leaves_the_others(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = snapshots.take(vault, NOW)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "sync_file", full)
    with pytest.raises(DiskFull):
        snapshots.take(vault, NOW)
    assert snapshots.listed(vault.folder) == [first]
    assert list((vault.folder / "tmp").iterdir()) == []


def test_a_snapshot_that_reads_back_otherwise_is_not_kept(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = files.sync_path

    def flip(path: Path) -> None:
        real(path)
        content = bytearray(path.read_bytes())
        content[-100] ^= 1
        path.write_bytes(content)

    monkeypatch.setattr(files, "sync_path", flip)
    with pytest.raises(DiaryDamaged):
        snapshots.take(vault, NOW)
    assert snapshots.listed(vault.folder) == []


def test_a_photo_deleted_since_comes_back_with_a_snapshot(
    vault: Vault, add_photo: AddPhoto, tmp_path: Path
) -> None:
    photo = add_photo(b"deleted later")
    snapshot = snapshots.take(vault, NOW)
    photos.mark_deleted(vault.connection, photo.id, NOW)
    vault.objects.discard(photo.object_name)
    again = restore(snapshot.path, tmp_path / "again.skindiary").vault
    assert photos.all_live(again.connection) == [photo]
    assert check(again, deep=True).is_whole
    again.close()


def test_a_photo_erased_since_is_named_and_the_answers_can_still_be_had(
    vault: Vault, add_photo: AddPhoto, tmp_path: Path, note: str, note_of: NoteOf
) -> None:
    photo = add_photo(b"erased later")
    snapshot = snapshots.take(vault, NOW)
    vault.objects.erase(photo.object_name)
    with pytest.raises(BackupIncomplete, match=r"1 of 1 photos .* IMG_0001\.jpg of 2026-11-23"):
        restore(snapshot.path, tmp_path / "again.skindiary")
    restored = restore(snapshot.path, tmp_path / "again.skindiary", partial=True)
    assert restored.missing == (photo,)
    assert note_of(restored.vault) == note
    restored.vault.close()


def test_a_snapshot_needs_no_live_database(
    vault: Vault, tmp_path: Path, note: str, note_of: NoteOf
) -> None:
    snapshot = snapshots.take(vault, NOW)
    vault.close()
    (vault.folder / "diary.db").write_bytes(b"scribble")
    again = restore(snapshot.path, tmp_path / "again.skindiary").vault
    assert note_of(again) == note
    again.close()


def test_a_copy_that_the_disk_refuses_half_way_is_told_in_a_sentence(vault: Vault) -> None:
    answer(vault, TOO_LONG)
    with full_disk(), pytest.raises(NotSaved, match=r"Not saved\. The disk"):
        snapshots.take(vault, NOW)
    assert snapshots.listed(vault.folder) == []
    assert list((vault.folder / "tmp").iterdir()) == []
    snapshots.take(vault, NOW)
