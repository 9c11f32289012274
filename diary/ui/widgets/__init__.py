"""Controls drawn once and used on every page."""
