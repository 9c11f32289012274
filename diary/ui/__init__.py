"""The window; the only folder that opens QtWidgets."""
