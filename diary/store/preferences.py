"""Preferences in the database: a row of JSON for each that was ever set.

A diary written before a preference existed has no row for it and gets its default.
"""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

from sqlcipher3.dbapi2 import Connection

from diary.domain.backup import BackupEvery
from diary.domain.labs import LipidUnit
from diary.domain.preferences import Preferences, Tracked


def get(connection: Connection) -> Preferences:
    stored = dict(connection.execute("SELECT key, value FROM preference").fetchall())
    known = {field.name for field in fields(Preferences)} & stored.keys()
    return Preferences(**{key: _value(key, json.loads(stored[key])) for key in known})


def put(connection: Connection, preferences: Preferences) -> None:
    values = {key.name: _plain(getattr(preferences, key.name)) for key in fields(preferences)}
    connection.executemany(
        "INSERT OR REPLACE INTO preference VALUES (?, ?)",
        [(key, json.dumps(value)) for key, value in values.items()],
    )


_READ: dict[str, Callable[[Any], object]] = {
    "tracked": lambda names: frozenset(map(Tracked, names)),
    "lipid_unit": LipidUnit,
    "backup_every": BackupEvery,
    "born": lambda text: date.fromisoformat(text) if text else None,
}
"""How a preference that JSON has no word for is read; `_plain` is the way back."""


def _value(key: str, stored: Any) -> Any:
    return _READ[key](stored) if key in _READ else stored


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(value)
    return value.isoformat() if isinstance(value, date) else value
