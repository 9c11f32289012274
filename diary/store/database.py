"""SQLCipher databases: opened only if they really are encrypted, written so that a commit stays."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from diary.errors import (
    DiaryError,
    DiaryReadOnly,
    DiaryTooNew,
    NotEncrypted,
    NotSaved,
)
from diary.store.connection import DiaryConnection, damaged, explained, kind_of, unread
from diary.store.schema import APPLICATION_ID, OLDEST, SCHEMA, VERSION
from diary.words import translate

_PLAIN_HEADER = b"SQLite format 3\0"

_DURABLE = (
    # EXTRA also syncs the folder after the journal is gone: with FULL, 40 of 243 power cuts lost a
    # committed entry. DELETE, not WAL: a copy of the file alone then holds every commit.
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
)
_SETTINGS = (
    "fullfsync=ON",
    "secure_delete=ON",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
)


def create(path: Path, key: bytes) -> Connection:
    """A new, empty diary database. The caller fills it in the transaction of `create_schema`."""
    connection = connect(path, key)
    _make_durable(connection)
    return connection


def create_schema(connection: Connection) -> None:
    """Write the tables, inside the caller's transaction."""
    run_script(connection, SCHEMA)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def run_script(connection: Connection, script: str) -> None:
    """Run statements that end with semicolons, inside the caller's transaction."""
    for statement in script.split(";"):
        if statement.strip():
            connection.execute(statement)


def open_existing(path: Path, key: bytes, *, read_only: bool = False) -> Connection:
    """The diary's database, checked page by page; with `read_only` nothing can be written.

    Raises `DiaryDamaged`, `DiaryTooNew` or `NotEncrypted`, and `DiaryReadOnly` where a change that
    was cut short cannot be taken back.
    """
    assert_encrypted(path)
    with _reading():
        connection = connect(path, key, read_only=read_only)
    try:
        with _reading():
            # First of all: the pages of an unfinished change would be taken for damage.
            _assert_settled(connection, path)
            check_integrity(connection)
            _assert_ours(connection)
            _make_durable(connection)
    except DiaryError:
        connection.close()
        raise
    return connection


def reopen(path: Path, key: bytes, *, read_only: bool) -> Connection:
    """Another connection to a database with a hurt page, whose other pages can still be read.

    Raises `DiaryDamaged` if too little is left.
    """
    connection = connect(path, key, read_only=read_only)
    try:
        _make_durable(connection)
    except dbapi2.DatabaseError as error:
        connection.close()
        raise explained(error) or damaged() from error
    return connection


@contextmanager
def copy(source: Connection, path: Path, key: bytes) -> Iterator[Connection]:
    """A keyed copy at `path`, open for changes, then checked and closed.

    Raises `NotSaved`, and `DiaryDamaged` if the copy is not whole.
    """
    made = connect(path, key)
    try:
        source.backup(made)
        source.assert_whole()  # what could not be read is zeros in the copy, under a good checksum
        made.execute("PRAGMA secure_delete = ON")
        made.execute("PRAGMA foreign_keys = ON")  # what is deleted takes with it what is its own
        yield made
        check_thoroughly(made)
    except dbapi2.DatabaseError as error:
        raise explained(error) or error from error
    finally:
        made.close()
    assert_encrypted(path)


def prove(path: Path, key: bytes) -> None:
    """Open a copy anew and check all of it. Raises `DiaryDamaged`, `DiaryTooNew`, `NotEncrypted`.

    An empty file, which SQLite takes for an empty database, is damaged.
    """
    assert_encrypted(path)
    connection = connect(path, key)
    try:
        check_thoroughly(connection)
        _assert_ours(connection)
    except dbapi2.DatabaseError as error:
        raise explained(error) or damaged() from error
    finally:
        connection.close()


def connect(path: Path, key: bytes, *, read_only: bool = False) -> Connection:
    """A keyed connection without any other setting, each statement its own transaction."""
    name = f"{path.absolute().as_uri()}?mode=ro" if read_only else str(path)
    connection = dbapi2.connect(name, isolation_level=None, uri=read_only, factory=DiaryConnection)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    if not connection.execute("PRAGMA cipher_version").fetchone():
        connection.close()
        raise NotEncrypted(
            translate("Database", "This computer’s database library cannot encrypt. Not opened.")
        )
    return connection


def assert_encrypted(path: Path) -> None:
    """Raises `NotEncrypted` if the file is an ordinary SQLite database."""
    with path.open("rb") as file:
        if file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
            raise NotEncrypted(
                translate("Database", "{name} is not encrypted. It was not opened.").format(
                    name=path.name
                )
            )


def check_integrity(connection: Connection) -> None:
    """Raises `DiaryDamaged` if a page is not as it was written."""
    try:
        broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    except dbapi2.DatabaseError as error:
        raise explained(error) or damaged() from error
    if broken:
        raise damaged()


def is_whole(connection: Connection) -> bool:
    """Whether every page is as it was written: a disk may give back nonsense only once."""
    try:
        check_integrity(connection)
    except DiaryError:
        return False
    return True


def check_thoroughly(connection: Connection) -> None:
    """Check the tables and indexes too. Raises `DiaryDamaged`."""
    check_integrity(connection)
    check_tables(connection)


def check_tables(connection: Connection) -> None:
    """Check that tables and indexes agree, whatever the pages say. Raises `DiaryDamaged`."""
    for pragma, whole in (("integrity_check", [("ok",)]), ("foreign_key_check", [])):
        try:
            found = connection.execute(f"PRAGMA {pragma}").fetchall()
        except dbapi2.DatabaseError as error:
            raise explained(error) or damaged() from error
        if found != whole:
            raise damaged()


@contextmanager
def transaction(connection: Connection) -> Iterator[Connection]:
    """All or nothing. Raises `NotSaved` if the disk refuses; what was there before stays."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        connection.assert_whole()  # before what could not be read is written back as zeros
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            with suppress(dbapi2.DatabaseError):
                connection.execute("ROLLBACK")
        if isinstance(error, dbapi2.DatabaseError) and (problem := explained(error)):
            raise problem from error
        raise


def _assert_settled(connection: Connection, path: Path) -> None:
    """SQLite takes an unfinished change back at the first read, and has to write for that."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.OperationalError as error:
        if kind_of(error) != dbapi2.SQLITE_READONLY:
            raise
        raise DiaryReadOnly(
            translate(
                "Database",
                "The last change to this diary was cut short, and taking it back needs a disk that "
                "can be written to. Nothing was changed. Copy the whole folder {folder} to such a "
                "disk and open the copy.",
            ).format(folder=path.parent.name)
        ) from error


def _make_durable(connection: Connection) -> None:
    for name, setting, answer in _DURABLE:
        connection.execute(f"PRAGMA {name} = {setting}")
        (found,) = connection.execute(f"PRAGMA {name}").fetchone()
        if found != answer:
            raise NotSaved(translate("Database", "The diary cannot be kept safely on this disk."))
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    if ("TEMP_STORE=2",) not in connection.execute("PRAGMA compile_options").fetchall():
        raise NotEncrypted(
            translate("Database", "This computer’s database library would write unencrypted files.")
        )


def version_of(connection: Connection) -> int:
    """The format in which a diary was written. Raises `NotRead` or `DiaryDamaged`."""
    with _reading():
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


@contextmanager
def _reading() -> Iterator[None]:
    """Tell what could not be read; while a diary opens, nothing was to be saved."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        raise unread(error) or explained(error) or damaged() from error


def _assert_ours(connection: Connection) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    version = version_of(connection)
    if application != APPLICATION_ID or version < OLDEST:
        raise damaged()
    if version > VERSION:
        raise DiaryTooNew(
            translate("Database", "A newer version of Skin Diary wrote this diary. Please update.")
        )
