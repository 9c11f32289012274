"""Settings: what to track, how it looks, when it locks, whom to call, and a backup."""

from diary.ui.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
