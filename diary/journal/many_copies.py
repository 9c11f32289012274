"""Copies of many photos in one folder: what can be copied is, and the patient hears of the rest."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from diary.domain.photo import Photo
from diary.errors import DiaryDamaged, DiaryError, InvalidInput, NotSaved, PhotoRefused, Stopped
from diary.journal.copies_out import CopiesOut
from diary.store.long_work import OnDiary, Watch, at_once, unwatched


@dataclass(slots=True)
class SavedCopies:
    """What became of the photos that copies were asked of.

    `saved` are the files, `refused` the photos that could not be copied.
    `ended` is what kept those after them from being tried: the disk, or `Stopped`.
    """

    asked: int
    saved: list[Path] = field(default_factory=list)
    refused: list[Photo] = field(default_factory=list)
    ended: DiaryError | None = None


def save_many(
    copies: CopiesOut,
    photos: Sequence[Photo],
    folder: Path,
    *,
    original: bool,
    watch: Watch = unwatched,
    on_diary: OnDiary = at_once,
) -> SavedCopies:
    """Save a copy of each under the next name that is free, on any thread.

    A photo that cannot be copied stops nobody; what `watch` raises and a disk that refuses do, and
    what is saved by then is kept.
    """
    done = SavedCopies(len(photos))
    try:
        for number, photo in enumerate(photos):
            watch(number, len(photos))
            try:
                data = on_diary(partial(copies.data, photo))
                copy = copies.original(data) if original else copies.stripped(data)
            except (DiaryDamaged, PhotoRefused):
                done.refused.append(photo)
            else:
                done.saved.append(copies.save_in(folder, photo, copy, on_diary=on_diary))
    except (NotSaved, InvalidInput, Stopped) as error:
        done.ended = error
    return done
