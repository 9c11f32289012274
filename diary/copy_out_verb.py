"""The verb that saves copies of photos outside the diary."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from diary.domain.photo import Photo
from diary.errors import DiaryDamaged, InvalidInput, NotSaved, PhotoRefused
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
        for number, photo in enumerate(chosen):
            try:
                saved.append(_save(journal, photo, options))
            except (PhotoRefused, DiaryDamaged) as error:
                refused += 1
                complain(f"{photo.taken.on} {photo.view}: {error}")
            except NotSaved as error:
                if not saved:
                    raise
                refused += len(chosen) - number
                complain(str(error))
                break
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
    if options.out.is_dir():
        target = copies.save_in(options.out, photo, copy)
    else:
        target = options.out
        _assert_fits(target, copy, copies.original(data))
        copies.save(copy, target, replace=options.force)
    return {
        "file": str(target),
        "date": photo.taken.on.isoformat(),
        "view": photo.view.value,
        "bytes": len(copy.data),
        "holds": copies.told(data) if options.original else "",
    }


def _assert_fits(target: Path, copy: "CopyOut", original: "CopyOut") -> None:
    """Raises `InvalidInput` for a name that says another kind of picture than the copy is."""
    if copy.fits(target):
        return
    words = translate("Verbs", "Not saved. The copy is a {kind} file, so its name ends with .{end}")
    said = words.format(kind=copy.kind, end=copy.ending)
    if original.fits(target):
        said = translate("Verbs", "{said}. With --original it stays {kind}").format(
            said=said, kind=original.kind
        )
    raise InvalidInput(f"{said}.")
