"""Files that the patient asked for, beside their own: whole or not at all, never in the diary.

On any thread. They raise `NameTaken` for a file that is there and not to be replaced, and
`InvalidInput` inside the folder of the diary; nothing is left then, and what was there is kept.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from diary.errors import InvalidInput, NotSaved
from diary.journal.watched import Watched
from diary.store import outside
from diary.store.long_work import OnDiary
from diary.words import reason, translate


def save(data: bytes, target: Path, diary: Path | None, *, replace: bool) -> None:
    """Write a file, readable for this account alone. Raises `NotSaved` as well."""
    with told(target):
        _assert_outside(target, diary)
        outside.write(target, lambda file: file.write(data), replace=replace)


def write_picture(
    data: bytes, target: Path, diary: Path, watched: Watched, on_diary: OnDiary, *, replace: bool
) -> None:
    """Write a picture, which is no news in a watched folder. Raises `OSError` as well."""
    _assert_outside(target, diary)
    watched.leave_out_own(data, on_diary)
    outside.write(target, lambda file: file.write(data), replace=replace)


@contextmanager
def told(target: Path) -> Iterator[None]:
    """Turn the system's refusals into `NotSaved`, which names the file."""
    try:
        yield
    except OSError as error:
        words = translate("Outside", "{name} was not saved: {reason}. Choose another place.")
        raise NotSaved(words.format(name=target.name, reason=reason(error))) from error


def _assert_outside(target: Path, diary: Path | None) -> None:
    if diary and target.resolve().is_relative_to(diary.resolve()):
        raise InvalidInput(
            translate("CopyOut", "Not saved. Choose a place outside the diary’s own folder.")
        )
