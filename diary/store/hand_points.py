"""Places that the patient pointed at, the same on two photos, in the database."""

from itertools import groupby
from operator import itemgetter

from sqlcipher3.dbapi2 import Connection

from diary.domain.alignment import Pair, Pointed


def get(connection: Connection, fixed_id: str, moving_id: str) -> tuple[Pair, ...]:
    """The places on these two photos in the order of their numbers, or none."""
    return tuple(
        ((x, y), (u, v))
        for _, x, y, u, v in connection.execute(
            "SELECT number, fixed_x, fixed_y, moving_x, moving_y FROM hand_point "
            "WHERE fixed_id = ?1 AND moving_id = ?2 "
            "UNION ALL "
            "SELECT number, moving_x, moving_y, fixed_x, fixed_y FROM hand_point "
            "WHERE fixed_id = ?2 AND moving_id = ?1 "
            "ORDER BY number",
            (fixed_id, moving_id),
        )
    )


def put(connection: Connection, fixed_id: str, moving_id: str, pairs: tuple[Pair, ...]) -> None:
    """Put `pairs` in place of what was pointed at on these two photos."""
    connection.execute(
        "DELETE FROM hand_point WHERE (fixed_id = ?1 AND moving_id = ?2) "
        "OR (fixed_id = ?2 AND moving_id = ?1)",
        (fixed_id, moving_id),
    )
    connection.executemany(
        "INSERT INTO hand_point VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (fixed_id, moving_id, number, *fixed, *moving)
            for number, (fixed, moving) in enumerate(pairs, start=1)
        ],
    )


def every(connection: Connection) -> list[Pointed]:
    """What was pointed at on photos that are not in the trash."""
    rows = connection.execute(
        "SELECT fixed_id, moving_id, fixed_x, fixed_y, moving_x, moving_y FROM hand_point "
        "JOIN photo AS fixed ON fixed.id = fixed_id JOIN photo AS moving ON moving.id = moving_id "
        "WHERE fixed.deleted_at IS NULL AND moving.deleted_at IS NULL "
        "ORDER BY fixed_id, moving_id, number"
    )
    return [
        Pointed(fixed_id, moving_id, tuple(((x, y), (u, v)) for _, _, x, y, u, v in places))
        for (fixed_id, moving_id), places in groupby(rows, key=itemgetter(0, 1))
    ]


def joined(connection: Connection) -> set[tuple[str, str]]:
    """Which photos were pointed at together."""
    return set(connection.execute("SELECT DISTINCT fixed_id, moving_id FROM hand_point"))
