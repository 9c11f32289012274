"""Marking spots on a photo, following them to the next one, counting them by region."""

from diary.ui.pages.marks.page import MarksPage

__all__ = ["MarksPage"]
