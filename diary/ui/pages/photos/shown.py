"""What the Photos page shows: one reading of the diary."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from diary.domain.course import Course
from diary.domain.day import Day
from diary.domain.photo import Photo, View, view_name
from diary.journal import Deleted, Journal
from diary.ui.local import number, short_date
from diary.words import translate


@dataclass(frozen=True, slots=True)
class Tile:
    """A photo with the answers of its day."""

    photo: Photo
    day_number: int
    day: Day

    @property
    def spoken(self) -> str:
        """Such as "Front, 23 Nov, day 54, acne 4"."""
        return translate("Photos", "{view}, {date}, {day}, acne {acne}").format(
            view=view_name(self.photo.view),
            date=short_date(self.photo.taken.on),
            day=day_words(self.day_number),
            acne=score(self.day.acne),
        )


@dataclass(frozen=True, slots=True)
class Month:
    """The photos of a calendar month."""

    first_day: date
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    course: Course
    tiles: tuple[Tile, ...]
    deleted: tuple[Deleted, ...]

    def months(self, view: View | None, *, oldest_first: bool = False) -> list[Month]:
        """The months that have photos of a view, newest first unless asked otherwise."""
        chosen = [tile for tile in self.tiles if view in (None, tile.photo.view)]
        if oldest_first:
            chosen.reverse()
        return [
            Month(first, tuple(tiles))
            for first, tiles in groupby(chosen, lambda tile: tile.photo.taken.on.replace(day=1))
        ]


def read(journal: Journal) -> Shown:
    course = journal.course.get()
    days = {day.on: day for day in journal.days.all()}
    return Shown(
        course,
        tuple(
            Tile(
                photo,
                course.day_number(photo.taken.on),
                days.get(photo.taken.on, Day(photo.taken.on)),
            )
            for photo in reversed(journal.photos.all())
        ),
        tuple(journal.trash.all()),
    )


def day_words(number: int) -> str:
    """Such as "day 54"; the days before the first dose have no number."""
    if number < 1:
        return translate("Photos", "before your course")
    return translate("Photos", "day {n}").format(n=number)


def score(value: int | None) -> str:
    """A score as shown; a dash where there is none."""
    return "–" if value is None else number(value)


def mean(value: float | None) -> str:
    """A mean with its decimal, even where that is 0, so that it is not taken for a score."""
    return "–" if value is None else f"{value:.1f}"


def counted(shown: Shown) -> str:
    """Such as "38 photos on 12 days · first photo on day 1"; empty without photos."""
    if not shown.tiles:
        return ""
    days = len({tile.photo.taken.on for tile in shown.tiles})
    on_days = (
        translate("Photos", "on 1 day") if days == 1 else translate("Photos", "on %n days", days)
    )
    words = f"{photo_count(len(shown.tiles))} {on_days}"
    first = shown.tiles[-1].day_number
    if first < 1:
        return words
    return words + " · " + translate("Photos", "first photo on day {n}").format(n=first)


def photo_count(n: int) -> str:
    return translate("Photos", "1 photo") if n == 1 else translate("Photos", "%n photos", n)
