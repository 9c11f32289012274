"""Where photos and their dates stand on the axis of days."""

from datetime import date, timedelta

import pytest

from diary.ui.pages.compare.places import axis, middles, untouching

FIRST = date(2026, 10, 1)
THUMB = 42


def days(*numbers: int) -> list[date]:
    return [FIRST + timedelta(days=number - 1) for number in numbers]


def test_a_course_fills_the_room_day_by_day() -> None:
    where = axis(days(1, 15, 54), days(54)[0], THUMB, 1000)
    assert where.width == pytest.approx(1000)
    assert where.x(days(1)[0]) == THUMB / 2
    assert where.x(days(54)[0]) == 1000 - THUMB / 2
    assert where.x(days(15)[0]) - where.x(days(1)[0]) == pytest.approx(14 / 53 * (1000 - THUMB))


def test_a_photo_every_day_makes_the_strip_wider_than_the_room() -> None:
    daily = days(*range(1, 181))
    where = axis(daily, daily[-1], THUMB, 1000)
    assert where.per_day > THUMB
    assert where.width > 5000


def test_photos_of_one_day_can_be_told_apart() -> None:
    same = days(1, 1, 1, 30)
    where = axis(same, same[-1], THUMB, 1000)
    first, second, third, last = middles(same, where, THUMB)
    assert first < second < third < last
    assert second - first == pytest.approx(0.35 * THUMB)
    assert last == where.x(same[-1])


def test_many_photos_of_a_day_stay_before_the_next_day() -> None:
    many = days(*[1] * 20, 2)
    where = axis(many, days(54)[0], THUMB, 1000)
    places = middles(many, where, THUMB)
    assert places == sorted(places)
    assert places[-1] == where.x(many[-1])
    assert places[-2] < places[-1]


def test_one_day_alone_has_an_axis() -> None:
    where = axis(days(1, 1), days(1)[0], THUMB, 400)
    assert where.x(days(1)[0]) == THUMB / 2


def test_labels_that_would_touch_are_left_out_and_the_chosen_ones_stay() -> None:
    labels = [(0.0, 40.0, False), (30.0, 70.0, True), (74.0, 110.0, False), (112.0, 150.0, False)]
    assert untouching(labels, 4) == [1, 2]
