"""What a mirror holds, and whether a restored diary holds the same."""

from pathlib import Path

from diary.domain.day import Day
from diary.domain.photo import Photo
from diary.store import days, photos
from diary.store.check import check
from diary.store.restore import Restored
from diary.store.vault import Vault
from tests.store.conftest import NOW


def answer(vault: Vault, note: str) -> None:
    with vault.transaction() as connection:
        days.put(connection, Day(NOW.date(), note=note), NOW)


def object_in(folder: Path, photo: Photo) -> Path:
    return folder / "objects" / photo.object_name[:2] / f"{photo.object_name}.age"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def assert_same(restored: Restored, vault: Vault) -> None:
    """Every answer and every photo, byte for byte."""
    other = restored.vault
    assert restored.missing == ()
    assert check(other, deep=True).is_whole
    assert days.between(other.connection, NOW.date(), NOW.date()) == days.between(
        vault.connection, NOW.date(), NOW.date()
    )
    live = photos.all_live(vault.connection)
    assert photos.all_live(other.connection) == live
    for photo in live:
        assert other.objects.get(photo.object_name) == vault.objects.get(photo.object_name)
    other.close()
