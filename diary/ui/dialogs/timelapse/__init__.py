"""The dialog that makes a time-lapse: how it looks, what is in it, and where it is saved."""

from diary.ui.dialogs.timelapse.choices import views_to_show
from diary.ui.dialogs.timelapse.dialog import TimeLapseDialog

__all__ = ["TimeLapseDialog", "views_to_show"]
