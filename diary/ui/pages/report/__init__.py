"""The summary for the dermatologist: what goes in, the real pages, saving and printing."""

from diary.ui.pages.report.page import ReportPage

__all__ = ["ReportPage"]
