"""An older copy of a diary is told from a newer one by how many sessions wrote to it."""

import pytest
from sqlcipher3.dbapi2 import DatabaseError

from diary.domain.day import Day
from diary.store import days, generation
from diary.store.vault import Vault
from tests.store.conftest import NOW, ON


def write(vault: Vault, acne: int) -> None:
    with vault.transaction() as connection:
        days.put(connection, Day(ON, acne=acne), NOW)


def test_a_session_counts_once_and_only_if_it_writes(vault: Vault) -> None:
    seen = []
    for writes in (2, 0, 1):
        for acne in range(writes):
            write(vault, acne)
        seen.append(generation.get(vault.connection))
        vault.close()
        vault = Vault.open(vault.folder)
    vault.close()
    assert seen == [1, 1, 2]


def test_a_write_that_did_not_happen_does_not_count(vault: Vault) -> None:
    before = generation.get(vault.connection)
    with pytest.raises(DatabaseError), vault.transaction() as connection:
        connection.execute("INSERT INTO day (on_date) VALUES ('no other column')")
    assert generation.get(vault.connection) == before
    write(vault, 4)
    assert generation.get(vault.connection) == before + 1
