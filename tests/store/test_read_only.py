"""A diary where nothing can be written opens for reading, and every write is refused in words."""

import errno
import fcntl
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from diary.domain.day import Day
from diary.errors import DiaryReadOnly, NotSaved
from diary.store import days
from diary.store.check import check
from diary.store.vault import Vault
from tests.files import format_1
from tests.program import CUT_SHORT
from tests.read_only import read_only
from tests.store.conftest import NOW, ON, AddPhoto


def bytes_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_of_it_can_be_read_and_nothing_is_touched(
    vault: Vault, add_photo: AddPhoto, note: str, note_of: Callable[[Vault], str]
) -> None:
    photo = add_photo(b"a photo of a face")
    vault.pictures.put(photo.id, b"thumbnail", b"preview")
    vault.close()
    (vault.folder / "tmp" / "x.part").write_bytes(b"left over")
    before = bytes_of(vault.folder)
    with read_only(vault.folder):
        reader = Vault.open(vault.folder)
        assert reader.read_only == "This folder cannot be written to."
        assert note_of(reader) == note
        assert reader.objects.get(photo.object_name) == b"a photo of a face"
        assert reader.pictures.thumbnail(photo.id) == b"thumbnail"
        assert check(reader, deep=True).is_whole
        reader.close()
    assert bytes_of(vault.folder) == before


def test_a_write_is_refused_in_words_and_leaves_no_trace(vault: Vault) -> None:
    vault.close()
    before = bytes_of(vault.folder)
    with read_only(vault.folder):
        reader = Vault.open(vault.folder)
        with (
            pytest.raises(DiaryReadOnly, match=r"^Not saved\. This folder cannot be written to\.$"),
            reader.transaction() as connection,
        ):
            days.put(connection, Day(ON, acne=9), NOW)
        with pytest.raises(NotSaved, match="cannot be written to"):
            reader.ways_in.set_passphrase("another passphrase")
        with pytest.raises(NotSaved, match="cannot be written to"):
            reader.objects.put(b"a photo")
        assert days.get(reader.connection, ON).acne == 4
        reader.close()
    assert bytes_of(vault.folder) == before


@pytest.mark.parametrize("name", ["diary.db", ".lock"])
def test_one_file_that_cannot_be_written_is_enough(vault: Vault, name: str) -> None:
    vault.close()
    with read_only(vault.folder):
        for path in (vault.folder, *vault.folder.rglob("*")):
            if path.name != name:
                path.chmod(0o700)
        reader = Vault.open(vault.folder)
        assert reader.read_only
        reader.close()


def test_a_diary_of_an_older_format_is_read_as_it_is(folder: Path) -> None:
    format_1.copy_to(folder)
    before = bytes_of(folder)
    with read_only(folder):
        reader = Vault.open(folder, recovery_code=format_1.RECOVERY_CODE)
        assert reader.connection.execute("SELECT count(*) FROM generation").fetchone() == (0,)
        assert len(days.between(reader.connection, date.min, date.max)) > 0
        with pytest.raises(DiaryReadOnly), reader.transaction():
            pass
        reader.close()
    assert bytes_of(folder) == before


def test_once_it_can_be_written_to_the_diary_opens_for_writing(vault: Vault) -> None:
    vault.close()
    with read_only(vault.folder):
        Vault.open(vault.folder).close()
    again = Vault.open(vault.folder)
    with again.transaction() as connection:
        days.put(connection, Day(ON, acne=9), NOW)
    assert days.get(again.connection, ON).acne == 9
    again.close()


def test_a_change_that_was_cut_short_needs_a_disk_that_can_be_written(
    vault: Vault, tmp_path: Path, note: str, note_of: Callable[[Vault], str]
) -> None:
    vault.close()
    killed = subprocess.run([sys.executable, "-c", CUT_SHORT, str(vault.folder)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (vault.folder / "diary.db-journal").stat().st_size > 0
    with read_only(vault.folder), pytest.raises(DiaryReadOnly, match="Copy the whole folder mine"):
        Vault.open(vault.folder)
    copy = shutil.copytree(vault.folder, tmp_path / "copy.skindiary")
    opened = Vault.open(copy)
    assert note_of(opened) == note
    opened.close()


@pytest.mark.parametrize("answer", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_disk_without_locks_is_only_read(
    vault: Vault,
    monkeypatch: pytest.MonkeyPatch,
    answer: int,
    note: str,
    note_of: Callable[[Vault], str],
) -> None:
    vault.close()

    def flock(_descriptor: int, _operation: int) -> None:
        raise OSError(answer, os.strerror(answer))

    monkeypatch.setattr(fcntl, "flock", flock)
    reader = Vault.open(vault.folder)
    assert note_of(reader) == note
    with pytest.raises(DiaryReadOnly, match="cannot keep a second program"), reader.transaction():
        pass
    reader.close()
