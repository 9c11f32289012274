"""What is remembered of the watched folder: which files were read, and which are dealt with."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlcipher3.dbapi2 import Connection


def marks(connection: Connection) -> dict[str, str | None]:
    """The digest of each file that was read, None for one that is not offered, by its mark."""
    return dict(connection.execute("SELECT mark, digest FROM watched_file").fetchall())


def remember(connection: Connection, digests: Mapping[str, str | None]) -> None:
    connection.executemany("INSERT OR REPLACE INTO watched_file VALUES (?, ?)", digests.items())


def forget(connection: Connection) -> None:
    """Another folder is watched, or none."""
    connection.execute("DELETE FROM watched_file")


def left_out(connection: Connection) -> set[str]:
    return {digest for (digest,) in connection.execute("SELECT digest FROM left_out")}


def leave_out(connection: Connection, digests: Iterable[str], at: datetime) -> None:
    """Offer the files with these SHA-256 no more, also once their photos are erased."""
    stamp = at.isoformat(timespec="seconds")
    rows = [(digest, stamp) for digest in digests]
    connection.executemany("INSERT OR IGNORE INTO left_out VALUES (?, ?)", rows)


def in_diary(connection: Connection) -> set[str]:
    """The SHA-256 of every photo's original, those in the trash among them."""
    return {digest for (digest,) in connection.execute("SELECT digest FROM photo")}
