"""Paired panels: each view at four moments of the course, side by side at equal scale."""

from diary.ui.pages.panels.page import PanelsPage

__all__ = ["PanelsPage"]
