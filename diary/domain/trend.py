"""The course of a score: a smoothed line, and the first week beside the last."""

from diary.domain.comparison import Comparison, compare
from diary.domain.smoothing import Series, SmoothPoint, smooth

__all__ = ["Comparison", "Series", "SmoothPoint", "compare", "smooth"]
