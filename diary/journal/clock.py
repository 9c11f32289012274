"""The one clock: what "today" and "now" are, in local time."""

import os
from collections.abc import Callable
from datetime import date, datetime

from diary.errors import InvalidInput
from diary.words import translate

Clock = Callable[[], datetime]

TODAY = "SKIN_DIARY_TODAY"
"""Names a date that stands for today in tests and demonstrations."""


def now() -> datetime:
    """Local time, on the date that `SKIN_DIARY_TODAY` names if it is set.

    Raises `InvalidInput` if what it names is no date.
    """
    named = os.environ.get(TODAY)
    if not named:
        return datetime.now()
    try:
        return datetime.combine(date.fromisoformat(named), datetime.now().time())
    except ValueError as error:
        raise InvalidInput(
            translate("Clock", "{name} must be a date such as 2026-11-23, not “{value}”.").format(
                name=TODAY, value=named
            )
        ) from error
