"""Everything a person can do with the diary, in the person's words."""

from diary.domain.ids import new_id
from diary.journal.clock import Clock, now
from diary.journal.days import Answers, Days
from diary.journal.journal import Journal
from diary.journal.photos import Added, Outcome, Photos
from diary.store.keys import new_recovery_code
from diary.store.vault import needs_passphrase

__all__ = [
    "Added",
    "Answers",
    "Clock",
    "Days",
    "Journal",
    "Outcome",
    "Photos",
    "needs_passphrase",
    "new_id",
    "new_recovery_code",
    "now",
]
