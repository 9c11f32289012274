"""What the Photos page shows: one reading of the diary, and its words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from diary.domain.album import Entry
from diary.domain.course import Course
from diary.domain.photo import View, view_name
from diary.domain.timelapse import FEWEST
from diary.journal import Deleted, Journal
from diary.ui.local import day_and_month, number
from diary.words import translate


@dataclass(frozen=True, slots=True)
class Shown:
    """`entries` are all photos, oldest first."""

    course: Course
    today: date
    entries: Sequence[Entry]
    deleted: tuple[Deleted, ...]
    words: str
    """Such as "38 photos on 12 days · first photo on day 1"."""

    @property
    def makes_timelapse(self) -> bool:
        """Whether there are enough photos of any view."""
        counts = Counter(entry.view for entry in self.entries)
        return any(count >= FEWEST for count in counts.values())


def read(journal: Journal) -> Shown:
    course, entries = journal.course.get(), journal.album.entries()
    words = counted(entries, course)
    return Shown(course, journal.today(), entries, tuple(journal.trash.all()), words)


def spoken(entry: Entry, day_number: int) -> str:
    """Such as "Front, 23 November, day 54, acne 4"."""
    return translate("Photos", "{view}, {date}, {day}, acne {acne}").format(
        view=view_name(entry.view),
        date=day_and_month(entry.on),
        day=day_words(day_number),
        acne=score(entry.acne),
    )


def day_words(number: int) -> str:
    """Such as "day 54"; the days before the first dose have no number."""
    if number < 1:
        return translate("Photos", "before your course")
    return translate("Photos", "day {n}").format(n=number)


def day_line(number: int) -> str:
    """As `day_words`, at the head of a line."""
    if number < 1:
        return translate("Photos", "Before your course")
    return translate("Photos", "Day {n}").format(n=number)


def score(value: int | None) -> str:
    """A score as shown; a dash where there is none."""
    return "–" if value is None else number(value)


def mean(value: float | None) -> str:
    """A mean with its decimal, even where that is 0, so that it is not taken for a score."""
    return "–" if value is None else f"{value:.1f}"


def counted(entries: Sequence[Entry], course: Course) -> str:
    """Such as "38 photos on 12 days · first photo on day 1"; empty without photos."""
    if not entries:
        return ""
    days = len({entry.on for entry in entries})
    on_days = (
        translate("Photos", "on 1 day") if days == 1 else translate("Photos", "on %n days", days)
    )
    words = f"{photo_count(len(entries))} {on_days}"
    first = course.day_number(entries[0].on)
    if first < 1:
        return words
    return words + " · " + translate("Photos", "first photo on day {n}").format(n=first)


def photo_count(n: int, view: View | None = None) -> str:
    """Such as "6 photos", or "6 front photos" where only one view is shown."""
    match view:
        case None:
            one, many = translate("Photos", "1 photo"), translate("Photos", "%n photos", n)
        case View.FRONT:
            one = translate("Photos", "1 front photo")
            many = translate("Photos", "%n front photos", n)
        case View.LEFT:
            one = translate("Photos", "1 left photo")
            many = translate("Photos", "%n left photos", n)
        case View.RIGHT:
            one = translate("Photos", "1 right photo")
            many = translate("Photos", "%n right photos", n)
        case View.CHEST:
            one = translate("Photos", "1 chest photo")
            many = translate("Photos", "%n chest photos", n)
        case View.BACK:
            one = translate("Photos", "1 back photo")
            many = translate("Photos", "%n back photos", n)
    return one if n == 1 else many
