"""Names for things that have no name of their own."""

from uuid import uuid4


def new_id() -> str:
    """A random UUID: 32 hex digits."""
    return uuid4().hex
