"""How the photos were taken, as far as the meter of today has measured it."""

from sqlcipher3.dbapi2 import Connection

from diary.domain.look import METER, Look

_COLUMNS = "sharpness, lightness, brightest, overexposed, cast_a, cast_b, eyes, yaw, pitch, roll"
_MEASURED = "(meter = ?1 OR meter LIKE ?1 || ' %')"
"""By the meter of today, alone or with a finder of faces."""


def put(connection: Connection, photo_id: str, look: Look, finder: str | None) -> None:
    """Keep a look; `finder` is what looked for the face, if anything did."""
    connection.execute(
        f"INSERT OR REPLACE INTO look (photo_id, meter, {_COLUMNS}) "  # noqa: S608 - our own names
        f"VALUES ({', '.join('?' * 12)})",
        (
            photo_id,
            f"{METER} {finder}" if finder else METER,
            look.sharpness,
            look.lightness,
            look.brightest,
            look.overexposed,
            look.cast_a,
            look.cast_b,
            look.eyes,
            look.yaw,
            look.pitch,
            look.roll,
        ),
    )


def get(connection: Connection, photo_id: str) -> tuple[Look, bool] | None:
    """The look of a photo, and whether a face was looked for; None if it has to be measured."""
    row = connection.execute(
        f"SELECT {_COLUMNS}, meter <> ?1 FROM look WHERE {_MEASURED} AND photo_id = ?2",  # noqa: S608
        (METER, photo_id),
    ).fetchone()
    return (Look(*row[:-1]), bool(row[-1])) if row else None


def every(connection: Connection) -> dict[str, Look]:
    """The looks of all photos that have been measured, by photo."""
    rows = connection.execute(
        f"SELECT photo_id, {_COLUMNS} FROM look WHERE {_MEASURED}",  # noqa: S608 - our own names
        (METER,),
    )
    return {photo_id: Look(*values) for photo_id, *values in rows}
