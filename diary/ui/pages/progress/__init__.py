"""The course as it goes: one figure, a few figures in short, and the same numbers as a table."""

from diary.ui.pages.progress.page import ProgressPage

__all__ = ["ProgressPage"]
