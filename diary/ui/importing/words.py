"""What is said of files that the diary has already."""

from collections.abc import Sequence

from diary.domain.draft import Draft
from diary.ui.local import middle_date
from diary.words import translate

NAMED = 5
"""Names that a sentence holds; of more files, the others are counted."""


def in_diary_already(drafts: Sequence[Draft]) -> str:
    """Which files were skipped."""
    if len(drafts) == 1 and drafts[0].twin_on:
        words = translate("Importer", "{name} is in your diary already, on {day}. It was skipped.")
        return words.format(name=drafts[0].file_name, day=middle_date(drafts[0].twin_on))
    names = ", ".join(draft.file_name for draft in drafts[:NAMED])
    if len(drafts) > NAMED:
        names += "…"
    words = translate(
        "Importer", "%n photos are in your diary already and were skipped: {names}", len(drafts)
    )
    return words.format(names=names)
