"""What the Marks page shows: one photo of the diary with its spots."""

from dataclasses import dataclass, replace

from diary.domain.course import Course
from diary.domain.photo import Photo, View, view_name
from diary.journal import Journal, OnDiary, Sheet
from diary.ui.local import long_date
from diary.words import translate


@dataclass(frozen=True, slots=True)
class Shown:
    """`row` has every photo of the view, oldest first."""

    sheet: Sheet
    row: tuple[Photo, ...]
    course: Course

    @property
    def name(self) -> str:
        """Such as "Front · Monday 23 November · day 54"."""
        photo = self.sheet.photo
        day = self.course.day_number(photo.taken.on)
        number = (
            translate("Marks", "day {n}").format(n=day)
            if day >= 1
            else translate("Marks", "before your course")
        )
        return f"{view_name(photo.view)} · {long_date(photo.taken.on)} · {number}"

    def neighbour(self, by: int) -> Photo | None:
        at = self.row.index(self.sheet.photo) + by
        return self.row[at] if 0 <= at < len(self.row) else None


def read(journal: Journal, on_diary: OnDiary, photo_id: str | None) -> Shown | None:
    """The photo, or without one the last front photo; None where there is no photo."""
    photos = on_diary(journal.photos.all)
    wanted = [photo for photo in photos if photo.id == photo_id]
    front = [photo for photo in photos if photo.view is View.FRONT]
    chosen = (wanted or front or photos)[-1:]
    if not chosen:
        return None
    photo = chosen[0]
    row = tuple(one for one in photos if one.view is photo.view)
    sheet = journal.marks.sheet(photo, on_diary=on_diary)
    return Shown(sheet, row, on_diary(journal.course.get))


def read_again(journal: Journal, on_diary: OnDiary, shown: Shown) -> Shown:
    """The same photo after something was marked or counted."""
    return replace(shown, sheet=journal.marks.again(shown.sheet, on_diary=on_diary))
