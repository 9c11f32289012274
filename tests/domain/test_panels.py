from datetime import date, time

import pytest

from diary.domain.course import Course
from diary.domain.face import COUNT, Face
from diary.domain.look import Look
from diary.domain.panels import (
    Moment,
    Panel,
    PanelChoice,
    Span,
    all_panels,
    around,
    panels,
    reference,
    whole,
)
from diary.domain.photo import DateSource, Photo, Taken, View
from diary.domain.similarity import Point

COURSE = Course(date(2026, 10, 1))
SPAN = Span(date(2026, 10, 1), date(2026, 12, 20))


def a_photo(on: date, view: View = View.FRONT, at: time | None = None) -> Photo:
    name = f"{view.value}{on:%m%d}{at or ''}"
    taken = Taken(on, at, None, DateSource.EXIF)
    return Photo(name, view, taken, "", "", 0, "image/jpeg", f"{name}.jpg", 240, 320)


FIRST, MIDDLE, LAST = (a_photo(date(2026, m, d)) for m, d in ((10, 1), (11, 1), (12, 19)))


def test_a_photo_the_patient_chose_stands_in_place_of_the_proposed_one() -> None:
    other = a_photo(date(2026, 11, 20))
    row = panels([FIRST, MIDDLE, other, LAST], COURSE, SPAN, {Moment.MONTH_1: other.id})
    assert row[Moment.MONTH_1] == Panel(other, own=True)
    assert row[Moment.NOW] == Panel(LAST)


def test_a_photo_that_was_chosen_is_proposed_nowhere_else() -> None:
    row = panels([FIRST, MIDDLE], COURSE, SPAN, {Moment.MONTH_2: MIDDLE.id})
    assert {moment: panel.photo for moment, panel in row.items()} == {
        Moment.BASELINE: FIRST,
        Moment.MONTH_2: MIDDLE,
    }


def test_a_chosen_photo_that_is_gone_or_too_late_gives_way_to_the_proposed_one() -> None:
    october = Span(SPAN.first, date(2026, 11, 5))
    own = {Moment.NOW: LAST.id, Moment.BASELINE: "deleted"}
    row = panels([FIRST, MIDDLE, LAST], COURSE, october, own)
    assert row == {Moment.BASELINE: Panel(FIRST), Moment.NOW: Panel(MIDDLE)}


def test_a_choice_for_one_view_leaves_the_others_alone() -> None:
    left = a_photo(date(2026, 12, 18), View.LEFT)
    choices = [PanelChoice(View.LEFT, Moment.BASELINE, left.id)]
    rows = all_panels([left, FIRST, LAST], COURSE, SPAN, choices)
    assert rows == {
        View.FRONT: {Moment.BASELINE: Panel(FIRST), Moment.NOW: Panel(LAST)},
        View.LEFT: {Moment.BASELINE: Panel(left, own=True)},
    }


def test_now_is_the_last_photo_of_the_last_day() -> None:
    morning, evening = (a_photo(date(2026, 12, 20), at=time(hour)) for hour in (7, 21))
    row = panels([evening, FIRST, morning], COURSE, SPAN, {})
    assert row[Moment.NOW].photo == evening


def test_the_others_are_laid_over_the_earliest_moment_s_photo() -> None:
    assert reference(panels([LAST, MIDDLE], COURSE, SPAN, {})) == MIDDLE


def a_look(sharpness: float = 0.8, *, overexposed: float = 0.0) -> Look:
    return Look(sharpness, 60, 90, overexposed, 12, 16)


def test_a_sharper_photo_of_the_same_few_days_goes_before_the_nearest() -> None:
    soft, sharp, slightly = (a_photo(date(2026, 11, day)) for day in (1, 3, 2))
    looks = {soft.id: a_look(0.5), sharp.id: a_look(0.8), slightly.id: a_look(0.55)}
    row = panels([FIRST, soft, sharp, slightly, LAST], COURSE, SPAN, {}, looks)
    assert row[Moment.MONTH_1].photo == sharp
    looks[soft.id] = a_look(0.75)
    row = panels([FIRST, soft, sharp, slightly, LAST], COURSE, SPAN, {}, looks)
    assert row[Moment.MONTH_1].photo == soft


def test_a_better_lit_photo_of_the_same_few_days_stands_for_now() -> None:
    last, before, weeks_ago = (a_photo(date(2026, 12, day)) for day in (20, 18, 8))
    looks = {last.id: a_look(overexposed=0.5), before.id: a_look(), weeks_ago.id: a_look()}
    row = panels([FIRST, weeks_ago, before, last], COURSE, SPAN, {}, looks)
    assert row[Moment.NOW].photo == before
    row = panels([FIRST, weeks_ago, last], COURSE, SPAN, {}, looks)
    assert row[Moment.NOW].photo == last


def test_a_photo_that_was_never_measured_is_judged_by_its_day_alone() -> None:
    nearest, sharp = a_photo(date(2026, 11, 1)), a_photo(date(2026, 11, 2))
    row = panels([FIRST, nearest, sharp, LAST], COURSE, SPAN, {}, {sharp.id: a_look()})
    assert row[Moment.MONTH_1].photo == nearest


@pytest.mark.parametrize("places", [[(1.4, 0.5), (1.6, 0.9)], [(0.5, 0.5)] * 2])
def test_a_face_of_which_the_photo_shows_nothing_cuts_nothing(places: list[Point]) -> None:
    face = Face(tuple(places * (COUNT // 2)), 0, 0, 0, 1)
    assert around(face, FIRST) == whole(FIRST)
