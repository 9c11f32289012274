"""Photos in the database: what is known of each; the pictures are sealed objects."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlcipher3.dbapi2 import Connection

from diary.domain.photo import DateSource, Photo, Taken, View
from diary.store import lived

KEPT_IN_TRASH = timedelta(days=30)
"""How long a deleted photo can be brought back."""

_COLUMNS = (
    "id, view, taken_on, taken_at, utc_offset, date_source, digest, object_name, size, mime, "
    "file_name, width, height"
)
_LIVE = f"SELECT {_COLUMNS} FROM photo WHERE deleted_at IS NULL"  # noqa: S608 - our own names
_OLDEST_FIRST = "ORDER BY taken_on, taken_at, id"


def all_live(connection: Connection) -> list[Photo]:
    """Every photo that is not in the trash, oldest first."""
    return [_photo(row) for row in connection.execute(f"{_LIVE} {_OLDEST_FIRST}")]


def on(connection: Connection, day: date) -> list[Photo]:
    rows = connection.execute(f"{_LIVE} AND taken_on = ? {_OLDEST_FIRST}", (day.isoformat(),))
    return [_photo(row) for row in rows]


def get(connection: Connection, photo_id: str) -> Photo | None:
    """The photo, whether it is live or in the trash."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM photo WHERE id = ?",  # noqa: S608 - our own names
        (photo_id,),
    ).fetchone()
    return _photo(row) if row else None


def last_before(connection: Connection, photo: Photo) -> Photo | None:
    """The photo of the same view that was taken last before this one."""
    taken = photo.taken
    row = connection.execute(
        f"{_LIVE} AND view = ? AND (taken_on, coalesce(taken_at, ''), id) < (?, ?, ?) "
        "ORDER BY taken_on DESC, taken_at DESC, id DESC LIMIT 1",
        (
            photo.view.value,
            taken.on.isoformat(),
            taken.at.isoformat() if taken.at else "",
            photo.id,
        ),
    ).fetchone()
    return _photo(row) if row else None


def unmeasured(connection: Connection, meter: str) -> list[Photo]:
    """Live photos whose look no meter of this name has measured, the newest first."""
    rows = connection.execute(
        f"{_LIVE} AND id NOT IN "  # noqa: S608 - our own names
        "(SELECT photo_id FROM look WHERE meter = ?1 OR meter LIKE ?1 || ' %') "
        "ORDER BY taken_on DESC, id",
        (meter,),
    )
    return [_photo(row) for row in rows]


def find(connection: Connection, digest: str) -> tuple[Photo, bool] | None:
    """The photo made from a file with this SHA-256, and whether it is in the trash."""
    row = connection.execute(
        f"SELECT {_COLUMNS}, deleted_at FROM photo WHERE digest = ?",  # noqa: S608 - our own names
        (digest,),
    ).fetchone()
    return (_photo(row[:-1]), row[-1] is not None) if row else None


def add(connection: Connection, photo: Photo, added_at: datetime) -> None:
    connection.execute(
        f"INSERT INTO photo ({_COLUMNS}, added_at) "  # noqa: S608 - our own names
        f"VALUES ({', '.join('?' * 14)})",
        (
            photo.id,
            *_what_and_when(photo),
            photo.digest,
            photo.object_name,
            photo.size,
            photo.mime,
            photo.file_name,
            photo.width,
            photo.height,
            added_at.isoformat(timespec="seconds"),
        ),
    )


def change(connection: Connection, photo: Photo, *, view: View | None, taken: Taken | None) -> None:
    changed = replace(photo, view=view or photo.view, taken=taken or photo.taken)
    connection.execute(
        "UPDATE photo SET view = ?, taken_on = ?, taken_at = ?, utc_offset = ?, date_source = ? "
        "WHERE id = ?",
        (*_what_and_when(changed), photo.id),
    )


def refile(connection: Connection, photo_id: str, object_name: str) -> None:
    """Let the photo's file be another object with the same original."""
    connection.execute("UPDATE photo SET object_name = ? WHERE id = ?", (object_name, photo_id))


def mark_deleted(connection: Connection, photo_id: str, at: datetime | None) -> None:
    """Put the photo's row into the trash, or take it out with `at=None`."""
    stamp = at.isoformat(timespec="seconds") if at else None
    connection.execute("UPDATE photo SET deleted_at = ? WHERE id = ?", (stamp, photo_id))


def expired(connection: Connection, now: datetime) -> list[Photo]:
    """Photos that were deleted longer ago than the trash keeps them.

    None while `now` is not to be believed, nor one that a wrong clock deleted before it was added.
    """
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM photo "  # noqa: S608 - our own names
        "WHERE deleted_at < ? AND deleted_at >= added_at",
        ((now - KEPT_IN_TRASH).isoformat(timespec="seconds"),),
    ).fetchall()
    return [_photo(row) for row in rows] if rows and lived.up_to(connection, now) else []


def deleted(connection: Connection) -> list[Photo]:
    """Every photo in the trash."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM photo WHERE deleted_at IS NOT NULL"  # noqa: S608 - our own names
    )
    return [_photo(row) for row in rows]


def in_trash(connection: Connection) -> list[tuple[Photo, datetime]]:
    """Every photo in the trash and when it was deleted, the last one first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS}, deleted_at FROM photo "  # noqa: S608 - our own names
        "WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id"
    )
    return [(_photo(row[:-1]), datetime.fromisoformat(row[-1])) for row in rows]


def to_check(connection: Connection, now: datetime) -> list[Photo]:
    """Every live photo, those first whose files were never checked, then the longest ago.

    A time still to come was written by a clock that was wrong; it counts as never.
    """
    rows = connection.execute(
        f"{_LIVE} ORDER BY checked_at IS NOT NULL AND checked_at <= ?, checked_at, id",
        (_stamp(now),),
    )
    return [_photo(row) for row in rows]


def count_checked_on(connection: Connection, day: date) -> int:
    """Live photos whose files were found whole on that day."""
    (count,) = connection.execute(
        "SELECT count(*) FROM photo WHERE deleted_at IS NULL AND date(checked_at) = ?",
        (day.isoformat(),),
    ).fetchone()
    return int(count)


def mark_checked(connection: Connection, found_whole: Iterable[Photo], now: datetime) -> None:
    connection.executemany(
        "UPDATE photo SET checked_at = ? WHERE id = ?",
        [(_stamp(now), photo.id) for photo in found_whole],
    )


def _stamp(now: datetime) -> str:
    return now.isoformat(timespec="seconds")


def erase(connection: Connection, photo_id: str) -> None:
    connection.execute("DELETE FROM photo WHERE id = ?", (photo_id,))


def _what_and_when(photo: Photo) -> tuple[object, ...]:
    taken = photo.taken
    at = taken.at.isoformat() if taken.at else None
    return photo.view.value, taken.on.isoformat(), at, taken.offset, taken.source.value


def _photo(row: tuple[str, ...]) -> Photo:
    photo_id, view, taken_on, taken_at, offset, source, *rest = row
    digest, object_name, size, mime, file_name, width, height = rest
    return Photo(
        id=photo_id,
        view=View(view),
        taken=Taken(
            date.fromisoformat(taken_on),
            time.fromisoformat(taken_at) if taken_at else None,
            None if offset is None else int(offset),
            DateSource(source),
        ),
        digest=digest,
        object_name=object_name,
        size=int(size),
        mime=mime,
        file_name=file_name,
        width=int(width),
        height=int(height),
    )
