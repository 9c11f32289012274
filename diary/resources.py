"""Find the files that designers and translators edit."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "resources").is_dir():
        return checkout / "resources"
    return _PACKAGE / "_resources"


def path(name: str) -> Path:
    """The file `name` of `resources/`, in a checkout or in an installed package."""
    return _root() / name
