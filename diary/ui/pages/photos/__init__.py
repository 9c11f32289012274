"""The gallery: photos by month and view, added, opened large, corrected and deleted."""

from diary.ui.pages.photos.page import PhotosPage

__all__ = ["PhotosPage"]
