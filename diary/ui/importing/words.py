"""What is said of a batch once it is read or added."""

from collections.abc import Sequence
from datetime import date

from diary.domain.draft import Draft
from diary.domain.photo import Photo
from diary.journal import Journal
from diary.ui.local import middle_date
from diary.words import translate

NAMED = 5
"""Names that a sentence holds; of more files, the others are counted."""


def looking_for_pictures(found: int) -> str:
    """How far the search through a folder is."""
    if found == 1:
        return translate("Importer", "Looking for pictures: 1 found")
    return translate("Importer", "Looking for pictures: %n found", found)


def in_diary_already(drafts: Sequence[Draft]) -> str:
    """Which files were skipped."""
    if len(drafts) == 1 and drafts[0].twin_on:
        words = translate("Importer", "{name} is in your diary already, on {day}. It was skipped.")
        return words.format(name=drafts[0].file_name, day=middle_date(drafts[0].twin_on))
    names = listed([draft.file_name for draft in drafts])
    words = translate(
        "Importer", "%n photos are in your diary already and were skipped: {names}", len(drafts)
    )
    return words.format(names=names)


def only_the_first(names: Sequence[str]) -> str:
    """Of files that hold several pictures, such as an animation."""
    if len(names) == 1:
        words = translate("Importer", "“{name}” holds several pictures; its first one was added.")
        return words.format(name=names[0])
    words = translate(
        "Importer",
        "%n files hold several pictures; the first one of each was added: {names}",
        len(names),
    )
    return words.format(names=listed(names))


def remarks_on(journal: Journal, photos: Sequence[Photo]) -> list[str]:
    """A line for each photo of which there is something to say before it is compared.

    The newest first: a batch may reach back for years.
    """
    lines, this_year = [], journal.today().year
    for photo in sorted(photos, key=_when, reverse=True):
        said = journal.photos.remarks(photo)
        if said:
            on = photo.taken.on
            day = middle_date(on) if on.year == this_year else f"{middle_date(on)} {on.year}"
            lines.append(f"{photo.file_name}, {day}: {' '.join(said)}")
    return lines


def _when(photo: Photo) -> tuple[date, str]:
    return photo.taken.on, photo.taken.at.isoformat() if photo.taken.at else ""


def how_taken(lines: Sequence[str]) -> str:
    """The lines that `remarks_on` gave, under one head; of many, the others are counted."""
    head = translate("Importer", "Added as they are. Worth knowing when you compare:")
    shown = [head, *lines[:NAMED]]
    if len(lines) > NAMED:
        shown.append(translate("Importer", "… and %n more photos", len(lines) - NAMED))
    return "\n".join(shown)


def listed(names: Sequence[str]) -> str:
    return ", ".join(names[:NAMED]) + ("…" if len(names) > NAMED else "")
