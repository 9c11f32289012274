"""Two photos of a view beside each other, over each other, and in turn."""

from diary.ui.pages.compare.page import ComparePage

__all__ = ["ComparePage"]
