"""Preferences in the database: a row of JSON for each that was ever set."""

import json
from datetime import date

from sqlcipher3.dbapi2 import Connection

from diary.domain.labs import LipidUnit
from diary.domain.preferences import Preferences, Tracked


def get(connection: Connection) -> Preferences:
    stored = {key: json.loads(value) for key, value in connection.execute(_SELECT)}
    if not stored:
        return Preferences()
    return Preferences(
        tracked=frozenset(map(Tracked, stored["tracked"])),
        lipid_unit=LipidUnit(stored["lipid_unit"]),
        idle_minutes=stored["idle_minutes"],
        pregnancy_test=stored["pregnancy_test"],
        name=stored["name"],
        born=date.fromisoformat(stored["born"]) if stored["born"] else None,
        contact=stored["contact"],
        emergency_number=stored["emergency_number"],
    )


def put(connection: Connection, preferences: Preferences) -> None:
    values = {
        "tracked": sorted(preferences.tracked),
        "lipid_unit": preferences.lipid_unit,
        "idle_minutes": preferences.idle_minutes,
        "pregnancy_test": preferences.pregnancy_test,
        "name": preferences.name,
        "born": preferences.born and preferences.born.isoformat(),
        "contact": preferences.contact,
        "emergency_number": preferences.emergency_number,
    }
    connection.executemany(
        "INSERT OR REPLACE INTO preference VALUES (?, ?)",
        [(key, json.dumps(value)) for key, value in values.items()],
    )


_SELECT = "SELECT key, value FROM preference"
