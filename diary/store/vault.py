"""The folder that is a diary: made, opened and closed as a whole."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Self

from sqlcipher3.dbapi2 import Connection

from diary import resources
from diary.errors import (
    DiaryDamaged,
    DiaryError,
    DiaryExists,
    DiaryMissing,
    DiaryReadOnly,
    DiaryReplaced,
    InvalidInput,
    NotSaved,
)
from diary.store import database, files, generation, key_file, lock, migrations, removal
from diary.store.connection import damaged
from diary.store.keys import KeyBag, KeyRing, new_key_ring
from diary.store.lock import Hold
from diary.store.objects import Objects
from diary.store.pictures import PictureCache
from diary.store.ways_in import WaysIn
from diary.words import reason, translate

SUFFIX = ".skindiary"
DATABASE = "diary.db"
README = "vault-readme.txt"
_FOLDERS = ("objects", "trash", "tmp")


class Vault:
    """An open vault; it belongs to the thread that opened it.

    `read_only` is the sentence why nothing can be written, empty where it can. `left_open_on`
    names another computer that did not close the diary.
    """

    def __init__(self, folder: Path, held: Hold, bag: KeyBag, vault_key: bytes) -> None:
        path, read_only = folder / DATABASE, bool(held.read_only)
        self.folder = folder
        self.read_only = held.read_only
        self.left_open_on = held.left_open_on
        self._connection = _open_database(folder, bag.database, read_only=read_only)
        self._is_hurt = False
        self.objects = Objects(folder, bag.identity)
        self.pictures = PictureCache(folder, bag.cache, read_only=read_only)
        self.ways_in = WaysIn(folder, vault_key, self.assert_writable)
        self._hold = held
        self._file = _identity(path)
        self._counted = False
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
        building = beside(folder)
        try:
            with files.disk_errors():
                removal.finish(folder)
                shutil.rmtree(building, ignore_errors=True)
                folder.parent.mkdir(parents=True, exist_ok=True)
                _build(building, ring, bag, fill)
                files.publish(building, folder)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
        return cls.open(folder, passphrase=passphrase)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        passphrase: str | None = None,
        recovery_code: str | None = None,
        device_key: bytes | None = None,
    ) -> Self:
        """Open a vault for this process alone.

        Raises `DiaryMissing`, `DiaryDamaged`, `DiaryTooNew`, `DiaryInUse`, `WrongPassphrase`,
        `WrongRecoveryCode` or `WrongDeviceKey`. Where nothing can be written it opens for reading.
        """
        vault_key = read_ring(folder).vault_key(
            passphrase=passphrase, recovery_code=recovery_code, device_key=device_key
        )
        return cls.open_with_key(folder, vault_key)

    @classmethod
    def open_with_key(cls, folder: Path, vault_key: bytes) -> Self:
        """Open a vault whose key is known already. Raises as `open` does."""
        bag = read_ring(folder).open_bag(vault_key)
        with _reading(folder):
            held = lock.acquire(folder, folder / DATABASE)
            try:
                if not held.read_only:
                    for name in _FOLDERS:
                        files.make_folder(folder / name)
                    _empty(folder / "tmp")
                    key_file.settle(folder, folder / "tmp")
                vault = cls(folder, held, bag, vault_key)
            except BaseException:
                held.release()
                raise
            if not held.read_only:
                with suppress(OSError):  # a full disk must not keep the diary shut
                    _put_readme(folder)
            return vault

    @property
    def connection(self) -> Connection:
        """The database. Raises `DiaryDamaged` once too little of it is left to be read."""
        if self._connection.is_hurt:
            self._connection.close()
            self._connection = database.reopen(
                self.folder / DATABASE, self._database_key, read_only=bool(self.read_only)
            )
            self._is_hurt = not database.is_whole(self._connection)
        return self._connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing; on the disk when it ends.

        Raises `NotSaved`, as `assert_writable` does.
        """
        self.assert_writable()
        with database.transaction(self.connection) as connection:
            yield connection
            if not self._counted:
                generation.count(connection)
            self._assert_same_file()
        self._counted = True

    def assert_writable(self) -> None:
        """Raises `DiaryReadOnly`, or `DiaryReplaced` if the file that is open is not in place.

        Nothing more is written into a database with a hurt page: `DiaryDamaged`.
        """
        if self.read_only:
            raise DiaryReadOnly(
                translate("Vault", "Not saved. {reason}").format(reason=self.read_only)
            )
        self._assert_same_file()
        if self.connection and self._is_hurt:
            raise damaged()

    def assert_outside(self, backup: Path) -> None:
        """Raises `InvalidInput` for a place in the diary's own folder."""
        if backup.resolve().is_relative_to(self.folder.resolve()):
            raise InvalidInput(
                translate(
                    "Vault",
                    "A backup inside the diary’s own folder would be lost with it, so none was"
                    " made. Choose another place.",
                )
            )

    def take_up_replaced(self) -> None:
        """Go on with the file that now has the name of the database.

        Raises `DiaryReplaced` if there is none, or none of this diary that is whole.
        """
        path = self.folder / DATABASE
        if _identity(path) == self._file:
            return
        try:
            there = _open_database(self.folder, self._database_key, read_only=False)
        except (DiaryError, OSError) as error:
            raise _replaced() from error
        self._connection.close()
        self._connection, self._file, self._counted = there, _identity(path), False

    def database_copy(self, path: Path) -> AbstractContextManager[Connection]:
        """A sealed copy of the database at `path`, open for changes and checked when it ends."""
        path.touch(mode=files.PRIVATE_FILE)
        return database.copy(self.connection, path, self._database_key)

    def open_copy(self, path: Path) -> Connection:
        """Another database with this diary's key, for reading only, checked page by page.

        Raises `DiaryDamaged`, `DiaryTooNew`, `DiaryReadOnly` or `NotEncrypted`.
        """
        return _open_to_read(path, self._database_key)

    def prove_copy(self, path: Path) -> None:
        """Open a copy of the database anew and check all of it. Raises `DiaryDamaged`."""
        database.prove(path, self._database_key)

    @property
    def is_open(self) -> bool:
        return bool(self._database_key)

    def take_over_from(self, hurt: Path) -> int | None:
        """Bring the database up to what another one, of the same keys, still gives although hurt.

        Returns how many days changed, or `None` if it is not hurt, and then nothing did.
        """
        from diary.store import salvage

        try:
            self.prove_copy(hurt)
        except DiaryDamaged:
            with self.transaction() as connection:
                return salvage.overlay(connection, hurt, self._database_key)
        except (DiaryError, OSError):
            return None
        return None

    def close(self) -> None:
        self._connection.close()
        self.objects.close()
        self.pictures.close()
        self.ways_in.close()
        self._database_key = b""
        self._hold.release()

    def _assert_same_file(self) -> None:
        """A sync program may rename the open database and put another in its place."""
        if _identity(self.folder / DATABASE) != self._file:
            raise _replaced()


def _replaced() -> DiaryReplaced:
    return DiaryReplaced(
        translate(
            "Vault",
            "Not saved. Another program moved or replaced diary.db while it was open. Nothing was "
            "written to the other file.",
        )
    )


def beside(folder: Path) -> Path:
    """Where a vault is built before it gets its name: what is there is a left-over of ours."""
    return folder.with_name(f"{folder.name}.being-made")


def make_layout(folder: Path) -> None:
    """The private folders of a new vault."""
    folder.mkdir(mode=files.PRIVATE_FOLDER)
    for name in _FOLDERS:
        files.make_folder(folder / name)


def _build(folder: Path, ring: KeyRing, bag: KeyBag, fill: Callable[[Connection], None]) -> None:
    """Make a whole vault and wait until all of it is on the disk."""
    make_layout(folder)
    _put_readme(folder)
    key_file.write(folder, ring, folder / "tmp")
    _write_database(folder / DATABASE, bag.database, fill)
    files.sync_folder(folder)


def _open_database(folder: Path, key: bytes, *, read_only: bool) -> Connection:
    if read_only:
        return _open_to_read(folder / DATABASE, key)
    connection = database.open_existing(folder / DATABASE, key)
    try:
        migrations.bring_up_to_date(connection, folder, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _open_to_read(path: Path, key: bytes) -> Connection:
    return migrations.to_be_read(database.open_existing(path, key, read_only=True), key)


def _put_readme(folder: Path) -> None:
    """The words that open the diary without this program; an older diary gets today's."""
    words, there = resources.path(README).read_bytes(), folder / "README.txt"
    if not there.is_file() or there.read_bytes() != words:
        files.write_atomically(there, words, folder / "tmp")


def _write_database(path: Path, key: bytes, fill: Callable[[Connection], None]) -> None:
    path.touch(mode=files.PRIVATE_FILE)
    connection = database.create(path, key)
    try:
        with database.transaction(connection):
            database.create_schema(connection)
            fill(connection)
    finally:
        connection.close()
    database.assert_encrypted(path)


def read_ring(folder: Path) -> KeyRing:
    """The ways into a diary. Raises `DiaryMissing`, `DiaryDamaged` or `DiaryTooNew`."""
    with _reading(folder):
        if (folder / DATABASE).is_file():
            return key_file.read(folder)
        if (folder / key_file.NAME).is_file():
            raise DiaryMissing(
                translate(
                    "Vault",
                    "The file diary.db is missing from {folder}. Put it back from a backup of "
                    "this folder.",
                ).format(folder=folder)
            )
    with suppress(NotSaved):
        removal.finish(folder)
    raise DiaryMissing(translate("Vault", "There is no diary in {folder}.").format(folder=folder))


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file has this name, whatever is in it; `None` if none has."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def _reading(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DiaryMissing(
            translate(
                "Vault", "The diary in {folder} cannot be opened: {reason}. Nothing was changed."
            ).format(folder=folder, reason=reason(error))
        ) from error


def _empty(folder: Path) -> None:
    """Remove left-over parts; a folder is none of ours, nor is what a link leads to."""
    if folder.is_symlink():
        return
    for left_over in list(folder.iterdir()):
        if left_over.is_symlink() or not left_over.is_dir():
            left_over.unlink()
