"""What the dermatologist gets: what is said, and how it is set."""
