"""What was saved stays, and what could not be saved is said."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from diary.errors import NotSaved
from diary.store import database, key_file
from diary.store.vault import Vault


def count(vault: Vault) -> int:
    (days,) = vault.connection.execute("SELECT count(*) FROM day").fetchone()
    return int(days)


def insert(vault: Vault, on: str) -> None:
    vault.connection.execute("INSERT INTO day (on_date, changed_at) VALUES (?, 'now')", (on,))


@pytest.mark.parametrize(
    ("pragma", "setting"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("fullfsync", 1),
        ("temp_store", 0),
        ("application_id", 0x534B4459),
        ("user_version", 3),
    ],
)
def test_the_database_is_kept_the_safe_way(vault: Vault, pragma: str, setting: object) -> None:
    (found,) = vault.connection.execute(f"PRAGMA {pragma}").fetchone()
    assert found == setting


def test_a_transaction_is_all_or_nothing(vault: Vault) -> None:
    def half() -> None:
        with vault.transaction():
            insert(vault, "2026-01-01")
            raise KeyError

    with pytest.raises(KeyError):
        half()
    assert count(vault) == 1
    with vault.transaction():
        insert(vault, "2026-01-01")
        insert(vault, "2026-01-02")
    assert count(vault) == 3


def test_a_full_database_is_said_and_keeps_what_it_had(vault: Vault) -> None:
    (pages,) = vault.connection.execute("PRAGMA page_count").fetchone()
    vault.connection.execute(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        with vault.transaction():
            for number in range(10_000):
                insert(vault, str(number))

    with pytest.raises(NotSaved, match="The disk is full"):
        fill()
    assert count(vault) == 1


@pytest.fixture
def writer(vault: Vault) -> Iterator[None]:
    """Another program that is writing into the database."""
    ring = key_file.read(vault.folder)
    bag = ring.open_bag(ring.vault_key(passphrase=None, recovery_code=None))
    other = database.connect(vault.folder / "diary.db", bag.database)
    other.execute("BEGIN EXCLUSIVE")
    yield
    other.close()


@pytest.mark.usefixtures("writer")
def test_another_program_in_the_database_is_said(vault: Vault) -> None:
    vault.connection.execute("PRAGMA busy_timeout = 0")
    with pytest.raises(NotSaved, match="Another program"), vault.transaction():
        pass


def test_a_mistake_of_ours_is_not_blamed_on_the_disk(vault: Vault) -> None:
    with pytest.raises(dbapi2.OperationalError, match="no such table"), vault.transaction():
        vault.connection.execute("INSERT INTO nowhere VALUES (1)")


def test_a_crash_half_way_through_a_long_change_is_no_damage(vault: Vault, tmp_path: Path) -> None:
    """Some of the new pages are on the disk then, others not, and between them is a gap."""
    left = tmp_path / "left.skindiary"
    with suppress(InterruptedError), vault.transaction() as connection:
        connection.execute("PRAGMA cache_size = 10")
        for number in reversed(range(100, 150)):
            connection.execute(
                "INSERT INTO day (on_date, note, changed_at) VALUES (?, ?, 'now')",
                (f"{number}", "lost" * 2000),
            )
        shutil.copytree(vault.folder, left)
        raise InterruptedError
    assert (left / "diary.db-journal").stat().st_size > 0
    again = Vault.open(left)
    assert count(again) == count(vault) == 1
    again.close()
