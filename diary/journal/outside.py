"""Files that the patient asked for, beside their own: whole or not at all, never in the diary."""

from pathlib import Path

from diary.domain.ids import new_id
from diary.errors import InvalidInput
from diary.journal.watched import Watched
from diary.store import files
from diary.store.long_work import OnDiary
from diary.words import translate


def write(data: bytes, target: Path, diary: Path, watched: Watched, on_diary: OnDiary) -> None:
    """Write a file over what was there before, on any thread; in a watched folder it is no news.

    The part has a name that no other file has, and is readable for this account alone. Raises
    `InvalidInput` inside the folder of the diary, and `OSError`; nothing is left then.
    """
    if target.resolve().is_relative_to(diary.resolve()):
        raise InvalidInput(
            translate("CopyOut", "Not saved. Choose a place outside the diary’s own folder.")
        )
    watched.leave_out_own(data, on_diary)
    part = target.with_name(f".{new_id()}.part")
    try:
        files.write_new(part, data)
        files.publish(part, target)
    except OSError:
        part.unlink(missing_ok=True)
        raise
