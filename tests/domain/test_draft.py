"""What is unsure of a picture before it is added, and how many are corrected at once."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.course import Course
from diary.domain.draft import (
    Doubt,
    Draft,
    Twin,
    clock_error,
    doubts,
    is_complete,
    seen_view,
    sentence,
    shifted,
    short_doubt,
    with_choices,
    with_claim,
    with_clock_set,
    with_date,
    with_sides_swapped,
    with_view,
)
from diary.domain.photo import DateSource, Taken, View

COURSE = Course(date(2026, 10, 1))
NOW = datetime(2026, 11, 23, 8, 14)
EXIF, NAME, FILE = DateSource.EXIF, DateSource.FILE_NAME, DateSource.FILE_TIME


def taken(day: str, at: str | None = "08:12", source: DateSource = EXIF) -> Taken:
    return Taken(date.fromisoformat(day), time.fromisoformat(at) if at else None, None, source)


SURE = Draft(
    0, "IMG_1.jpg", "a", (taken("2026-11-20"),), taken("2026-11-20"), View.FRONT, said=True
)


def found(*drafts: Draft, now: datetime = NOW) -> list[tuple[Doubt, ...]]:
    numbered = [replace(draft, number=number) for number, draft in enumerate(drafts)]
    return doubts(with_choices(numbered), COURSE, now)


def dated(one: Taken | None, *claims: Taken) -> Draft:
    return replace(SURE, taken=one, claims=claims)


def test_a_dated_photo_of_a_view_that_was_said_is_sure() -> None:
    assert found(SURE) == [()]


@pytest.mark.parametrize(
    ("draft", "doubt"),
    [
        (dated(None), Doubt.NO_DATE),
        (dated(taken("2026-11-20", source=FILE)), Doubt.FILE_TIME),
        (dated(taken("2026-09-30")), Doubt.BEFORE_COURSE),
        (dated(taken("2026-11-24", source=DateSource.TYPED)), Doubt.FUTURE),
        (dated(None, taken("1970-01-01")), Doubt.CLOCK),
        (dated(taken("2026-11-20", source=NAME), taken("2031-01-01")), Doubt.CLOCK),
        (
            dated(taken("2026-11-20"), taken("2026-11-20"), taken("2026-11-03", None, NAME)),
            Doubt.DATES_DIFFER,
        ),
        (dated(replace(taken("2026-11-20"), offset=-13 * 60)), Doubt.ZONE),
        (dated(replace(taken("2026-11-20"), offset=61)), Doubt.ZONE),
        (replace(SURE, view=None, said=False), Doubt.NO_VIEW),
        (replace(SURE, seen=View.LEFT), Doubt.OTHER_VIEW),
        (replace(SURE, view=None, said=False, seen=View.RIGHT), Doubt.SIDE),
        (replace(SURE, twin=Twin.LIVE), Doubt.IN_DIARY),
        (replace(SURE, twin=Twin.DELETED), Doubt.DELETED),
    ],
)
def test_what_is_unsure_is_named(draft: Draft, doubt: Doubt) -> None:
    assert found(draft) == [(doubt,)]


def test_the_year_from_which_cameras_count_is_no_date_of_a_photo() -> None:
    (unset,) = found(dated(taken("2000-01-01"), taken("2000-01-01")))
    assert unset == (Doubt.CLOCK, Doubt.BEFORE_COURSE)


def test_a_name_in_utc_or_sent_after_midnight_does_not_contradict_the_camera() -> None:
    camera, name = taken("2026-11-20", "23:50"), taken("2026-11-21", None, NAME)
    assert found(dated(camera, camera, name)) == [()]


@pytest.mark.parametrize("offset", [-720, -210, 0, 345, 840])
def test_time_zones_that_exist_are_believed(offset: int) -> None:
    assert found(dated(replace(taken("2026-11-20"), offset=offset))) == [()]


def test_tomorrow_has_begun_where_the_photo_was_taken() -> None:
    """Kiribati is 14 hours ahead of UTC; half an hour before midnight it is tomorrow there."""
    now = datetime(2026, 11, 23, 23, 30)
    here = now.astimezone().utcoffset()
    assert here is not None
    there = now - here + timedelta(hours=14)
    taken_now = Taken(there.date(), there.time(), 14 * 60, EXIF)
    assert taken_now.on > now.date()
    assert found(dated(taken_now), now=now) == [()]
    to_come = Taken(there.date() + timedelta(days=1), there.time(), 14 * 60, EXIF)
    assert Doubt.FUTURE in found(dated(to_come), now=now)[0]


def test_a_clear_front_needs_no_question_and_a_chest_may_show_the_face() -> None:
    clear = replace(SURE, view=None, said=False, seen=View.FRONT)
    chest = replace(SURE, view=View.CHEST, seen=View.FRONT)
    assert found(clear) == [()]
    assert found(chest) == [()]
    assert with_choices([clear])[0].view is View.FRONT


@pytest.mark.parametrize(
    ("yaw", "view"),
    [
        (0, View.FRONT),
        (-14, View.FRONT),
        (20, None),
        (-20, None),
        (45, View.RIGHT),
        (-45, View.LEFT),
    ],
)
def test_the_nose_tells_the_view_as_others_see_the_face(yaw: float, view: View | None) -> None:
    assert seen_view(yaw) is view


def test_several_photos_of_one_view_and_minute_are_a_burst() -> None:
    burst = [replace(SURE, digest=str(n)) for n in range(2)]
    left = replace(SURE, digest="left", view=View.LEFT)
    later = replace(SURE, digest="later", taken=taken("2026-11-20", "08:13"))
    untimed = [replace(SURE, digest=f"u{n}", taken=taken("2026-11-20", None)) for n in range(2)]
    assert found(*burst, left, later, *untimed) == [(Doubt.BURST,)] * 2 + [()] * 4


def test_the_hour_that_comes_twice_in_autumn_is_no_burst() -> None:
    both = [
        replace(SURE, digest=str(n), taken=Taken(date(2026, 10, 25), time(2, 30), offset, EXIF))
        for n, offset in enumerate((120, 60))
    ]
    assert found(*both) == [(), ()]


def test_a_file_that_comes_twice_is_proposed_once() -> None:
    assert found(SURE, SURE) == [(), (Doubt.TWICE,)]
    drafts = with_choices([SURE, replace(SURE, number=1)])
    assert [draft.included for draft in drafts] == [True, False]


def test_what_the_diary_has_is_left_out_but_a_damaged_photo_is_mended_unasked() -> None:
    twins = [replace(SURE, number=n, digest=str(n), twin=twin) for n, twin in enumerate(Twin)]
    chosen = with_choices(twins)
    assert {draft.twin for draft in chosen if draft.included} == {Twin.NONE, Twin.HURT}
    hurt = replace(SURE, twin=Twin.HURT, taken=None, view=None, said=False)
    assert found(hurt) == [()]
    assert is_complete(hurt, NOW.date())


def test_a_draft_can_be_added_once_it_has_a_view_and_a_day_that_has_begun() -> None:
    assert is_complete(SURE, NOW.date())
    assert not is_complete(replace(SURE, view=None), NOW.date())
    assert not is_complete(replace(SURE, taken=None), NOW.date())
    assert not is_complete(with_date(SURE, date(2026, 12, 24)), NOW.date())


def test_a_view_said_by_hand_is_sure_whatever_the_face_shows() -> None:
    turned = replace(SURE, seen=View.LEFT)
    assert found(with_view(turned, View.FRONT)) == [()]


def test_a_mirrored_selfie_changes_sides_and_nothing_else_does() -> None:
    left = replace(SURE, view=View.LEFT)
    assert with_sides_swapped(left).view is View.RIGHT
    assert with_sides_swapped(with_sides_swapped(left)).view is View.LEFT
    assert with_sides_swapped(SURE) == SURE


def test_a_typed_day_keeps_the_time_that_is_known() -> None:
    typed = with_date(SURE, date(2026, 11, 2))
    assert typed.taken == Taken(date(2026, 11, 2), time(8, 12), None, DateSource.TYPED)
    assert with_date(SURE, date(2026, 11, 2), time(21, 0)).taken == Taken(
        date(2026, 11, 2), time(21, 0), None, DateSource.TYPED
    )


def test_the_date_in_the_files_name_can_be_taken_instead() -> None:
    named = taken("2026-11-03", None, NAME)
    draft = dated(taken("2026-11-20"), taken("2026-11-20"), named)
    assert with_claim(draft, NAME).taken == named
    assert with_claim(SURE, NAME) == SURE


def test_a_shift_by_a_day_keeps_time_and_zone_also_when_the_clocks_change() -> None:
    before = Taken(date(2026, 10, 24), time(2, 30), 120, EXIF)
    after = shifted(replace(SURE, taken=before), timedelta(days=1)).taken
    assert after == Taken(date(2026, 10, 25), time(2, 30), 120, DateSource.TYPED)


def test_a_shift_by_hours_may_change_the_day_and_forgets_the_zone() -> None:
    late = Taken(date(2026, 11, 20), time(23, 30), 60, EXIF)
    after = shifted(replace(SURE, taken=late), timedelta(hours=1)).taken
    assert after == Taken(date(2026, 11, 21), time(0, 30), None, DateSource.TYPED)


def test_hours_do_not_move_a_photo_whose_time_is_unknown() -> None:
    untimed = replace(SURE, taken=taken("2026-11-20", None))
    for hours, day in ((5, 20), (-5, 20), (24, 21), (-24, 19), (-29, 19)):
        moved = shifted(untimed, timedelta(hours=hours)).taken
        assert moved is not None
        assert moved.on.day == day
    assert shifted(dated(None), timedelta(days=1)).taken is None


def test_one_photo_tells_how_wrong_the_clock_was_and_the_others_follow() -> None:
    first = dated(None, taken("2000-01-01", "00:12"))
    second = dated(taken("2026-11-22", source=FILE), taken("2000-01-03", "09:00"))
    error = clock_error(first, date(2026, 11, 2), time(8, 0))
    assert error is not None
    moved = [with_clock_set(draft, error).taken for draft in (first, second)]
    assert moved == [
        Taken(date(2026, 11, 2), time(8, 0), None, DateSource.TYPED),
        Taken(date(2026, 11, 4), time(16, 48), None, DateSource.TYPED),
    ]
    assert clock_error(first, date(2000, 1, 2), None) == timedelta(days=1)
    assert clock_error(dated(None), date(2026, 11, 2), None) is None
    assert found(with_clock_set(second, error)) == [()]


def test_every_doubt_has_its_words() -> None:
    assert len({short_doubt(doubt) for doubt in Doubt}) == len(Doubt)
    assert all(sentence(doubt).endswith(".") for doubt in Doubt)


@given(
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    st.none() | st.times().map(lambda at: at.replace(microsecond=0)),
    st.integers(-1000, 1000),
)
def test_days_forth_and_back_end_where_they_began(on: date, at: time | None, days: int) -> None:
    draft = replace(SURE, taken=Taken(on, at, None, DateSource.TYPED))
    by = timedelta(days=days)
    assert shifted(shifted(draft, by), -by) == draft
