"""Small versions of the photos: a sealed cache that can be thrown away and made again.

It never gets in the way: what it cannot keep or give back is made again from the original.
"""

from contextlib import suppress
from itertools import chain
from pathlib import Path
from struct import Struct

from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from diary.domain.alignment import Laid
from diary.domain.face import COUNT, Face
from diary.domain.similarity import Similarity
from diary.errors import DiaryDamaged, DiaryError
from diary.store import database, files

_TAG = b"Signature: 8a477f597d28d172789f06886806bc55\n"
"""Tells backup programs that the folder need not be kept: bford.info/cachedir"""

_TABLES = {
    "picture": "photo_id TEXT PRIMARY KEY, thumbnail BLOB NOT NULL, preview BLOB NOT NULL",
    "face": "photo_id TEXT PRIMARY KEY, finder TEXT NOT NULL, found BLOB NOT NULL",
    "laid": "photo_id TEXT, moving_id TEXT, method TEXT NOT NULL, found BLOB NOT NULL, "
    "PRIMARY KEY (photo_id, moving_id)",
}

_BY_PHOTO = [*((table, "photo_id") for table in _TABLES), ("laid", "moving_id")]
"""Where the ids of photos stand."""

_FACE = Struct(f"<{4 + 2 * COUNT}f")
"""Yaw, pitch, roll, presence, then the places."""

_LAID = Struct("<4d?")
"""The similarity, then whether it is sure."""


class PictureCache:
    """512 px thumbnails, 1024 px previews and faces by photo, and how photos lie over each other.

    It is opened at first use.

    With `read_only` it gives what it has and keeps nothing new.
    """

    def __init__(self, vault: Path, key: bytes, *, read_only: bool = False) -> None:
        self._folder = vault / "cache"
        self._path = self._folder / "thumbs.db"
        self._key = key
        self._read_only = read_only
        self._opened: Connection | None = None

    def put(self, photo_id: str, thumbnail: bytes, preview: bytes) -> None:
        self._run("INSERT OR REPLACE INTO picture VALUES (?, ?, ?)", photo_id, thumbnail, preview)

    def thumbnail(self, photo_id: str) -> bytes | None:
        return self._run("SELECT thumbnail FROM picture WHERE photo_id = ?", photo_id)

    def preview(self, photo_id: str) -> bytes | None:
        return self._run("SELECT preview FROM picture WHERE photo_id = ?", photo_id)

    def put_face(self, photo_id: str, finder: str, face: Face | None) -> None:
        """Keep what that finder found on a photo: a face, or that there is none."""
        packed = _packed(face) if face else b""
        self._run("INSERT OR REPLACE INTO face VALUES (?, ?, ?)", photo_id, finder, packed)

    def face(self, photo_id: str, finder: str) -> tuple[Face | None] | None:
        """What was kept of that finder; None if nothing was."""
        kept = self._run(
            "SELECT found FROM face WHERE photo_id = ? AND finder = ?", photo_id, finder
        )
        return None if kept is None else (_unpacked(kept) if kept else None,)

    def put_laid(self, fixed_id: str, moving_id: str, method: str, laid: Laid | None) -> None:
        """Keep how that method laid one photo over another, or that it found no way."""
        packed = b""
        if laid:
            found = laid.similarity
            packed = _LAID.pack(found.a, found.b, found.dx, found.dy, laid.sure)
        statement = "INSERT OR REPLACE INTO laid VALUES (?, ?, ?, ?)"
        self._run(statement, fixed_id, moving_id, method, packed)

    def laid(self, fixed_id: str, moving_id: str, method: str) -> tuple[Laid | None] | None:
        """What was kept of that method; None if nothing was."""
        statement = "SELECT found FROM laid WHERE photo_id = ? AND moving_id = ? AND method = ?"
        kept = self._run(statement, fixed_id, moving_id, method)
        if not kept:
            return None if kept is None else (None,)
        *numbers, sure = _LAID.unpack(kept)
        return (Laid(Similarity(*numbers), sure),)

    def forget(self, *photo_ids: str) -> None:
        """Remove photos' pictures from the disk, and all pictures where that fails."""
        ids = [(one,) for one in photo_ids]
        try:
            connection = self._connection()
            connection.execute("PRAGMA synchronous = EXTRA")  # a power cut must not bring it back
            connection.execute("BEGIN IMMEDIATE")
            for table, column in _BY_PHOTO:
                connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", ids)  # noqa: S608 - our own names
            connection.execute("COMMIT")
            connection.execute("PRAGMA synchronous = OFF")
        except (dbapi2.DatabaseError, DiaryError, OSError):
            self._throw_away()

    def close(self) -> None:
        if self._opened:
            self._opened.close()
            self._opened = None

    def _run(self, statement: str, *values: str | bytes) -> bytes | None:
        try:
            row = self._connection().execute(statement, values).fetchone()
        except DiaryDamaged:
            self._throw_away()
            return None
        except (dbapi2.OperationalError, DiaryError):  # a full disk: what is cached stays good
            return None
        except dbapi2.DatabaseError:
            self._throw_away()
            return None
        except OSError:
            return None
        return row[0] if row else None

    def _connection(self) -> Connection:
        if self._opened is None and self._read_only:
            self._opened = database.connect(self._path, self._key, read_only=True)
        elif self._opened is None:
            files.make_folder(self._folder)
            files.write_new(self._folder / "CACHEDIR.TAG", _TAG)
            self._opened = self._open()
        return self._opened

    def _open(self) -> Connection:
        self._path.touch(mode=files.PRIVATE_FILE)
        connection = database.connect(self._path, self._key)
        try:
            # Losing a thumbnail in a power cut costs nothing: it is made again from the original.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA secure_delete = ON")
            for table, columns in _TABLES.items():
                connection.execute(f"CREATE TABLE IF NOT EXISTS {table} ({columns}) WITHOUT ROWID")
        except dbapi2.DatabaseError:
            connection.close()
            raise
        return connection

    def _throw_away(self) -> None:
        self.close()
        with suppress(OSError):
            for path in (self._path, self._path.with_name("thumbs.db-journal")):
                path.unlink(missing_ok=True)


def _packed(face: Face) -> bytes:
    angles = face.yaw, face.pitch, face.roll, face.presence
    return _FACE.pack(*angles, *chain.from_iterable(face.points))


def _unpacked(kept: bytes) -> Face:
    yaw, pitch, roll, presence, *places = _FACE.unpack(kept)
    return Face(tuple(zip(places[::2], places[1::2], strict=True)), yaw, pitch, roll, presence)
