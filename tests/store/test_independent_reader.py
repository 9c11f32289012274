"""A diary is opened without its program, by following the words of its own README.txt.

Its lines of Python are run as they stand there; a second library reads the database and a second
reader the photos.
"""

import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import apsw
import pytest
from nacl.exceptions import CryptoError

from diary.store import backup
from diary.store.vault import Vault
from tests.files import format_1
from tests.store import age_v1


@dataclass(frozen=True)
class Keys:
    """The two lines that the program of README.txt prints."""

    pragma: str
    identity: str


def follow(folder: Path, secret: str, readme: str) -> Keys:
    """Do what the first step says, on a copy of a diary."""
    (folder / "open.py").write_text(readme.partition("\nopen.py:\n")[2], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "open.py"],
        cwd=folder,
        input=secret,
        encoding="utf-8",
        capture_output=True,
        check=True,
    )
    pragma, identity = done.stdout.removeprefix("Passphrase or recovery code: ").splitlines()
    return Keys(pragma, identity)


@contextmanager
def opened(path: Path, keys: Keys) -> Iterator[apsw.Connection]:
    """A database in the other library, which is told that it is of SQLCipher 4."""
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
        connection.execute("PRAGMA cipher = 'sqlcipher'")
        connection.execute("PRAGMA legacy = 4")
        connection.execute(keys.pragma)
        yield connection


def words_in(folder: Path) -> str:
    return (folder / "README.txt").read_text("utf-8")


@pytest.mark.parametrize("kind", ["passphrase", "recovery code"])
def test_the_words_in_the_folder_lead_to_the_answers_and_the_photos(
    locked: Path, kind: str, passphrase: str, recovery_code: str, note: str
) -> None:
    secret = passphrase if kind == "passphrase" else recovery_code
    keys = follow(locked, secret, words_in(locked))
    with opened(locked / "diary.db", keys) as diary:
        assert diary.execute("SELECT note FROM day").fetchall() == [(note,)]
        ((name, digest),) = diary.execute("SELECT object_name, digest FROM photo").fetchall()
    sealed = (locked / "objects" / str(name)[:2] / f"{name}.age").read_bytes()
    original = age_v1.decrypt(sealed, keys.identity)
    assert hashlib.sha256(original).hexdigest() == digest


def test_a_diary_without_a_passphrase_asks_for_none(vault: Vault, note: str) -> None:
    vault.close()
    keys = follow(vault.folder, "", words_in(vault.folder))
    with opened(vault.folder / "diary.db", keys) as diary:
        assert diary.execute("SELECT note FROM day").fetchall() == [(note,)]


def test_a_backup_file_opens_by_the_words_in_it(
    locked: Path, passphrase: str, note: str, tmp_path: Path
) -> None:
    vault = Vault.open(locked, passphrase=passphrase)
    made = backup.back_up(vault, tmp_path / "backup.zip")
    vault.close()
    zipfile.ZipFile(made.path).extractall(tmp_path / "unpacked")
    keys = follow(tmp_path / "unpacked", passphrase, words_in(tmp_path / "unpacked"))
    with opened(tmp_path / "unpacked" / "diary.db", keys) as diary:
        assert diary.execute("SELECT note FROM day").fetchall() == [(note,)]


def test_a_diary_of_the_first_format_opens_by_the_same_words(folder: Path) -> None:
    Vault.open(format_1.copy_to(folder), passphrase=format_1.PASSPHRASE).close()
    keys = follow(folder, format_1.PASSPHRASE, words_in(folder))
    with opened(folder / "diary.db", keys) as diary:
        assert diary.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        acne = diary.execute("SELECT on_date, acne FROM day ORDER BY on_date").fetchall()
        assert acne == [(day.on.isoformat(), day.acne) for day in format_1.DIARY.days]
        photos = diary.execute("SELECT object_name, digest, deleted_at FROM photo").fetchall()
    assert len(photos) == 3
    for name, digest, deleted_at in photos:
        place = "trash" if deleted_at else f"objects/{str(name)[:2]}"
        sealed = (folder / place / f"{name}.age").read_bytes()
        assert hashlib.sha256(age_v1.decrypt(sealed, keys.identity)).hexdigest() == digest


def test_a_photo_of_many_parts_opens_whole(vault: Vault, recovery_code: str) -> None:
    original = bytes(range(256)) * 1000
    name = vault.objects.put(original)
    vault.close()
    keys = follow(vault.folder, "", words_in(vault.folder))
    assert age_v1.decrypt(vault.objects.path(name).read_bytes(), keys.identity) == original


def test_the_second_readers_refuse_what_was_changed(vault: Vault) -> None:
    name = vault.objects.put(b"a photo of a face" * 100)
    vault.close()
    keys = follow(vault.folder, "", words_in(vault.folder))
    sealed = bytearray(vault.objects.path(name).read_bytes())
    sealed[-1] ^= 1
    with pytest.raises(CryptoError):
        age_v1.decrypt(bytes(sealed), keys.identity)
    hurt = bytearray((vault.folder / "diary.db").read_bytes())
    hurt[5000] ^= 1
    (vault.folder / "diary.db").write_bytes(hurt)
    with opened(vault.folder / "diary.db", keys) as diary, pytest.raises(apsw.Error):
        diary.execute("PRAGMA integrity_check").fetchall()


def test_the_readme_names_every_part_of_the_folder(locked: Path) -> None:
    words = words_in(locked)
    for part in {path.name for path in locked.iterdir()} - {"README.txt"}:
        assert part in words
