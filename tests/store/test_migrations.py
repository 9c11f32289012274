"""An older diary is brought up to date after a copy, all at once or not at all."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from diary.errors import DiaryDamaged, DiskFull
from diary.store import database, days, key_file, migrations, snapshots
from diary.store.keys import KeyBag
from diary.store.restore import restore
from diary.store.vault import Vault
from tests.files import format_1


@pytest.fixture
def old(folder: Path) -> Path:
    return format_1.copy_to(folder)


@pytest.fixture(scope="session")
def bag() -> KeyBag:
    ring = key_file.read(format_1.FOLDER)
    return ring.open_bag(ring.vault_key(passphrase=None, recovery_code=format_1.RECOVERY_CODE))


def open_old(folder: Path) -> Vault:
    return Vault.open(folder, recovery_code=format_1.RECOVERY_CODE)


@pytest.fixture
def connection(old: Path, bag: KeyBag) -> Iterator[Connection]:
    """The old database, open but not yet brought up to date."""
    (old / "tmp").mkdir()
    connection = database.open_existing(old / "diary.db", bag.database)
    yield connection
    connection.close()


def tables(connection: Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master").fetchall()
    return {name: re.sub(r"--[^\n]*|\s", "", sql or "") for name, sql in rows}


def test_an_old_diary_ends_up_with_the_tables_of_a_new_one(vault: Vault, tmp_path: Path) -> None:
    brought = open_old(format_1.copy_to(tmp_path / "old.skindiary"))
    assert tables(brought.connection) == tables(vault.connection)
    assert database.version_of(brought.connection) == database.version_of(vault.connection)
    brought.close()


def test_the_copy_from_before_is_the_old_diary_whole_and_sealed(old: Path, bag: KeyBag) -> None:
    open_old(old).close()
    (copy,) = (old / "snapshots").iterdir()
    database.assert_encrypted(copy)
    connection = database.open_existing(copy, bag.database)
    assert database.version_of(connection) == 1
    assert days.get(connection, format_1.START) == format_1.DIARY.days[0]
    database.check_thoroughly(connection)
    connection.close()


def test_a_diary_of_today_is_not_copied(old: Path) -> None:
    open_old(old).close()
    copies = list((old / "snapshots").iterdir())
    open_old(old).close()
    assert list((old / "snapshots").iterdir()) == copies


def test_a_step_that_fails_leaves_the_diary_as_it_was(
    old: Path, bag: KeyBag, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables(connection)
    broken = "; ".join((migrations.MIGRATIONS[2], "INSERT INTO generation VALUES (2, 2)"))
    monkeypatch.setattr(migrations, "MIGRATIONS", {2: broken})
    with pytest.raises(dbapi2.IntegrityError):
        migrations.bring_up_to_date(connection, old, bag.database)
    assert tables(connection) == before
    assert database.version_of(connection) == 1


def test_rows_that_do_not_fit_together_stop_the_step(
    old: Path, bag: KeyBag, connection: Connection
) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("INSERT INTO care VALUES ('2020-01-01', 'sunscreen')")
    with pytest.raises(DiaryDamaged):
        migrations.bring_up_to_date(connection, old, bag.database)
    assert database.version_of(connection) == 1


def test_a_full_disk_is_said_and_the_diary_opens_once_there_is_room(
    old: Path, bag: KeyBag, connection: Connection
) -> None:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull, match=r"older version.*as it was.*disk is full"):
        migrations.bring_up_to_date(connection, old, bag.database)
    assert database.version_of(connection) == 1
    connection.close()
    vault = open_old(old)
    assert days.get(vault.connection, format_1.START) == format_1.DIARY.days[0]
    vault.close()


def test_a_copy_left_by_a_crash_is_no_obstacle(old: Path) -> None:
    (old / "snapshots").mkdir()
    (old / "snapshots" / "000001-20261123T0714Z.db").write_bytes(b"half")
    open_old(old).close()
    (copy,) = (one for one in snapshots.listed(old) if one.number == 2)
    assert copy.path.stat().st_size > 10_000


def test_the_copy_from_before_can_be_restored_by_itself(old: Path, tmp_path: Path) -> None:
    open_old(old).close()
    (copy,) = snapshots.listed(old)
    made = restore(copy.path, tmp_path / "new", recovery_code=format_1.RECOVERY_CODE)
    assert days.get(made.vault.connection, format_1.START) == format_1.DIARY.days[0]
    made.vault.close()
