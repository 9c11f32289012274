"""Steps outside the pages: first run and unlocking."""
