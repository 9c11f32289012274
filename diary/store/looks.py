"""How the photos were taken, as far as the meter of today has measured it."""

from sqlcipher3.dbapi2 import Connection

from diary.domain.look import METER, Look

_COLUMNS = "sharpness, lightness, brightest, overexposed, cast_a, cast_b, eyes, yaw, pitch, roll"


def put(connection: Connection, photo_id: str, look: Look) -> None:
    connection.execute(
        f"INSERT OR REPLACE INTO look (photo_id, meter, {_COLUMNS}) "  # noqa: S608 - our own names
        f"VALUES ({', '.join('?' * 12)})",
        (
            photo_id,
            METER,
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


def get(connection: Connection, photo_id: str) -> Look | None:
    """The look of a photo; None if it has to be measured, for the first time or anew."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM look WHERE photo_id = ? AND meter = ?",  # noqa: S608
        (photo_id, METER),
    ).fetchone()
    return Look(*row) if row else None


def every(connection: Connection) -> dict[str, Look]:
    """The looks of all photos that have been measured, by photo."""
    rows = connection.execute(
        f"SELECT photo_id, {_COLUMNS} FROM look WHERE meter = ?",  # noqa: S608 - our own names
        (METER,),
    )
    return {photo_id: Look(*values) for photo_id, *values in rows}
