"""What can still be read of a hurt database, put over the last whole copy of it.

A page that is hurt keeps its own rows back, and an inner page of a table all those under it. Tables
are read from both ends up to such a page, then row by row where the copy, or the calendar, says
that there may be one.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from diary.domain.dosing import each_day
from diary.errors import DiaryError
from diary.store import database

T = TypeVar("T")
Key = tuple[Any, ...]

_KEYS = {
    "day": ("on_date",),
    "symptom": ("on_date", "name"),
    "care": ("on_date", "name"),
    "photo": ("id",),
    "hand_point": ("fixed_id", "moving_id", "number"),
    "mark": ("photo_id", "spot"),
    "panel": ("view", "moment"),
    "course": ("only",),
    "step": ("first_day",),
    "weight": ("on_date",),
    "lab": ("id",),
    "visit": ("id",),
    "question": ("id",),
    "preference": ("key",),
    "left_out": ("digest",),
    "watched_file": ("mark",),
}
"""What the patient wrote or chose, in an order in which rows can be added, and what names a row."""


def overlay(copy: Connection, hurt: Path, key: bytes) -> int:
    """Bring a copy up to what `hurt` still gives, inside the caller's transaction.

    A row that is gone from the hurt file goes from the copy; one that cannot be read stays as the
    copy has it. Returns how many days are other than they were. The hurt file is only read.
    """
    reader = _Reader(hurt, key)
    before = set(copy.execute("SELECT * FROM day").fetchall())
    try:
        for table, names in _KEYS.items():
            _bring_up(reader, copy, table, names)
    finally:
        reader.close()
    return len(before ^ set(copy.execute("SELECT * FROM day").fetchall()))


class _Reader:
    """Opens the hurt file anew after each page that could not be read."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._connection: Connection | None = None

    def read(self, question: Callable[[Connection], T]) -> tuple[T] | None:
        """The answer; `None` where a hurt page is in its way."""
        try:
            if self._connection is None:
                self._connection = database.reopen(self._path, self._key, read_only=True)
            return (question(self._connection),)
        except (DiaryError, dbapi2.DatabaseError):
            self.close()
            return None

    def keys(self, table: str, names: Iterable[str], direction: str) -> list[Key]:
        """The keys of a table up to the first hurt page."""
        found: list[Key] = []
        order = ", ".join(f"{name} {direction}" for name in names)
        statement = f"SELECT {', '.join(names)} FROM {table} ORDER BY {order}"  # noqa: S608 - our own names

        def collect(connection: Connection) -> None:
            for key in connection.execute(statement):
                found.append(key)  # noqa: PERF402 - what came before the hurt page is kept

        self.read(collect)
        return found

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _candidates(reader: _Reader, copy: Connection, table: str, names: tuple[str, ...]) -> list[Key]:
    first, last = reader.keys(table, names, "ASC"), reader.keys(table, names, "DESC")
    known = copy.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall()  # noqa: S608 - our own names
    between: list[Key] = []
    if table == "day" and first and last and first[-1] < last[-1]:
        gap = date.fromisoformat(first[-1][0]), date.fromisoformat(last[-1][0])
        between = [(on.isoformat(),) for on in each_day(*gap)]
    return sorted({*first, *last, *known, *between})


def _bring_up(reader: _Reader, copy: Connection, table: str, names: tuple[str, ...]) -> None:
    """What is gone goes first: a photo that was added anew has the digest of its old row."""
    where = " AND ".join(f"{name} = ?" for name in names)
    statement = f"SELECT * FROM {table} WHERE {where}"  # noqa: S608 - our own names
    found: list[dict[str, Any]] = []
    for key in _candidates(reader, copy, table, names):
        answer = reader.read(partial(_one, statement=statement, key=key))
        if answer is None:
            continue
        (row,) = answer
        if row is None:
            copy.execute(f"DELETE FROM {table} WHERE {where}", key)  # noqa: S608 - our own names
        else:
            found.append(row)
    for row in found:
        _put(copy, table, names, row)


def _put(copy: Connection, table: str, names: tuple[str, ...], row: dict[str, Any]) -> None:
    changed = [f"{name} = excluded.{name}" for name in row if name not in names]
    upsert = (
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))}) "  # noqa: S608
        f"ON CONFLICT ({', '.join(names)}) DO "
        + (f"UPDATE SET {', '.join(changed)}" if changed else "NOTHING")
    )
    try:
        copy.execute(upsert, tuple(row.values()))
    except dbapi2.IntegrityError:  # a symptom whose day could not be read
        return


def _one(connection: Connection, statement: str, key: Iterable[Any]) -> dict[str, Any] | None:
    cursor = connection.execute(statement, tuple(key))
    row = cursor.fetchone()
    return dict(zip((name for name, *_ in cursor.description), row, strict=True)) if row else None
