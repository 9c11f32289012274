"""Preferences come back as they were set, also those a diary is too old to know."""

from datetime import date

from diary.domain.labs import LipidUnit
from diary.domain.preferences import Preferences, Tracked
from diary.store import preferences
from diary.store.vault import Vault

SET = Preferences(
    tracked=frozenset({Tracked.MOOD, Tracked.LABS}),
    lipid_unit=LipidUnit.MG,
    idle_minutes=1,
    pregnancy_test=True,
    name="A. Sample",
    born=date(1999, 2, 28),
    contact="desk 3",
    emergency_number="112",
)


def test_every_preference_comes_back_as_it_was_set(vault: Vault) -> None:
    for chosen in (SET, Preferences()):
        preferences.put(vault.connection, chosen)
        assert preferences.get(vault.connection) == chosen


def test_a_preference_that_was_never_set_is_the_default(vault: Vault) -> None:
    assert preferences.get(vault.connection) == Preferences()
    preferences.put(vault.connection, SET)
    vault.connection.execute("DELETE FROM preference WHERE key = 'idle_minutes'")
    found = preferences.get(vault.connection)
    assert found.idle_minutes == Preferences().idle_minutes
    assert found.name == SET.name


def test_a_preference_of_a_later_version_is_left_alone(vault: Vault) -> None:
    vault.connection.execute("INSERT INTO preference VALUES ('later', '1')")
    preferences.put(vault.connection, SET)
    assert preferences.get(vault.connection) == SET
    kept = vault.connection.execute("SELECT value FROM preference WHERE key = 'later'").fetchall()
    assert kept == [("1",)]
