"""Spots marked on photos in a real vault, and carried over to the next one."""

from dataclasses import replace
from datetime import date

import pytest
from PIL import ImageChops

from diary.domain.mark import Mark
from diary.domain.photo import Photo, View
from diary.domain.regions import Region, region_of
from diary.exchange.json_archive import write_json
from diary.journal import Journal
from tests.journal.test_panels import add, add_picture
from tests.pictures.phone import portrait

SHIFT = 0.1
OUTSIDE = (-100, -100)
"""Where a square leaves the picture plain."""

CORNERS = ((0.2, 0.2), (0.5, 0.2), (0.2, 0.6))


@pytest.fixture
def first(journal: Journal) -> Photo:
    return add(journal, date(2026, 11, 1), (100, 100))


@pytest.fixture
def second(journal: Journal, first: Photo) -> Photo:
    """The patient pointed at three places that lie a tenth further right than on the first."""
    photo = add(journal, date(2026, 11, 20), (140, 100))
    pairs = tuple(((x + SHIFT, y), (x, y)) for x, y in CORNERS)
    journal.alignment.set_points(photo.id, first.id, pairs)
    return photo


def mark(photo: Photo, spot: str = "a", x: float = 0.25, y: float = 0.25) -> Mark:
    return Mark(photo.id, spot, (x, y), Region.CHIN)


def test_marks_are_kept_and_what_was_there_before_undoes_a_change(
    journal: Journal, first: Photo
) -> None:
    assert journal.marks.put(first.id, (mark(first),)) == ()
    before = journal.marks.put(first.id, ())
    assert before == (mark(first),)
    journal.marks.put(first.id, before)
    assert journal.marks.of(first.id) == (mark(first),)


def test_earlier_marks_are_proposed_where_they_would_be_and_count_for_nothing(
    journal: Journal, first: Photo, second: Photo
) -> None:
    journal.marks.put(first.id, (mark(first),))
    sheet = journal.marks.sheet(second)
    (proposal,) = sheet.proposals
    assert proposal.at == pytest.approx((0.25 + SHIFT, 0.25))
    assert (proposal.spot, proposal.region) == ("a", Region.CHIN)
    assert sheet.earlier == first
    assert journal.marks.of(second.id) == ()


@pytest.mark.parametrize("gone", [False, True])
def test_a_spot_that_was_confirmed_or_is_gone_is_proposed_no_more(
    journal: Journal, first: Photo, second: Photo, *, gone: bool
) -> None:
    journal.marks.put(first.id, (mark(first),))
    told = replace(mark(second), gone=gone)
    journal.marks.put(second.id, (told,))
    assert journal.marks.sheet(second).proposals == ()
    third = add(journal, date(2026, 11, 22), (180, 100))
    pairs = tuple((at, at) for at in CORNERS)
    journal.alignment.set_points(third.id, second.id, pairs)
    assert [one.spot for one in journal.marks.sheet(third).proposals] == ([] if gone else ["a"])


def test_a_spot_of_which_the_next_photo_tells_nothing_is_still_proposed_on_the_one_after(
    journal: Journal, first: Photo, second: Photo
) -> None:
    third = add(journal, date(2026, 11, 22), (180, 100))
    for earlier in (first, second):
        journal.alignment.set_points(third.id, earlier.id, tuple((at, at) for at in CORNERS))
    journal.marks.put(first.id, tuple(mark(first, spot) for spot in "abc"))
    journal.marks.put(second.id, (mark(second, "a"), replace(mark(second, "b"), gone=True)))

    sheet = journal.marks.sheet(third)

    assert [(photo, [one.spot for one in spots]) for photo, spots in sheet.proposing] == [
        (second, ["a"]),
        (first, ["c"]),
    ]
    assert {one.spot for one in sheet.proposals} == {"a", "c"}
    journal.marks.put(second.id, ())
    assert {one.spot for one in journal.marks.again(sheet).proposals} == {"a", "b", "c"}


def test_a_photo_that_cannot_be_laid_hides_no_proposal_of_another(
    journal: Journal, first: Photo, second: Photo
) -> None:
    third = add(journal, date(2026, 11, 22), OUTSIDE)
    journal.alignment.set_points(third.id, first.id, tuple((at, at) for at in CORNERS))
    journal.alignment.set_points(second.id, first.id, ())
    journal.marks.put(first.id, (mark(first, "a"),))
    journal.marks.put(second.id, (mark(second, "b"),))
    sheet = journal.marks.sheet(third)
    assert ([one.spot for one in sheet.proposals], sheet.said) == (["a"], "")


def test_what_lies_outside_the_photo_is_not_proposed(
    journal: Journal, first: Photo, second: Photo
) -> None:
    journal.marks.put(first.id, (mark(first, x=0.72),))
    assert journal.marks.sheet(second).proposals == ()


def test_photos_that_cannot_be_laid_over_each_other_propose_nothing_and_say_so(
    journal: Journal, first: Photo
) -> None:
    journal.marks.put(first.id, (mark(first),))
    alone = add(journal, date(2026, 11, 21), OUTSIDE)
    sheet = journal.marks.sheet(alone)
    assert sheet.proposals == ()
    assert "could not be laid over this one" in sheet.said


def test_a_photo_of_another_view_or_in_the_trash_proposes_nothing(
    journal: Journal, first: Photo, second: Photo
) -> None:
    journal.marks.put(first.id, (mark(first),))
    journal.photos.change(first.id, view=View.LEFT)
    assert journal.marks.sheet(second).earlier is None
    journal.photos.change(first.id, view=View.FRONT)
    journal.photos.delete(first.id)
    assert journal.marks.sheet(second).earlier is None
    assert journal.marks.all() == []
    journal.photos.restore(first.id)
    assert journal.marks.sheet(second).proposals


def test_a_sheet_read_again_shows_what_changed_on_either_photo(
    journal: Journal, first: Photo, second: Photo
) -> None:
    journal.marks.put(first.id, (mark(first),))
    sheet = journal.marks.sheet(second)
    journal.marks.put(second.id, (mark(second, "b", 0.5, 0.5),))
    journal.days.record(second.taken.on, inflamed=3)
    again = journal.marks.again(sheet)
    assert ([one.spot for one in again.marks], again.inflamed) == (["b"], 3)
    assert [one.spot for one in again.proposals] == ["a"]
    journal.marks.put(first.id, ())
    assert journal.marks.again(again).proposals == ()


def test_the_contrast_of_a_spot_is_measured_on_each_photo_where_it_is_seen(
    journal: Journal, first: Photo, second: Photo
) -> None:
    """The squares of the pictures are much less green than the grey around them."""
    journal.marks.put(first.id, (mark(first, x=100 / 400, y=100 / 400),))
    journal.marks.put(second.id, (mark(second, x=200 / 400, y=300 / 400),))
    on_square, on_grey = journal.marks.contrasts(View.FRONT)
    assert (on_square.on, on_grey.on) == (first.taken.on, second.taken.on)
    assert abs(on_grey.values["a"]) < 1
    assert journal.marks.contrasts(View.LEFT) == []


def test_a_spot_of_a_face_is_found_again_and_its_part_of_the_face_is_known(
    journal: Journal,
) -> None:
    """The same portrait twice, the second time moved by 20 pixels."""
    first = add_picture(journal, date(2026, 11, 1), portrait())
    moved = ImageChops.offset(portrait(), 20, 10)
    second = add_picture(journal, date(2026, 11, 20), moved)
    chin = (225 / 512, 172 / 512)
    face = journal.marks.sheet(first).face
    assert region_of(chin, face) is Region.CHIN
    journal.marks.put(first.id, (Mark(first.id, "a", chin, Region.CHIN),))
    (proposal,) = journal.marks.sheet(second).proposals
    assert proposal.at == pytest.approx((245 / 512, 182 / 512), abs=1.5 / 512)


def test_marks_and_choices_are_in_the_archive(journal: Journal, first: Photo) -> None:
    journal.marks.put(first.id, (mark(first),))
    text = write_json(journal.diary()).decode()
    assert '"spot": "a"' in text
    assert '"region": "chin"' in text
