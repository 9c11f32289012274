"""Which photo another one is compared with at a keystroke."""

from collections.abc import Sequence
from enum import StrEnum

from diary.domain.course import Course, months_after
from diary.domain.panels import MOST_DAYS_OFF
from diary.domain.photo import Photo


class Partner(StrEnum):
    FIRST = "first"
    PREVIOUS = "previous"
    MONTH_ONE = "month one"
    MONTH_TWO = "month two"


def partner(which: Partner, of: Photo, photos: Sequence[Photo], course: Course) -> Photo | None:
    """The photo to lay beside `of`; None where there is none but itself.

    `photos` are those of its view, oldest first. A month's photo is the nearest to that many
    calendar months after the first dose, no further off than in the panels.
    """
    places = [place for place, photo in enumerate(photos) if photo.id == of.id]
    if which is Partner.PREVIOUS:
        return photos[places[0] - 1] if places and places[0] > 0 else None
    if which is Partner.FIRST:
        found = photos[0] if photos else None
    else:
        due = months_after(course.start, 1 if which is Partner.MONTH_ONE else 2)
        near = [photo for photo in photos if abs((photo.taken.on - due).days) <= MOST_DAYS_OFF]
        found = min(near, key=lambda photo: abs(photo.taken.on - due), default=None)
    return None if found is None or found.id == of.id else found
