"""The cards of the Today page."""
