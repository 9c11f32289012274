"""The backups that were read back whole, by place."""

from datetime import datetime

from sqlcipher3.dbapi2 import Connection

from diary.domain.backup import BackupKind, ProvenBackup


def put(connection: Connection, backup: ProvenBackup) -> None:
    """Note the newest backup of a place."""
    connection.execute(
        "INSERT OR REPLACE INTO proven_backup (target, kind, at, photos, size) "
        "VALUES (?, ?, ?, ?, ?)",
        (
            backup.target,
            backup.kind.value,
            backup.at.isoformat(timespec="seconds"),
            backup.photos,
            backup.size,
        ),
    )


def every(connection: Connection) -> list[ProvenBackup]:
    """One for each place, the last noted first, whatever the clock said."""
    rows = connection.execute(
        "SELECT target, kind, at, photos, size FROM proven_backup ORDER BY rowid DESC"
    )
    return [
        ProvenBackup(target, BackupKind(kind), datetime.fromisoformat(at), photos, size)
        for target, kind, at, photos, size in rows
    ]
