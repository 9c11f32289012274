"""How a diary of an older format becomes one of today's: a copy first, then one transaction."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from sqlcipher3.dbapi2 import Connection

from diary.errors import NotSaved
from diary.store import database, files
from diary.store.schema import VERSION
from diary.words import translate

_MEMORY = Path(":memory:")

MIGRATIONS: Mapping[int, str] = {
    2: """
    ALTER TABLE photo ADD COLUMN checked_at TEXT;
    CREATE TABLE proven_backup (
        target TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('file', 'mirror')),
        at TEXT NOT NULL,
        photos INTEGER NOT NULL,
        size INTEGER NOT NULL
    );
    CREATE TABLE generation (
        only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL
    )
    """,
    3: """
    CREATE TABLE look (
        photo_id TEXT PRIMARY KEY REFERENCES photo ON DELETE CASCADE,
        meter TEXT NOT NULL,
        sharpness REAL NOT NULL,
        lightness REAL NOT NULL,
        brightest REAL NOT NULL,
        overexposed REAL NOT NULL,
        cast_a REAL NOT NULL,
        cast_b REAL NOT NULL,
        eyes REAL,
        yaw REAL,
        pitch REAL,
        roll REAL
    ) WITHOUT ROWID;
    CREATE TABLE hand_point (
        fixed_id TEXT NOT NULL REFERENCES photo ON DELETE CASCADE,
        moving_id TEXT NOT NULL REFERENCES photo ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 3),
        fixed_x REAL NOT NULL,
        fixed_y REAL NOT NULL,
        moving_x REAL NOT NULL,
        moving_y REAL NOT NULL,
        PRIMARY KEY (fixed_id, moving_id, number)
    ) WITHOUT ROWID;
    CREATE TABLE mark (
        photo_id TEXT NOT NULL REFERENCES photo ON DELETE CASCADE,
        spot TEXT NOT NULL,
        x REAL NOT NULL,
        y REAL NOT NULL,
        region TEXT NOT NULL CHECK (
            region IN ('forehead', 'cheeks', 'nose', 'mouth', 'chin', 'jaw', 'elsewhere')
        ),
        gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
        PRIMARY KEY (photo_id, spot)
    ) WITHOUT ROWID;
    CREATE TABLE panel (
        view TEXT NOT NULL CHECK (view IN ('front', 'left', 'right', 'chest', 'back')),
        moment TEXT NOT NULL CHECK (moment IN ('baseline', 'month 1', 'month 2', 'now')),
        photo_id TEXT NOT NULL REFERENCES photo ON DELETE CASCADE,
        PRIMARY KEY (view, moment)
    ) WITHOUT ROWID;
    CREATE TABLE left_out (
        digest TEXT PRIMARY KEY, at TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE watched_file (
        mark TEXT PRIMARY KEY, digest TEXT
    ) WITHOUT ROWID
    """,
}
"""By the version each leads to. What was released is never changed; a new version is added."""


def bring_up_to_date(connection: Connection, vault: Path, key: bytes) -> None:
    """Give an older diary today's tables; without that, do nothing.

    Raises `NotSaved` or `DiaryDamaged`; the diary is then as it was.
    """
    version = database.version_of(connection)
    if version == VERSION:
        return
    try:
        with files.disk_errors():
            _keep_copy(connection, vault, key)
        with database.transaction(connection):
            _run(connection, version)
            database.check_tables(connection)
    except NotSaved as error:
        raise type(error)(_as_it_was(error)) from error


def to_be_read(connection: Connection, key: bytes) -> Connection:
    """A connection with today's tables to a diary whose file may not be written.

    An older diary is copied into memory for that; `connection` is closed then.
    """
    version = database.version_of(connection)
    if version == VERSION:
        return connection
    try:
        made = database.connect(_MEMORY, key)
        connection.backup(made)
    finally:
        connection.close()
    _run(made, version)
    return made


def _run(connection: Connection, version: int) -> None:
    for step in range(version + 1, VERSION + 1):
        database.run_script(connection, MIGRATIONS[step])
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _keep_copy(connection: Connection, vault: Path, key: bytes) -> None:
    """Put a proven copy of the older database among the snapshots."""
    from diary.store import snapshots  # it knows the vault, which is opened by way of here

    files.make_folder(vault / snapshots.FOLDER)
    kept = snapshots.following(vault, datetime.now()).path
    part = vault / "tmp" / kept.name
    snapshots.remove(part)
    part.touch(mode=files.PRIVATE_FILE)
    with database.copy(connection, part, key):
        pass
    files.sync_path(part)
    database.prove(part, key)
    files.publish(part, kept)


def _as_it_was(error: NotSaved) -> str:
    return translate(
        "Migrations",
        "This diary comes from an older version of Skin Diary and has to be brought up to date "
        "before it opens. That did not work, and the diary is as it was. {reason} You can also "
        "copy the whole folder to a disk with room and open it there.",
    ).format(reason=error)
