"""Which two photos are compared as photos go, come back and are chosen."""

from datetime import date, timedelta

from diary.domain.course import Course
from diary.domain.partner import Partner
from diary.domain.photo import DateSource, Photo, Taken, View
from diary.ui.pages.compare.pair import Chosen
from diary.ui.pages.compare.sides import Side

START = date(2026, 10, 1)


def photo(day: int, view: View = View.FRONT) -> Photo:
    taken = Taken(START + timedelta(day - 1), None, None, DateSource.TYPED)
    name = f"{view}{day}"
    return Photo(name, view, taken, name, name, 1, "image/jpeg", f"{name}.jpg", 600, 800)


FIRST, SECOND, THIRD, LEFT = photo(1), photo(10), photo(40), photo(9, View.LEFT)
EVERY = [FIRST, LEFT, SECOND, THIRD, photo(50, View.LEFT)]


def chosen(*asked: Photo) -> Chosen:
    choice = Chosen()
    if asked:
        choice.ask({Side.A: asked[0], Side.B: asked[1]})
    choice.choose_among(EVERY)
    return choice


def shown(choice: Chosen) -> list[Photo]:
    return [choice.pair[side] for side in Side]


def test_the_first_and_the_last_are_compared_unless_others_are_asked_for() -> None:
    assert shown(chosen()) == [FIRST, THIRD]
    assert shown(chosen(SECOND, THIRD)) == [SECOND, THIRD]


def test_a_photo_stands_in_until_the_one_asked_for_is_back() -> None:
    choice = chosen(FIRST, THIRD)
    assert choice.choose_among([FIRST, SECOND])
    assert shown(choice) == [FIRST, SECOND]
    assert not choice.choose_among([FIRST, SECOND])
    assert choice.choose_among(EVERY)
    assert shown(choice) == [FIRST, THIRD]


def test_one_photo_alone_is_compared_with_nothing() -> None:
    choice = chosen(FIRST, THIRD)
    choice.choose_among([THIRD])
    choice.swap()
    choice.pick_partner(Partner.FIRST, Course(START))
    assert choice.pair == {}


def test_a_photo_that_is_picked_for_the_other_side_changes_places() -> None:
    choice = chosen(FIRST, THIRD)
    choice.pick(FIRST, Side.B)
    choice.choose_among(EVERY)
    assert shown(choice) == [THIRD, FIRST]
    choice.pick(SECOND, Side.A)
    choice.choose_among(EVERY)
    assert shown(choice) == [SECOND, FIRST]


def test_another_view_is_compared_near_the_same_days() -> None:
    choice = chosen(SECOND, THIRD)
    choice.look_at(View.LEFT)
    choice.choose_among(EVERY)
    assert shown(choice) == [LEFT, EVERY[-1]]
