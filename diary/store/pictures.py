"""Small versions of the photos: a sealed cache that can be thrown away and made again."""

from functools import cached_property
from pathlib import Path

from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from diary.store import database, files

_TAG = b"Signature: 8a477f597d28d172789f06886806bc55\n"
"""Tells backup programs that the folder need not be kept: bford.info/cachedir"""


class PictureCache:
    """512 px thumbnails and 1024 px previews by photo, opened at first use."""

    def __init__(self, vault: Path, key: bytes) -> None:
        self._folder = vault / "cache"
        self._key = key

    def put(self, photo_id: str, thumbnail: bytes, preview: bytes) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO picture VALUES (?, ?, ?)", (photo_id, thumbnail, preview)
        )

    def thumbnail(self, photo_id: str) -> bytes | None:
        return self._get("thumbnail", photo_id)

    def preview(self, photo_id: str) -> bytes | None:
        return self._get("preview", photo_id)

    def forget(self, photo_id: str) -> None:
        self._connection.execute("DELETE FROM picture WHERE photo_id = ?", (photo_id,))

    def close(self) -> None:
        if "_connection" in self.__dict__:
            self._connection.close()
            del self._connection

    def _get(self, column: str, photo_id: str) -> bytes | None:
        row = self._connection.execute(
            f"SELECT {column} FROM picture WHERE photo_id = ?",  # noqa: S608 - our own names
            (photo_id,),
        ).fetchone()
        return row[0] if row else None

    @cached_property
    def _connection(self) -> Connection:
        files.make_folder(self._folder)
        (self._folder / "CACHEDIR.TAG").write_bytes(_TAG)
        path = self._folder / "thumbs.db"
        try:
            return self._open(path)
        except dbapi2.DatabaseError:
            path.unlink()
            return self._open(path)

    def _open(self, path: Path) -> Connection:
        connection = database.connect(path, self._key)
        # Losing a thumbnail in a power cut costs nothing: it is made again from the original.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS picture (photo_id TEXT PRIMARY KEY, "
            "thumbnail BLOB NOT NULL, preview BLOB NOT NULL) WITHOUT ROWID"
        )
        return connection
