"""Verified copies of the database inside the vault, thinned out with age.

A counter tells their order, never a clock: a date that jumps loses none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from diary.domain.photo import Photo
from diary.store import files, photos
from diary.store.vault import Vault

FOLDER = "snapshots"

LAST, DAYS, WEEKS, MONTHS = 10, 14, 8, 12
"""How many are kept: of the last ones, and one of each of so many days, weeks and months."""

_NAME = re.compile(r"(\d{6,})-(\d{8}T\d{4})Z\.db")
_STAMP = "%Y%m%dT%H%M"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of the database; `at` is in UTC and only told, never compared."""

    number: int
    at: datetime
    path: Path


def listed(folder: Path) -> list[Snapshot]:
    """The snapshots in a vault or a mirror, oldest first."""
    found = []
    for path in (folder / FOLDER).glob("*.db"):
        match = _NAME.fullmatch(path.name)
        if match:
            at = _time(match[2])
            if at is not None:
                found.append(Snapshot(int(match[1]), at, path))
    return sorted(found, key=lambda one: (one.number, one.path.name))


def following(folder: Path, now: datetime) -> Snapshot:
    """The snapshot that comes next in a vault or a mirror; `now` is local time."""
    number = max((one.number for one in listed(folder)), default=0) + 1
    at = _utc(now)
    name = f"{number:06}-{at.strftime(_STAMP)}Z.db"
    return Snapshot(number, at, folder / FOLDER / name)


def take(vault: Vault, now: datetime) -> Snapshot:
    """Copy the database, prove the copy, and thin out the older ones.

    Raises `NotSaved`, and `DiaryDamaged` if the copy is not whole; the others stay then.
    """
    with files.disk_errors():
        files.make_folder(vault.folder / FOLDER)
        made = following(vault.folder, now)
        part = vault.folder / "tmp" / made.path.name
        try:
            seal(vault, part)
            files.publish(part, made.path)
        finally:
            remove(part)
        every = listed(vault.folder)
        for old in set(every) - kept(every):
            old.path.unlink(missing_ok=True)
    return made


def workplace(vault: Vault, target: Path) -> Path:
    """Where a copy is made before it goes to `target`: in the vault, where that can be written."""
    return target if vault.read_only else vault.folder / "tmp"


def forget_earlier(vault: Vault, now: datetime) -> None:
    """Take a snapshot and remove all others, so that what was deleted is in none of them.

    Raises as `take` does; nothing is removed then.
    """
    made = take(vault, now)
    with files.disk_errors():
        for one in listed(vault.folder):
            if one != made:
                one.path.unlink(missing_ok=True)
        files.sync_folder(made.path.parent)


def seal(vault: Vault, path: Path) -> None:
    """A copy of the database at `path`, on the disk and proven by opening it anew."""
    remove(path)
    with vault.database_copy(path):
        pass
    prove(vault, path)


def seal_live(vault: Vault, path: Path) -> list[Photo]:
    """The same without what lies in the trash; returns the photos in the copy."""
    remove(path)
    with vault.database_copy(path) as copy:
        for photo in photos.deleted(copy):
            photos.erase(copy, photo.id)
        live = photos.all_live(copy)
    prove(vault, path)
    return live


def prove(vault: Vault, path: Path) -> None:
    """Wait until a copy is on the disk, then read all of it back. Raises `DiaryDamaged`."""
    files.sync_path(path)
    vault.prove_copy(path)


def remove(part: Path) -> None:
    """Remove an unfinished copy and the journal that an error left beside it."""
    part.unlink(missing_ok=True)
    part.with_name(f"{part.name}-journal").unlink(missing_ok=True)


def kept(snapshots: Iterable[Snapshot]) -> set[Snapshot]:
    """Those that stay: the last ones, and the newest of each of the last days, weeks, months."""
    newest_first = sorted(snapshots, key=lambda one: one.number, reverse=True)
    stay = set(newest_first[:LAST])
    for count, label in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        newest: dict[object, Snapshot] = {}
        for one in newest_first:
            newest.setdefault(label(one), one)
        stay.update(list(newest.values())[:count])
    return stay


def _day(one: Snapshot) -> object:
    return one.at.date()


def _week(one: Snapshot) -> object:
    return one.at.isocalendar()[:2]


def _month(one: Snapshot) -> object:
    return one.at.year, one.at.month


def _time(stamp: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _utc(now: datetime) -> datetime:
    try:
        return now.astimezone(UTC)
    except (OSError, OverflowError, ValueError):  # a clock outside what the system converts
        return now.replace(tzinfo=UTC)
