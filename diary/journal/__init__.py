"""Everything a person can do with the diary, in the person's words."""

from typing import TYPE_CHECKING

from diary.domain.ids import new_id
from diary.imaging.stopping import Stop
from diary.journal.access import (
    Ways,
    check_recovery_code,
    needs_passphrase,
    ways_into,
    ways_into_backup,
)
from diary.journal.backups import Tested, snapshots_in
from diary.journal.clock import Clock, now
from diary.journal.days import Answers, Days
from diary.journal.gathering import Gathered
from diary.journal.journal import Journal
from diary.journal.many_copies import SavedCopies
from diary.journal.many_copies import save_many as save_copies
from diary.journal.marks import Sheet
from diary.journal.outside import save as save_outside
from diary.journal.photos import Added, InDiary, Outcome, Photos
from diary.journal.place import Place, Standing, copy_diary, sync_warning
from diary.journal.timelapse import Film, SavedFilm
from diary.journal.trash import Deleted
from diary.journal.watched import News, Offered
from diary.store.copies import Contents, Copy
from diary.store.copies import Kind as CopyKind
from diary.store.device import drop as drop_key
from diary.store.device import keep as keep_key
from diary.store.device import kept as kept_key
from diary.store.keys import SHORTEST_PASSPHRASE
from diary.store.long_work import OnDiary, Watch
from diary.store.recovery_code import is_group as is_recovery_group
from diary.store.recovery_code import new_recovery_code

if TYPE_CHECKING:
    from diary.imaging.intake import Picture as Picture
    from diary.imaging.outgoing import CopyOut as CopyOut
    from diary.store.check import Findings as Findings

__all__ = [
    "SHORTEST_PASSPHRASE",
    "Added",
    "Answers",
    "Clock",
    "Contents",
    "Copy",
    "CopyKind",
    "Days",
    "Deleted",
    "Film",
    "Gathered",
    "InDiary",
    "Journal",
    "News",
    "Offered",
    "OnDiary",
    "Outcome",
    "Photos",
    "Place",
    "SavedCopies",
    "SavedFilm",
    "Sheet",
    "Standing",
    "Stop",
    "Tested",
    "Watch",
    "Ways",
    "check_recovery_code",
    "copy_diary",
    "drop_key",
    "is_recovery_group",
    "keep_key",
    "kept_key",
    "needs_passphrase",
    "new_id",
    "new_recovery_code",
    "now",
    "save_copies",
    "save_outside",
    "snapshots_in",
    "sync_warning",
    "ways_into",
    "ways_into_backup",
]
