"""Which photo a photo is compared with at a keystroke."""

from datetime import date, timedelta

import pytest

from diary.domain.course import Course
from diary.domain.partner import Partner, partner
from diary.domain.photo import DateSource, Photo, Taken, View

START = date(2026, 10, 1)


def photo(day: int) -> Photo:
    taken = Taken(START + timedelta(days=day - 1), None, None, DateSource.TYPED)
    return Photo(str(day), View.FRONT, taken, "", "", 1, "image/jpeg", "", 3, 4)


PHOTOS = [photo(day) for day in (1, 8, 30, 34, 50, 65)]


def found(which: Partner, of: int) -> str | None:
    chosen = partner(which, photo(of), PHOTOS, Course(START))
    return chosen.id if chosen else None


@pytest.mark.parametrize(
    ("which", "day"),
    [
        (Partner.FIRST, "1"),
        (Partner.PREVIOUS, "34"),
        (Partner.MONTH_ONE, "30"),
        (Partner.MONTH_TWO, "65"),
    ],
)
def test_the_photo_for(which: Partner, day: str) -> None:
    assert found(which, 50) == day


def test_a_photo_is_not_compared_with_itself() -> None:
    assert found(Partner.FIRST, 1) is None
    assert found(Partner.PREVIOUS, 1) is None
    assert found(Partner.MONTH_ONE, 30) is None


def test_a_photo_more_than_a_week_off_stands_for_no_month() -> None:
    far = [photo(1), photo(20), photo(50)]
    assert partner(Partner.MONTH_ONE, far[2], far, Course(START)) is None
    assert partner(Partner.MONTH_ONE, photo(1), [], Course(START)) is None
