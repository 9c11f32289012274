"""A connection that never gives back wrong values, and tells its problems in a sentence.

SQLCipher fills a page that fails its check with zeros and reports that at its next page only: the
end of a long note could be read as nothing, and be copied as that. `cipher_status` says it at once.
"""

from typing import Any, NoReturn

from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection, Cursor

from diary.errors import DiaryDamaged, DiaryError, DiaryInUse, DiskFull, NotRead, NotSaved
from diary.words import translate

_PRIMARY = 0xFF
"""SQLite tells the kind of error in the lowest byte of its code."""

_BY_WORDS = {
    "database or disk is full": dbapi2.SQLITE_FULL,
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "unable to open database file": dbapi2.SQLITE_CANTOPEN,
    "attempt to write a readonly database": dbapi2.SQLITE_READONLY,
    "database disk image is malformed": dbapi2.SQLITE_CORRUPT,
    "file is not a database": dbapi2.SQLITE_NOTADB,
}
"""SQLite's own words, which are the same in every language."""

_NO_PROBLEM = ("1",)


class DiaryConnection(Connection):  # type: ignore[misc]  # sqlcipher3 has no types
    """After one hurt page SQLCipher refuses all others: `is_hurt` asks for another connection."""

    is_hurt = False

    def cursor(self, factory: type[Cursor] | None = None) -> Cursor:
        return super().cursor(factory or _DiaryCursor)

    def assert_whole(self) -> None:
        """Raises `DiaryDamaged` if anything that was read since opening was hurt."""
        status = self.cursor(Cursor).execute("PRAGMA cipher_status").fetchone()
        if status != _NO_PROBLEM:
            self.is_hurt = True
            raise damaged()


class _DiaryCursor(Cursor):  # type: ignore[misc]
    _statement = ""

    def execute(self, statement: str, *values: Any) -> Cursor:
        self._statement = statement
        try:
            return super().execute(statement, *values)
        except dbapi2.DatabaseError as error:
            self._tell(error)

    def fetchone(self) -> Any:
        try:
            row = super().fetchone()
        except dbapi2.DatabaseError as error:
            self._tell(error)
        self._assert_whole()
        return row

    def fetchall(self) -> Any:
        try:
            rows = super().fetchall()
        except dbapi2.DatabaseError as error:
            self._tell(error)
        self._assert_whole()
        return rows

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except dbapi2.DatabaseError as error:
            self._tell(error)
        except StopIteration:
            self._assert_whole()
            raise

    def _assert_whole(self) -> None:
        if self._reads:
            self.connection.assert_whole()

    def _tell(self, error: dbapi2.DatabaseError) -> NoReturn:
        """What failed in a write is told by its transaction."""
        if _is_damage(error):
            self.connection.is_hurt = True
        if self._reads and (problem := unread(error)):
            raise problem from error
        raise error

    @property
    def _reads(self) -> bool:
        return self._statement.startswith("SELECT")


def damaged() -> DiaryDamaged:
    return DiaryDamaged(
        translate(
            "Database",
            "The file diary.db is damaged. Nothing was changed. Restore a backup into a new "
            "folder; your passphrase is not the problem.",
        )
    )


def explained(error: dbapi2.DatabaseError) -> DiaryError | None:
    """The world's doing in a sentence; `None` for a mistake of ours."""
    match kind_of(error):
        case dbapi2.SQLITE_FULL:
            return DiskFull(translate("Database", "Not saved. The disk is full."))
        case dbapi2.SQLITE_READONLY | dbapi2.SQLITE_PERM | dbapi2.SQLITE_CANTOPEN:
            return NotSaved(translate("Database", "Not saved. This folder cannot be written to."))
        case dbapi2.SQLITE_BUSY | dbapi2.SQLITE_LOCKED:
            return NotSaved(translate("Database", "Not saved. Another program uses the diary."))
        case dbapi2.SQLITE_IOERR:
            return NotSaved(translate("Database", "Not saved. The disk reported an error."))
        case _ if _is_damage(error):
            return damaged()
        case _:
            return None


def kind_of(error: dbapi2.DatabaseError) -> int | None:
    """Which of SQLite's results this is; `backup` leaves it out and gives only the words."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return _BY_WORDS.get(str(error)) if code is None else code & _PRIMARY


def unread(error: dbapi2.DatabaseError) -> DiaryError | None:
    """The same as `explained` for what could not be read."""
    match kind_of(error):
        case dbapi2.SQLITE_IOERR | dbapi2.SQLITE_CANTOPEN:
            return NotRead(
                translate(
                    "Database",
                    "The disk did not give back what was asked of diary.db. Nothing was changed. "
                    "Check that the disk is connected and try again.",
                )
            )
        case dbapi2.SQLITE_BUSY | dbapi2.SQLITE_LOCKED:
            return DiaryInUse(
                translate(
                    "Database", "Another program uses the diary. Close it there and try again."
                )
            )
        case _ if _is_damage(error):
            return damaged()
        case _:
            return None


def _is_damage(error: dbapi2.DatabaseError) -> bool:
    return kind_of(error) in {dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB}
