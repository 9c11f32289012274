"""One photo laid over another."""

from pathlib import Path

import matplotlib as mpl
import pytest

from diary.domain.alignment import Pair, Way
from diary.domain.photo import Photo, View
from diary.domain.similarity import Similarity
from diary.journal import Journal
from tests.journal.test_photos import TAKEN
from tests.pictures import phone

PORTRAIT = Path(mpl.get_data_path()) / "sample_data" / "grace_hopper.jpg"
MOVED = Similarity.of(1.1, 4, 0.02, -0.03)
PLACES = ((0.3, 0.2), (0.6, 0.25), (0.45, 0.7))


def pairs(similarity: Similarity = MOVED) -> tuple[Pair, ...]:
    return tuple((similarity.apply(place), place) for place in PLACES)


def close(similarity: Similarity) -> object:
    return pytest.approx((similarity.a, similarity.b, similarity.dx, similarity.dy))


def numbers(similarity: Similarity) -> tuple[float, float, float, float]:
    return similarity.a, similarity.b, similarity.dx, similarity.dy


@pytest.fixture
def fixed(journal: Journal) -> Photo:
    return journal.photos.add(journal.photos.read(PORTRAIT), view=View.BACK, taken=TAKEN).photo


@pytest.fixture
def moving(journal: Journal) -> Photo:
    picture = journal.photos.read_bytes(phone.photo(phone.portrait()), "later.jpg")
    return journal.photos.add(picture, view=View.BACK, taken=TAKEN).photo


def test_photos_lie_as_the_patient_pointed(journal: Journal, fixed: Photo, moving: Photo) -> None:
    journal.alignment.set_points(fixed.id, moving.id, pairs())
    there = journal.alignment.between(fixed, moving)
    back = journal.alignment.between(moving, fixed)
    assert (there.way, back.way) == (Way.POINTS, Way.POINTS)
    assert numbers(there.similarity) == close(MOVED)
    assert numbers(back.similarity) == close(MOVED.inverse())


def test_what_was_pointed_at_before_is_given_back_for_undo(
    journal: Journal, fixed: Photo, moving: Photo
) -> None:
    assert journal.alignment.set_points(fixed.id, moving.id, pairs()) == ()
    turned = tuple((there, here) for here, there in pairs())
    assert journal.alignment.set_points(moving.id, fixed.id, ()) == turned
    assert journal.alignment.points(fixed.id, moving.id) == ()
    assert journal.alignment.between(fixed, moving).way is not Way.POINTS


def test_points_are_there_after_the_diary_was_closed(
    journal: Journal, fixed: Photo, moving: Photo, folder: Path
) -> None:
    journal.alignment.set_points(fixed.id, moving.id, pairs())
    journal.close()
    again = Journal.open(folder)
    assert again.alignment.points(fixed.id, moving.id) == pairs()
    again.close()


def test_an_erased_photo_takes_its_points_along(
    journal: Journal, fixed: Photo, moving: Photo
) -> None:
    journal.alignment.set_points(fixed.id, moving.id, pairs())
    journal.photos.erase(moving.id)
    assert journal.alignment.points(fixed.id, moving.id) == ()
