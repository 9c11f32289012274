"""The folder that is a diary: made, opened and closed as a whole."""

import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from filelock import BaseFileLock
from sqlcipher3.dbapi2 import Connection

from diary import resources
from diary.errors import DiaryExists, DiaryMissing
from diary.store import database, files, key_file, lock
from diary.store.keys import KeyBag, KeyRing, SlotType, new_key_ring
from diary.store.objects import Objects
from diary.store.pictures import PictureCache
from diary.words import translate

SUFFIX = ".skindiary"
DATABASE = "diary.db"
FOLDERS = ("objects", "trash", "tmp")


class Vault:
    """An open vault; it belongs to the thread that opened it."""

    def __init__(self, folder: Path, held: BaseFileLock, bag: KeyBag, vault_key: bytes) -> None:
        self.folder = folder
        self.connection: Connection = database.open_existing(folder / DATABASE, bag.database)
        self.objects = Objects(folder, bag.identity)
        self.pictures = PictureCache(folder, bag.cache)
        self._lock = held
        self._vault_key = vault_key
        self._database_key = bag.database

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        passphrase: str | None,
        recovery_code: str | None,
        fill: Callable[[Connection], None],
    ) -> Self:
        """Build a whole vault beside `folder` and give it its name at the end.

        `fill` writes the first rows. Raises `DiaryExists`, `InvalidInput`, `NotSaved`.
        """
        if folder.exists():
            raise DiaryExists(
                translate("Vault", "{folder} already exists. Choose another name.").format(
                    folder=folder
                )
            )
        ring, bag = new_key_ring(passphrase, recovery_code)
        building = folder.with_name(f"{folder.name}.new")
        with files.disk_errors():
            shutil.rmtree(building, ignore_errors=True)
            folder.parent.mkdir(parents=True, exist_ok=True)
            build(building, ring, lambda path: _write_database(path, bag, fill))
            files.publish(building, folder)
        return cls.open(folder, passphrase=passphrase, recovery_code=None)

    @classmethod
    def open(
        cls, folder: Path, *, passphrase: str | None = None, recovery_code: str | None = None
    ) -> Self:
        """Open a vault for this process alone.

        Raises `DiaryMissing`, `DiaryDamaged`, `DiaryTooNew`, `DiaryInUse`, `WrongPassphrase` or
        `WrongRecoveryCode`.
        """
        ring = _read_ring(folder)
        vault_key = ring.vault_key(passphrase=passphrase, recovery_code=recovery_code)
        bag = ring.open_bag(vault_key)
        held = lock.acquire(folder)
        try:
            for name in FOLDERS:
                files.make_folder(folder / name)
            _empty(folder / "tmp")
            return cls(folder, held, bag, vault_key)
        except BaseException:
            held.release()
            raise

    def transaction(self) -> AbstractContextManager[Connection]:
        """All or nothing; on the disk when it ends. Raises `NotSaved`."""
        return database.transaction(self.connection)

    def set_passphrase(self, new: str) -> None:
        """Replace the passphrase slot, proving the new one before returning.

        Raises `InvalidInput` for a short passphrase and `NotSaved`.
        """
        ring = key_file.read(self.folder).with_passphrase(self._vault_key, new)
        ring.open_bag(ring.vault_key(passphrase=new, recovery_code=None))
        key_file.write(self.folder, ring, self.folder / "tmp")

    def copy_database(self, path: Path) -> None:
        """Write a keyed copy of the database and check it. Raises `DiaryDamaged`."""
        copy = database.connect(path, self._database_key)
        try:
            self.connection.backup(copy)
            database.check_integrity(copy)
        finally:
            copy.close()
        database.assert_encrypted(path)

    def close(self) -> None:
        self.connection.close()
        self.pictures.close()
        self._vault_key = self._database_key = b""
        self._lock.release()


def needs_passphrase(folder: Path) -> bool:
    """Whether a diary asks for a passphrase. Raises `DiaryMissing`, `DiaryDamaged`."""
    return not _read_ring(folder).has(SlotType.OPEN)


def build(folder: Path, ring: KeyRing, write_database: Callable[[Path], None]) -> None:
    """Fill a new vault folder and wait until all of it is on the disk."""
    folder.mkdir(mode=files.PRIVATE_FOLDER)
    for name in FOLDERS:
        files.make_folder(folder / name)
    files.write_new(folder / "README.txt", resources.path("vault-readme.txt").read_bytes())
    key_file.write(folder, ring, folder / "tmp")
    write_database(folder / DATABASE)
    (folder / DATABASE).chmod(files.PRIVATE_FILE)
    files.sync_folder(folder)


def _write_database(path: Path, bag: KeyBag, fill: Callable[[Connection], None]) -> None:
    path.touch(mode=files.PRIVATE_FILE)
    connection = database.create(path, bag.database)
    try:
        with database.transaction(connection):
            database.create_schema(connection)
            fill(connection)
    finally:
        connection.close()
    database.assert_encrypted(path)


def _read_ring(folder: Path) -> KeyRing:
    if not folder.is_dir() or not (folder / DATABASE).is_file():
        raise DiaryMissing(
            translate("Vault", "There is no diary in {folder}.").format(folder=folder)
        )
    return key_file.read(folder)


def _empty(folder: Path) -> None:
    for left_over in os.scandir(folder):
        Path(left_over.path).unlink()
