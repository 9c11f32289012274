"""Marked spots in the database."""

from collections.abc import Iterable

from sqlcipher3.dbapi2 import Connection

from diary.domain.mark import Mark
from diary.domain.photo import Photo
from diary.domain.regions import Region

_COLUMNS = "photo_id, spot, x, y, region, gone"


def of_photo(connection: Connection, photo_id: str) -> tuple[Mark, ...]:
    """The marks of a photo, in an order that stays."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM mark WHERE photo_id = ? ORDER BY spot",  # noqa: S608 - our own names
        (photo_id,),
    )
    return tuple(_mark(row) for row in rows)


def every(connection: Connection) -> list[Mark]:
    """The marks of all photos that are not in the trash."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM mark JOIN photo ON photo.id = photo_id "  # noqa: S608 - our own names
        "WHERE deleted_at IS NULL ORDER BY photo_id, spot"
    )
    return [_mark(row) for row in rows]


def marked_before(connection: Connection, photo: Photo, most: int) -> list[str]:
    """The last photos of the same view before this one on which anything was said of a spot, the
    newest first.
    """
    taken = photo.taken
    rows = connection.execute(
        "SELECT id FROM photo WHERE deleted_at IS NULL AND view = ? "
        "AND EXISTS (SELECT 1 FROM mark WHERE photo_id = photo.id) "
        "AND (taken_on, coalesce(taken_at, ''), id) < (?, ?, ?) "
        "ORDER BY taken_on DESC, taken_at DESC, id DESC LIMIT ?",
        (
            photo.view.value,
            taken.on.isoformat(),
            taken.at.isoformat() if taken.at else "",
            photo.id,
            most,
        ),
    )
    return [photo_id for (photo_id,) in rows]


def put(connection: Connection, photo_id: str, marks: Iterable[Mark]) -> None:
    """Put `marks` in place of all that are on a photo."""
    connection.execute("DELETE FROM mark WHERE photo_id = ?", (photo_id,))
    connection.executemany(
        f"INSERT INTO mark ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own names
        [(photo_id, one.spot, *one.at, one.region.value, one.gone) for one in marks],
    )


def _mark(row: tuple[str, str, float, float, str, int]) -> Mark:
    photo_id, spot, x, y, region, gone = row
    return Mark(photo_id, spot, (x, y), Region(region), bool(gone))
