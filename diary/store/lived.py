"""Whether the computer's date is to be believed, by the days on which the diary was written to.

A clock that jumps ahead for a session, or for a few days, must not let anything expire.
"""

from datetime import date, datetime, timedelta
from itertools import pairwise

from sqlcipher3.dbapi2 import Connection

PAUSE = timedelta(days=45)
"""Without a change for longer, either the diary was put aside or the date has jumped."""

DAYS = 5
"""Days of use after such a pause until the date is believed: a wrong clock is noticed by then."""

_STAMPS = """
SELECT DISTINCT date(at) FROM (
    SELECT changed_at AS at FROM day
    UNION SELECT added_at FROM photo
    UNION SELECT deleted_at FROM photo
    UNION SELECT checked_at FROM photo
    UNION SELECT at FROM proven_backup
) WHERE at <= ? ORDER BY 1 DESC
"""


def up_to(connection: Connection, now: datetime) -> bool:
    """Whether the diary was in use up to `now`: without a long pause, or for days since the last.

    `now` is local time.
    """
    stamps = connection.execute(_STAMPS, (now.isoformat(timespec="seconds"),)).fetchall()
    used = sorted({now.date(), *(date.fromisoformat(on) for (on,) in stamps)}, reverse=True)
    for count, (later, earlier) in enumerate(pairwise(used), start=1):
        if later - earlier > PAUSE:
            return count > DAYS
    return True
