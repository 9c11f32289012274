"""A time of day, typed; it may stay empty."""

import re
from datetime import time

from diary.ui.local import clock_time
from diary.ui.widgets.field import Field

_TIME = re.compile(r"(\d{1,2})[:.h](\d\d)\s*([ap]m)?", re.IGNORECASE)
NOON = 12


class TimeField(Field):
    def __init__(self, title: str, *, hint: str = "") -> None:
        super().__init__(title, hint=hint, placeholder=clock_time(time(8, 14)))

    def set_value(self, at: time | None) -> None:
        self.set_text(clock_time(at) if at else "")

    def value(self) -> time | None:
        """The time; None if nothing, or nothing that is a time, is typed."""
        found = _TIME.fullmatch(self.text().strip())
        if not found:
            return None
        hour, half = int(found[1]), (found[3] or "").lower()
        if half and not 1 <= hour <= NOON:
            return None
        if half:
            hour = hour % NOON + (NOON if half == "pm" else 0)
        try:
            return time(hour, int(found[2]))
        except ValueError:
            return None

    def is_readable(self) -> bool:
        """Whether it is empty or a time; if not, this is said."""
        readable = not self.text().strip() or self.value() is not None
        if not readable:
            self.set_error(self.tr("Type a time like 08:14, or leave it empty."))
        return readable
