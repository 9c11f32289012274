"""The table in which a batch of pictures is looked at before any of them is added."""

from diary.ui.dialogs.import_review.dialog import Review, review

__all__ = ["Review", "review"]
