"""Of a camera whose clock was wrong it is said once, and which photos it took."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from diary.domain.camera_clock import WrongClock, wrong_clocks
from diary.domain.course import Course
from diary.domain.draft import Draft, Twin, with_date
from diary.domain.photo import DateSource, Taken, View

COURSE = Course(date(2026, 10, 1))
NOW = datetime(2026, 11, 23, 8, 14)
CAMERA, PHONE = "Canon PowerShot A590 IS", "Apple iPhone 13"


def taken(on: date, source: DateSource = DateSource.EXIF, offset: int | None = None) -> Taken:
    return Taken(on, time(8, 12), offset, source)


def shot(number: int, on: date, camera: str = CAMERA, *more: Taken, used: bool = True) -> Draft:
    """A photo whose camera says `on`; that is its date where it is `used`."""
    claims = (taken(on), *more)
    name = f"DSC_{number}.jpg"
    return Draft(
        number, name, str(number), claims, claims[0] if used else None, View.FRONT, camera=camera
    )


def days(first: date, count: int = 3, camera: str = CAMERA, *, begin: int = 0) -> list[Draft]:
    return [shot(begin + n, first + timedelta(n), camera) for n in range(count)]


def found(drafts: list[Draft]) -> list[tuple[str, set[int], bool]]:
    return [
        (one.camera, set(one.numbers), one.is_certain) for one in wrong_clocks(drafts, COURSE, NOW)
    ]


def test_dates_that_cannot_be_are_said_of_the_camera_that_wrote_them() -> None:
    beginning = [shot(n, date(1980, 1, 1 + n), used=False) for n in range(4)]
    to_come = days(date(2027, 3, 1), 5, PHONE, begin=10)
    right = days(date(2026, 11, 1), 6, PHONE, begin=20)

    assert found([*beginning, *to_come, *right]) == [
        (PHONE, {10, 11, 12, 13, 14}, True),
        (CAMERA, {0, 1, 2, 3}, True),
    ]


def test_one_or_two_are_left_to_themselves() -> None:
    assert found(days(date(2027, 3, 1), 2)) == []
    assert found([*days(date(2027, 3, 1), 2), *days(date(2027, 3, 1), 2, PHONE, begin=5)]) == []


def test_a_camera_that_lives_years_before_the_course_is_asked_about() -> None:
    assert found(days(date(2008, 5, 17), 4)) == [(CAMERA, {0, 1, 2, 3}, False)]
    assert found(days(date(2025, 5, 17), 4)) == []


def test_a_camera_that_began_anew_among_right_dates_is_found() -> None:
    right = days(date(2026, 11, 1), 4, begin=10)

    assert found([*right, *days(date(2008, 1, 1))]) == [(CAMERA, {0, 1, 2}, False)]
    assert found([*right, *days(date(2008, 5, 17))]) == []


def test_five_years_of_a_phone_are_nothing_to_ask_about() -> None:
    years = [shot(n, date(2021, 1, 1) + timedelta(30 * n), PHONE) for n in range(60)]
    assert found(years) == []


def test_old_photos_that_something_else_dates_too_are_believed() -> None:
    on = date(2021, 5, 17)
    named = [shot(n, on, PHONE, taken(on, DateSource.FILE_NAME)) for n in range(4)]
    zoned = [
        replace(one, claims=(taken(on, offset=120),), taken=taken(on, offset=120))
        for one in days(on, 4, PHONE)
    ]
    assert found(named) == found(zoned) == []


def test_what_is_corrected_or_dated_otherwise_or_known_is_not_spoken_of() -> None:
    wrong = days(date(2027, 3, 1), 4)
    assert found([with_date(one, date(2026, 11, 1)) for one in wrong]) == []
    by_name = taken(date(2026, 11, 1), DateSource.FILE_NAME)
    assert found([replace(one, taken=by_name) for one in wrong]) == []
    assert found([replace(one, twin=Twin.LIVE) for one in wrong]) == []


def test_it_is_said_with_the_camera_if_that_is_known() -> None:
    some = frozenset({1, 2, 3})
    assert WrongClock(CAMERA, some, is_certain=True).sentence == (
        "3 photos of one camera (Canon PowerShot A590 IS) have dates that cannot be: its clock was "
        "probably not set."
    )
    assert WrongClock("", some, is_certain=False).sentence == (
        "3 photos of one camera are dated years before your course. Perhaps its clock was not set."
    )
