"""All photos with the scores of their days, read in one go."""

from datetime import date
from functools import lru_cache

from sqlcipher3.dbapi2 import Connection

from diary.domain.album import Entry
from diary.domain.photo import View

_ENTRIES = """
SELECT photo.id, photo.view, photo.taken_on, day.acne,
       (day.lips + day.skin + day.eyes + day.nose) / 4.0
FROM photo LEFT JOIN day ON day.on_date = photo.taken_on
WHERE photo.deleted_at IS NULL
ORDER BY photo.taken_on, photo.taken_at, photo.id
"""
"""A sum with an unanswered site is NULL, as the mean of fewer than four is none."""


def entries(connection: Connection) -> list[Entry]:
    """Every photo that is not in the trash, oldest first."""
    rows = connection.execute(_ENTRIES).fetchall()
    views = {view.value: view for view in View}
    day = lru_cache(maxsize=None)(date.fromisoformat)
    return [
        Entry(photo_id, views[view], day(on), acne, dryness)
        for photo_id, view, on, acne, dryness in rows
    ]
