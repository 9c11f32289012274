"""What the table says of a picture, of many, and of what was done to them."""

from collections.abc import Sequence

from diary.domain.course import Course
from diary.domain.draft import Doubt, Draft, Twin, sentence
from diary.domain.photo import Taken
from diary.ui.local import clock_time, full_date, middle_date, short_date
from diary.words import translate


def when(taken: Taken | None, *, weekday: bool = True) -> str:
    """Such as "Fri 20 Nov 2026, 08:12"."""
    if taken is None:
        return translate("Drafts", "No date")
    day = f"{(middle_date if weekday else short_date)(taken.on)} {taken.on.year}"
    return f"{day}, {clock_time(taken.at)}" if taken.at else day


def day_of(taken: Taken | None, course: Course) -> str:
    if taken is None:
        return "–"
    number = course.day_number(taken.on)
    if number < 1:
        return translate("Drafts", "before")
    return translate("Drafts", "day {number}").format(number=number)


def said_of(draft: Draft, found: Sequence[Doubt]) -> str:
    """Everything there is to check, in sentences."""
    said = [sentence(doubt) for doubt in found]
    if draft.twin_on and draft.twin is not Twin.NONE:
        under = translate("Drafts", "Your diary has it under {day}.")
        said.append(under.format(day=full_date(draft.twin_on)))
    return " ".join(said)


def photos(count: int) -> str:
    if count == 1:
        return translate("Drafts", "1 photo")
    return translate("Drafts", "%n photos", count)


def add_photos(count: int) -> str:
    """What the button that adds says."""
    if count == 0:
        return translate("Drafts", "Add photos")
    if count == 1:
        return translate("Drafts", "Add 1 photo")
    return translate("Drafts", "Add %n photos", count)


def to_check(count: int) -> str:
    if count == 0:
        return translate("Drafts", "Nothing is left to check.")
    if count == 1:
        return translate("Drafts", "1 has something to check; it stands first.")
    return translate("Drafts", "%n have something to check; they stand first.", count)


def choice(count: int) -> str:
    if count == 0:
        return translate("Drafts", "None is chosen.")
    if count == 1:
        return translate("Drafts", "1 is chosen.")
    return translate("Drafts", "%n are chosen.", count)
