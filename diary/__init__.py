"""Skin Diary: a private desktop diary for an isotretinoin acne course."""

__version__ = "0.1.0"
