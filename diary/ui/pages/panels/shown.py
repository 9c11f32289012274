"""What the Panels page shows: one reading of the diary."""

from dataclasses import dataclass
from datetime import date

from diary.domain.course import Course
from diary.domain.day import Day
from diary.domain.panels import Moment, Panel, Panels, Shot, moment_name, reference
from diary.domain.photo import Photo, View, view_name
from diary.errors import DiaryDamaged
from diary.journal import Journal, OnDiary
from diary.ui.local import number, short_date
from diary.words import translate


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of the page; without a `panel` it is empty."""

    view: View
    moment: Moment
    panel: Panel | None
    over: Photo | None
    """The photo of the row over which it is laid."""
    when: str
    scores: str

    @property
    def name(self) -> str:
        """Such as "Front, Month 1"."""
        return f"{view_name(self.view)}, {moment_name(self.moment)}"


@dataclass(frozen=True, slots=True)
class Shown:
    """`photos` has every photo of a view, oldest first."""

    course: Course
    rows: dict[View, tuple[Cell, ...]]
    photos: dict[View, tuple[Photo, ...]]


def read(journal: Journal) -> Shown:
    course = journal.course.get()
    days = {day.on: day for day in journal.days.all()}
    rows, every = journal.panels.all(), journal.photos.all()
    of_view = {
        view: tuple(photos)
        for view in View
        if (photos := [photo for photo in every if photo.view is view])
    }
    shown = {view: _row(view, rows.get(view, {}), course, days) for view in of_view}
    return Shown(course, shown, of_view)


def _row(view: View, row: Panels, course: Course, days: dict[date, Day]) -> tuple[Cell, ...]:
    cells = []
    for moment in Moment:
        panel = row.get(moment)
        if panel is None:
            cells.append(Cell(view, moment, None, None, "", ""))
        else:
            on = panel.photo.taken.on
            said = when(panel.photo, course), _scores(days.get(on, Day(on)))
            cells.append(Cell(view, moment, panel, reference(row), *said))
    return tuple(cells)


def when(photo: Photo, course: Course) -> str:
    """Such as "23 Nov, day 54"."""
    on = photo.taken.on
    day = course.day_number(on)
    if day < 1:
        return translate("Panels", "{date}, before your course").format(date=short_date(on))
    return translate("Panels", "{date}, day {n}").format(date=short_date(on), n=day)


def _scores(day: Day) -> str:
    """A dash for what was not answered that day."""
    acne = "–" if day.acne is None else number(day.acne)
    dryness = "–" if day.dryness is None else f"{day.dryness:.1f}"
    return translate("Panels", "acne {acne} · dryness {dryness}").format(acne=acne, dryness=dryness)


def picture(journal: Journal, on_diary: OnDiary, photo: Photo, over: Photo) -> Shot | None:
    """The picture for a panel; None if its file is damaged."""
    try:
        return journal.panels.shot(photo, over, on_diary=on_diary)
    except DiaryDamaged:
        return None
