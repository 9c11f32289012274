"""Numbers as people type them."""

import re

from diary.errors import InvalidInput
from diary.words import translate

_NUMBER = re.compile(r"\d+([.,]\d+)?")
_DASH = re.compile(r"\s*[-–−]\s*")


def read_number(text: str) -> float | None:
    """The number in `text`, with a point or a comma; `None` if nothing is typed.

    Raises `InvalidInput` if it is anything else.
    """
    text = text.strip()
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise InvalidInput(
            translate("Typed", "“{text}” is not a number. Type it like 37.5.").format(text=text)
        )
    return float(text.replace(",", "."))


def read_range(text: str) -> tuple[float, float] | None:
    """Two numbers with a dash between, or one number for both; `None` if nothing is typed.

    Raises `InvalidInput`.
    """
    numbers = [read_number(part) for part in _DASH.split(text.strip(), maxsplit=1)]
    low, high = numbers[0], numbers[-1]
    if low is None and high is None:
        return None
    if low is None or high is None:
        raise InvalidInput(translate("Typed", "Type a range like 120–150."))
    return low, high
