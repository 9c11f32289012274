"""How many sessions have written to a diary: tells an older copy from a newer one by no clock."""

from sqlcipher3.dbapi2 import Connection


def get(connection: Connection) -> int:
    row = connection.execute("SELECT number FROM generation").fetchone()
    return int(row[0]) if row else 0


def count(connection: Connection) -> None:
    """One session more; inside the caller's transaction."""
    connection.execute(
        "INSERT INTO generation VALUES (1, 1) ON CONFLICT (only) DO UPDATE SET number = number + 1"
    )
