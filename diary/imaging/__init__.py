"""Pixels: reading, dating and turning pictures."""
