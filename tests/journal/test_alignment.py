"""One photo laid over another."""

import json
from collections.abc import Callable
from dataclasses import replace
from math import dist
from pathlib import Path
from typing import TypeVar

import matplotlib as mpl
import pytest
from PIL import Image
from PIL.ImageFilter import GaussianBlur

from diary.domain.alignment import Alignment, Laid, Pair, Way
from diary.domain.photo import Photo, View
from diary.domain.similarity import Similarity
from diary.exchange.json_archive import write_json
from diary.imaging import face_models, intake
from diary.imaging.face_models import FINDER
from diary.imaging.laying import METHOD
from diary.journal import Journal
from tests.journal.test_photos import TAKEN
from tests.pictures import phone

T = TypeVar("T")

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


def test_the_archive_tells_what_was_pointed_at_on_photos_that_are_there(
    journal: Journal, fixed: Photo, moving: Photo
) -> None:
    journal.alignment.set_points(fixed.id, moving.id, pairs())
    (told,) = json.loads(write_json(journal.diary()))["hand_points"]
    assert (told["fixed_id"], told["moving_id"]) == (fixed.id, moving.id)
    assert tuple((tuple(here), tuple(there)) for here, there in told["pairs"]) == pairs()
    journal.photos.delete(moving.id)
    assert json.loads(write_json(journal.diary()))["hand_points"] == []


def add(journal: Journal, image: Image.Image, view: View) -> Photo:
    picture = journal.photos.read_bytes(phone.photo(image), "photo.jpg")
    return journal.photos.add(picture, view=view, taken=TAKEN).photo


def moved() -> Image.Image:
    """The portrait turned by 7° about its middle and shifted."""
    return phone.portrait().rotate(7, translate=(12, -8), resample=Image.Resampling.BICUBIC)


def lies_right(similarity: Similarity, within: float) -> bool:
    """Whether a point of the moved portrait comes to where it is on the portrait itself."""
    back = Similarity.of(1, 7, 0, 0)
    middle = back.apply((0.5 + 12 / 512, 0.5 - 8 / 512))
    truth = Similarity(back.a, back.b, 0.5 - middle[0], 0.5 - middle[1])
    places = ((0.3, 0.2), (0.5, 0.4), (0.6, 0.7))
    return all(dist(similarity.apply(place), truth.apply(place)) < within for place in places)


def test_faces_are_laid_over_each_other(journal: Journal) -> None:
    photos = add(journal, phone.portrait(), View.FRONT), add(journal, moved(), View.FRONT)
    found = journal.alignment.between(*photos)
    assert found.way is Way.FACES
    assert lies_right(found.similarity, 0.01)
    assert found.said == ""
    assert found.apart is not None
    assert found.apart < 4


def test_a_face_is_searched_again_when_the_cache_was_thrown_away(
    journal: Journal, folder: Path
) -> None:
    photo = add(journal, phone.portrait(), View.FRONT)
    found = journal.alignment.face(photo)
    assert found is not None
    journal._vault.pictures.forget(photo.id)  # noqa: SLF001 - as if it had been thrown away
    again = journal.alignment.face(photo)
    assert again is not None
    assert again.eyes[0] == pytest.approx(found.eyes[0], abs=0.002)


def test_faces_that_look_elsewhere_are_said_to(journal: Journal) -> None:
    photos = add(journal, phone.portrait(), View.FRONT), add(journal, moved(), View.FRONT)
    face = journal.alignment.face(photos[1])
    assert face is not None
    pictures = journal._vault.pictures  # noqa: SLF001 - as another finder would have seen it
    pictures.put_face(photos[1].id, FINDER, replace(face, yaw=face.yaw + 14.2))
    found = journal.alignment.between(*photos)
    assert found.way is Way.FACES
    assert found.said.startswith("The face is turned 1")
    assert "Compare with care." in found.said


def test_points_by_hand_win_over_faces_and_are_kept_by_later_searches(journal: Journal) -> None:
    photos = add(journal, phone.portrait(), View.FRONT), add(journal, moved(), View.FRONT)
    journal.alignment.set_points(photos[0].id, photos[1].id, pairs())
    for photo in photos:
        journal.alignment.face(photo)
    assert journal.alignment.between(*photos).way is Way.POINTS
    assert journal.alignment.points(photos[0].id, photos[1].id) == pairs()


def test_a_front_photo_without_a_face_is_shown_as_taken(journal: Journal) -> None:
    photos = add(journal, phone.portrait(), View.FRONT), add(journal, phone.quartered(), View.FRONT)
    found = journal.alignment.between(*photos)
    assert (found.way, found.similarity) == (Way.NONE, Similarity())


@pytest.mark.parametrize("view", [View.BACK, View.CHEST])
def test_a_body_is_aligned_by_what_is_found_on_both_photos(journal: Journal, view: View) -> None:
    photos = add(journal, phone.portrait(), view), add(journal, moved(), view)
    found = journal.alignment.between(*photos)
    assert found.way is Way.FEATURES
    assert lies_right(found.similarity, 0.003)


def test_photos_are_laid_over_each_other_once(journal: Journal, folder: Path) -> None:
    photos = add(journal, phone.portrait(), View.BACK), add(journal, moved(), View.BACK)
    found = journal.alignment.between(*photos)
    journal.close()
    again = Journal.open(folder)
    kept = again._vault.pictures  # noqa: SLF001 - what is kept shows in its time only
    assert kept.laid(photos[0].id, photos[1].id, METHOD) == (Laid(found.similarity, sure=True),)
    kept.put_laid(photos[0].id, photos[1].id, METHOD, Laid(MOVED, sure=True))
    assert again.alignment.between(*photos) == Alignment(MOVED, Way.FEATURES)
    again.close()


def test_a_photo_deleted_while_it_is_laid_leaves_nothing_in_the_cache(journal: Journal) -> None:
    photos = add(journal, phone.portrait(), View.BACK), add(journal, moved(), View.BACK)

    def on_diary(work: Callable[[], T], /) -> T:
        done = work()
        if journal.photos.is_live(photos[1]):
            journal.photos.delete(photos[1].id)
        return done

    assert journal.alignment.between(*photos, on_diary=on_diary).way is Way.FEATURES
    pictures = journal._vault.pictures  # noqa: SLF001 - nothing else shows it
    assert pictures.laid(photos[0].id, photos[1].id, METHOD) is None


def test_photos_with_too_little_in_common_get_a_proposal(journal: Journal) -> None:
    soft = GaussianBlur(24)
    photos = (
        add(journal, phone.portrait().filter(soft), View.BACK),
        add(journal, moved().filter(soft), View.BACK),
    )
    found = journal.alignment.between(*photos)
    assert found.way is Way.PROPOSAL
    assert lies_right(found.similarity, 0.03)
    assert found.said == "A rough match that may be off."


def test_photos_with_nothing_in_common_are_shown_as_taken(journal: Journal) -> None:
    plain = Image.new("RGB", (600, 800), "tan")
    photos = add(journal, phone.portrait(), View.BACK), add(journal, plain, View.BACK)
    found = journal.alignment.between(*photos)
    assert (found.way, found.similarity) == (Way.NONE, Similarity())
    assert "You can point at three places." in found.said


def test_points_reach_from_one_photo_to_another_over_a_third(
    journal: Journal, fixed: Photo, moving: Photo
) -> None:
    third = add(journal, Image.new("RGB", (600, 800), "tan"), View.BACK)
    journal.alignment.set_points(fixed.id, third.id, pairs())
    journal.alignment.set_points(moving.id, third.id, pairs(Similarity()))
    found = journal.alignment.between(fixed, moving)
    assert found.way is Way.POINTS
    assert numbers(found.similarity) == close(MOVED)


def test_without_the_finder_a_front_photo_says_what_can_be_done(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(face_models, "built_in", lambda: tmp_path)
    intake.forget()
    photos = add(journal, phone.portrait(), View.FRONT), add(journal, moved(), View.FRONT)
    assert not journal.alignment.available
    found = journal.alignment.between(*photos)
    assert found.way is Way.NONE
    assert "add it in Settings, or point at three places" in found.said
    intake.forget()
    monkeypatch.undo()
    assert journal.alignment.between(*photos).way is Way.FACES
