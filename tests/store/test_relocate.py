"""A closed diary is copied whole to another place and read back; where it was it stays as it is."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from diary.errors import DiaryExists, DiaryInUse, DiaryMissing, NotSaved, Stopped
from diary.store import photos, relocate
from diary.store.check import check
from diary.store.vault import Vault
from tests.read_only import read_only
from tests.store.conftest import NOW, AddPhoto


def content_of(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".lock")
    }


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "elsewhere" / "mine.skindiary"


@pytest.fixture
def closed(vault: Vault, add_photo: AddPhoto) -> Path:
    """A diary with a photo, another one in the trash, a snapshot and a thumbnail."""
    photo, deleted = add_photo(b"a photo"), add_photo(b"deleted")
    with vault.transaction() as connection:
        photos.mark_deleted(connection, deleted.id, NOW)
    vault.objects.discard(deleted.object_name)
    vault.pictures.put(photo.id, b"thumbnail", b"preview")
    vault.close()
    (vault.folder / "snapshots").mkdir(exist_ok=True)
    shutil.copyfile(vault.folder / "diary.db", vault.folder / "snapshots" / "000001.db")
    (vault.folder / "diary (1).db").write_bytes(b"a copy of a sync program")
    (vault.folder / "tmp" / "x.part").write_bytes(b"left over")
    return vault.folder


def test_everything_that_is_the_diary_is_there_and_opens(
    closed: Path, target: Path, note: str, note_of: Callable[[Vault], str]
) -> None:
    before = content_of(closed)
    relocate.copy_whole(closed, target)
    assert content_of(closed) == before
    left = {"cache/thumbs.db", "cache/CACHEDIR.TAG", "diary (1).db", "tmp/x.part"}
    assert content_of(target) == {name: one for name, one in before.items() if name not in left}
    moved = Vault.open(target)
    assert note_of(moved) == note
    assert check(moved, deep=True).is_whole
    moved.close()
    for path in (target, *target.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_diary_that_is_open_or_not_there_or_in_the_way_is_told(
    closed: Path, target: Path
) -> None:
    held = Vault.open(closed)
    with pytest.raises(DiaryInUse):
        relocate.copy_whole(closed, target)
    held.close()
    with pytest.raises(DiaryMissing):
        relocate.copy_whole(closed / "nowhere", target)
    target.mkdir(parents=True)
    with pytest.raises(DiaryExists):
        relocate.copy_whole(closed, target)
    assert list(target.iterdir()) == []


def test_a_diary_on_a_disk_that_is_only_read_can_be_moved_off_it(
    closed: Path, target: Path, note: str, note_of: Callable[[Vault], str]
) -> None:
    with read_only(closed):
        relocate.copy_whole(closed, target)
    moved = Vault.open(target)
    assert (moved.read_only, note_of(moved)) == ("", note)
    moved.close()


def test_cancel_leaves_nothing_behind(closed: Path, target: Path) -> None:
    seen: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> None:
        seen.append((done, total))
        if done == total - 1:
            raise Stopped

    before = content_of(closed)
    with pytest.raises(Stopped):
        relocate.copy_whole(closed, target, watch=watch)
    assert list(target.parent.iterdir()) == []
    assert content_of(closed) == before
    assert [done for done, _total in seen] == list(range(len(seen)))
    Vault.open(closed).close()


def test_a_disk_that_gives_back_other_bytes_is_noticed(
    closed: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bytes = Path.read_bytes

    def flip_there(path: Path) -> bytes:
        content = read_bytes(path)
        return content if path.is_relative_to(closed) else content[:-1] + b"?"

    monkeypatch.setattr(Path, "read_bytes", flip_there)
    with pytest.raises(NotSaved, match="other bytes"):
        relocate.copy_whole(closed, target)
    assert list(target.parent.iterdir()) == []


def test_a_diary_that_cannot_be_held_meanwhile_is_not_copied(closed: Path, target: Path) -> None:
    (closed / ".lock").unlink()
    (closed / ".lock").mkdir()
    with pytest.raises(NotSaved, match=r"^Not saved\."):
        relocate.copy_whole(closed, target)
    assert not target.parent.exists()
