"""What is said of backups: when, where and how much."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from diary.domain.backup import ProvenBackup
from diary.ui.local import clock_time, full_date, number

MEGABYTE = 1_000_000


def when(backup: ProvenBackup) -> str:
    """Such as "Last backup: 23 November 2026, 08:14"."""
    return _tr("Last backup: {day}, {time}").format(
        day=full_date(backup.at.date()), time=clock_time(backup.at)
    )


def what_and_where(backup: ProvenBackup) -> str:
    """Such as "Read back whole: 38 photos, 15.2 MB, in /media/usb"."""
    return _tr("Read back whole: {photos}, {size} MB, in {place}").format(
        photos=photos(backup.photos),
        size=number(max(backup.size / MEGABYTE, 0.1), 1),
        place=breakable(backup.target),
    )


def photos(count: int) -> str:
    return _tr("1 photo") if count == 1 else _tr("%n photos", count)


def days(count: int) -> str:
    return _tr("1 day") if count == 1 else _tr("%n days", count)


def breakable(path: str | Path) -> str:
    """A path that may be broken over lines after each folder."""
    return str(path).replace("/", "/\u200b").replace("\\", "\\\u200b")


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("Backups", text, "", n)
