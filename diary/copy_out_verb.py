"""The verb that saves copies of photos outside the diary."""

import argparse
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from diary.domain.photo import Photo
from diary.errors import DiaryDamaged, InvalidInput, PhotoRefused
from diary.journal import Journal
from diary.verbs import Say, complain, opened
from diary.words import translate

if TYPE_CHECKING:
    from diary.journal import CopyOut


def copy_out(options: argparse.Namespace, say: Say) -> int:
    """Save what can be saved; 1 if any photo could not be copied, each named on stderr."""
    journal = opened(options)
    saved, refused = [], 0
    try:
        chosen = _chosen(journal, options)
        for photo in chosen:
            try:
                saved.append(_save(journal, photo, options))
            except (PhotoRefused, DiaryDamaged) as error:
                refused += 1
                complain(f"{photo.taken.on} {photo.view}: {error}")
    finally:
        journal.close()
    words = translate("Verbs", "{saved} saved, {refused} could not be copied.")
    say(words.format(saved=len(saved), refused=refused), saved)
    return 1 if refused else 0


def _chosen(journal: Journal, options: argparse.Namespace) -> list[Photo]:
    first, last = options.first or date.min, options.last or date.max
    photos = [
        photo
        for photo in journal.photos.all()
        if first <= photo.taken.on <= last and options.view in (None, photo.view)
    ]
    if not photos:
        raise InvalidInput(translate("Verbs", "There is no such photo in the diary."))
    if len(photos) > 1 and not options.out.is_dir():
        words = translate(
            "Verbs",
            "These are {count} photos. Name a folder that is there with --out, or say which photo"
            " with --from, --to and --view.",
        )
        raise InvalidInput(words.format(count=len(photos)))
    return photos


def _save(journal: Journal, photo: Photo, options: argparse.Namespace) -> dict[str, object]:
    copies = journal.copies_out
    data = copies.data(photo)
    copy = copies.original(data) if options.original else copies.stripped(data)
    target = _target(journal, photo, copy, options.out)
    copies.save(copy, target)
    return {
        "file": str(target),
        "date": photo.taken.on.isoformat(),
        "view": photo.view.value,
        "bytes": len(copy.data),
        "holds": copies.told(data) if options.original else "",
    }


def _target(journal: Journal, photo: Photo, copy: "CopyOut", out: Path) -> Path:
    """The file that was named, or a new name in the folder that was. Raises `InvalidInput`."""
    if not out.is_dir():
        if out.exists():
            words = translate("Verbs", "{file} is there already. Choose another name.")
            raise InvalidInput(words.format(file=out))
        return out
    plain = out / journal.copies_out.name(photo, copy.ending)
    numbered = (plain.with_stem(f"{plain.stem} ({number})") for number in count(2))
    return next(path for path in chain([plain], numbered) if not path.exists())
