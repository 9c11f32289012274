"""The vault on disk: the only layer that touches the diary's files."""
