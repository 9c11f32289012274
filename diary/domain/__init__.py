"""What a diary is: frozen values and pure functions, without input or output."""
