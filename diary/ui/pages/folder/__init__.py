"""The page about the folder of the diary."""

from diary.ui.pages.folder.page import FolderPage

__all__ = ["FolderPage"]
