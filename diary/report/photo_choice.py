"""Which photo stands for baseline, month 1, month 2 and now."""

from datetime import date, timedelta

from diary.domain.course import BASELINE_DAYS, Course, months_after
from diary.domain.diary import Diary
from diary.domain.photo import Photo, View
from diary.report.options import PhotoColumn, ReportOptions
from diary.report.period import Period, period_of

MOST_DAYS_OFF = 7
"""A photo further from its moment is not shown for it."""

Choice = dict[PhotoColumn, Photo]


def choose(photos: list[Photo], course: Course, period: Period) -> Choice:
    """Pick among one view's photos; each is used once, and a moment may stay empty.

    Baseline is the photo nearest to the first dose, from a week before it to the end of the
    course's first week. Now is the last photo of the period. Months 1 and 2 are the photos nearest
    to one and two calendar months after the first dose.
    """
    left = sorted(
        (photo for photo in photos if photo.taken.on <= period.last),
        key=lambda photo: (photo.taken.on, photo.taken.at is not None, photo.taken.at),
    )
    chosen: Choice = {}
    baseline_ends = course.start + timedelta(days=BASELINE_DAYS - 1)
    early = [photo for photo in left if photo.taken.on <= baseline_ends]
    _take(chosen, left, PhotoColumn.BASELINE, _nearest(early, course.start))
    recent = [photo for photo in left if photo.taken.on >= period.first]
    _take(chosen, left, PhotoColumn.NOW, recent[-1] if recent else None)
    for months, column in ((1, PhotoColumn.MONTH_1), (2, PhotoColumn.MONTH_2)):
        _take(chosen, left, column, _nearest(left, months_after(course.start, months)))
    return chosen


def _take(chosen: Choice, left: list[Photo], column: PhotoColumn, photo: Photo | None) -> None:
    if photo:
        chosen[column] = photo
        left.remove(photo)


def _nearest(photos: list[Photo], to: date) -> Photo | None:
    near = [photo for photo in photos if _days_off(photo, to) <= MOST_DAYS_OFF]
    return min(near, key=lambda photo: _days_off(photo, to), default=None)


def _days_off(photo: Photo, on: date) -> int:
    return abs((photo.taken.on - on).days)


def chosen_photos(diary: Diary, options: ReportOptions) -> dict[View, Choice]:
    """The photos of each ticked view that has one in a ticked column, in the order of the views."""
    period = period_of(diary, options)
    chosen: dict[View, Choice] = {}
    for view in View:
        if view not in options.views:
            continue
        photos = [photo for photo in diary.photos if photo.view is view]
        choice = choose(photos, diary.course, period)
        shown = {column: photo for column, photo in choice.items() if column in options.columns}
        if shown:
            chosen[view] = shown
    return chosen
