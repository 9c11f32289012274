"""How pictures come from the phone into the diary."""

from diary.ui.dialogs.from_phone.dialog import FromPhone

__all__ = ["FromPhone"]
