"""What is remembered outside the diary: where the window was, its look, which diary was open.

Nothing here says anything about the patient's health.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from diary.ui.theme import Scheme

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """A key of the file and the value that stands while there is none."""

    key: str
    default: T


GEOMETRY = Setting("window/geometry", QByteArray())
SCHEME = Setting("window/scheme", Scheme.SYSTEM.value)
LAST_DIARY = Setting("diary/folder", "")
LOCKED = Setting("diary/locked", "")
"""The folder of the diary that was locked and not opened since."""


class Settings:
    """An INI file; a value of the wrong type counts as missing."""

    def __init__(self, file: Path) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def get(self, setting: Setting[T]) -> T:
        kind = type(setting.default)
        value = self._store.value(setting.key, setting.default, type=kind)
        return value if isinstance(value, kind) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        if self.get(setting) != value:
            self._store.setValue(setting.key, value)
            self._store.sync()

    def forget(self, setting: Setting[T]) -> None:
        self._store.remove(setting.key)
        self._store.sync()

    @property
    def scheme(self) -> Scheme:
        """The chosen look; the system's if the file names one that does not exist."""
        named = self.get(SCHEME)
        return Scheme(named) if named in set(Scheme) else Scheme.SYSTEM
