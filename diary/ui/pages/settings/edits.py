"""The writes of the Settings page, each undoable by itself."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, TypedDict, Unpack

from diary.domain.backup import BackupEvery
from diary.domain.labs import LipidUnit
from diary.domain.preferences import Preferences, Tracked
from diary.journal import Journal
from diary.ui.session import Session


class Choices(TypedDict, total=False):
    """Fields of `Preferences` by name."""

    tracked: frozenset[Tracked]
    lipid_unit: LipidUnit
    idle_minutes: int
    pregnancy_test: bool
    name: str
    born: date | None
    contact: str
    emergency_number: str
    backup_folder: str
    backup_every: BackupEvery
    backup_limit_days: int
    cover_photos: bool


def change(session: Session, text: str, before: Preferences, **choices: Unpack[Choices]) -> None:
    """Save `choices`, undoable as `text`; the others stay as they are on disk."""
    old = {name: getattr(before, name) for name in choices}
    if old != choices:
        do = partial(_choose, dict(choices))
        session.push(text, do, partial(_choose, old), changed=session.preferences_changed.emit)


def _choose(choices: Mapping[str, Any], journal: Journal) -> None:
    journal.set_preferences(replace(journal.preferences(), **choices))
