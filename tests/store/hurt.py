"""Ways to hurt a file."""

from pathlib import Path


def changed_at_the_end(path: Path) -> bytes:
    """Its bytes with the last one changed, whatever it is."""
    content = path.read_bytes()
    return content[:-1] + bytes([content[-1] ^ 1])
