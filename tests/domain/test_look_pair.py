"""What is said about how two photos were taken."""

from dataclasses import replace

import pytest

from diary.domain.look import Look
from diary.domain.look_pair import beside
from diary.domain.photo import View

LOOK = Look(0.6, 60, 90, 0, 12, 16, eyes=0.12, yaw=0, pitch=0, roll=0)


def said(**other: float) -> list[str]:
    return list(beside(LOOK, replace(LOOK, **other), View.FRONT))


def test_photos_that_were_taken_alike_need_no_words() -> None:
    assert said(roll=20) == []


def test_how_far_faces_are_turned_is_said_by_what_aligns_them() -> None:
    assert said(yaw=15) == []


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (
            {"lightness": 45, "cast_a": 9.6, "cast_b": 12.8},
            "B is darker than A; compare with care.",
        ),
        (
            {"lightness": 75, "cast_a": 14.4, "cast_b": 19.2},
            "B is brighter than A; compare with care.",
        ),
        (
            {"cast_b": 28},
            "The light of B has another colour than that of A; compare with care.",
        ),
        ({"sharpness": 0.42}, "B is less sharp than A; compare with care."),
        ({"sharpness": 0.8}, "A is less sharp than B; compare with care."),
        ({"eyes": 0.2}, "B was taken from closer than A; compare with care."),
        ({"eyes": 0.08}, "B was taken from further away than A; compare with care."),
        ({"pitch": -15}, "The head is tilted otherwise in B; compare with care."),
    ],
)
def test_a_difference_is_said_of_a_and_b(other: dict[str, float], words: str) -> None:
    assert said(**other) == [words]


def test_what_a_photo_is_by_itself_comes_with_its_letter() -> None:
    assert said(sharpness=0.1)[0].startswith("B: Blurred")


def test_a_photo_that_was_not_measured_is_not_compared() -> None:
    assert beside(None, LOOK, View.FRONT) == ()
    assert beside(LOOK, None, View.FRONT) == ()
