"""What follows from the places of two faces, or from those that the patient pointed at."""

from dataclasses import replace

import pytest

from diary.domain.alignment import Way, along, by_hand, mismatch, of_faces
from diary.domain.face import COUNT, OUTLINE, Face
from diary.domain.similarity import Similarity

GRID = tuple((0.3 + 0.02 * (n % 20), 0.2 + 0.02 * (n // 20)) for n in range(COUNT))
FACE = Face(GRID, yaw=-3.0, pitch=0.0, roll=0.0, presence=1.0)
MOVED = Similarity.of(1.1, 5, 0.03, -0.02)


def moved(face: Face, by: Similarity = MOVED) -> Face:
    return replace(face, points=tuple(map(by.apply, face.points)))


def test_one_face_is_brought_to_where_the_other_is() -> None:
    found = of_faces(moved(FACE), FACE)
    assert found.way is Way.FACES
    assert found.similarity.apply((0.5, 0.5)) == pytest.approx(MOVED.apply((0.5, 0.5)))


def test_an_outline_that_shifted_moves_the_face_little() -> None:
    places = list(FACE.points)
    for number in OUTLINE:
        places[number] = (places[number][0] + 0.05, places[number][1])
    found = of_faces(FACE, replace(FACE, points=tuple(places)))
    assert found.similarity.apply((0.5, 0.4)) == pytest.approx((0.5, 0.4), abs=0.001)


@pytest.mark.parametrize(("yaw", "said"), [(6.9, ""), (-12.9, ""), (9.0, "12°"), (-16.0, "13°")])
def test_faces_that_look_elsewhere_by_more_than_ten_degrees_are_said_to(
    yaw: float, said: str
) -> None:
    found = of_faces(FACE, replace(FACE, yaw=yaw))
    assert found.apart == pytest.approx(abs(yaw - FACE.yaw))
    assert said in found.said
    assert bool(found.said) is bool(said)


def test_a_face_in_one_place_is_not_laid_over_anything() -> None:
    flat = replace(FACE, points=((0.5, 0.5),) * COUNT)
    assert of_faces(FACE, flat).way is Way.NONE


def test_places_that_match_fit_and_a_mistaken_one_does_not() -> None:
    places = ((0.2, 0.2), (0.7, 0.3), (0.4, 0.8))
    pairs = tuple((MOVED.apply(place), place) for place in places)
    assert mismatch(pairs) == pytest.approx(0, abs=1e-9)
    wrong = (pairs[0], pairs[1], ((0.9, 0.5), places[2]))
    assert mismatch(wrong) > 0.2
    assert mismatch(((places[0], places[0]),) * 3) == 1.0


def test_no_places_say_nothing() -> None:
    assert by_hand(()) is None


def test_the_shortest_way_over_photos_that_were_pointed_at_together() -> None:
    joined = [("a", "b"), ("c", "b"), ("c", "d"), ("d", "e"), ("a", "e"), ("x", "y")]
    assert along(joined, "a", "d") == (("a", "e"), ("e", "d"))
    assert along(joined, "c", "a") == (("c", "b"), ("b", "a"))
    assert along(joined, "a", "x") == ()
    assert along([], "a", "b") == ()
