"""What is said of how a photo was taken, never of whom it shows."""

from dataclasses import replace
from typing import Any

import pytest

from diary.domain.look import Look, remarks
from diary.domain.photo import View

GOOD = Look(
    sharpness=0.65,
    lightness=58.0,
    brightest=92.0,
    overexposed=0.004,
    cast_a=14.0,
    cast_b=16.0,
    eyes=0.21,
    yaw=1.0,
    pitch=-4.0,
    roll=2.0,
)


DARKER = {"lightness": 40.0, "cast_a": 10.6, "cast_b": 12.1}
BRIGHTER = {"lightness": 72.0, "cast_a": 16.6, "cast_b": 19.0}
"""Less and more of the same light."""


def beside_good(**changes: Any) -> tuple[str, ...]:
    return remarks(replace(GOOD, **changes), GOOD, View.FRONT)


def test_nothing_is_said_of_a_photo_like_the_one_before() -> None:
    assert beside_good() == ()
    assert remarks(GOOD, None, View.FRONT) == ()


def test_a_small_difference_is_not_worth_a_word() -> None:
    slight = beside_good(
        sharpness=0.60, lightness=54.0, cast_a=15.0, cast_b=17.0, eyes=0.19, yaw=-5.0, pitch=2.0
    )

    assert slight == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"sharpness": 0.45}, "Less sharp than your last front photo; compare with care."),
        (DARKER, "Darker than your last front photo; compare with care."),
        (BRIGHTER, "Brighter than your last front photo; compare with care."),
        (
            {"cast_b": 29.0},
            "The light has another colour than in your last front photo; compare with care.",
        ),
        ({"eyes": 0.30}, "Closer than your last front photo; compare with care."),
        ({"eyes": 0.15}, "Further away than your last front photo; compare with care."),
        ({"yaw": 14.0}, "Another angle than your last front photo; compare with care."),
        ({"pitch": 10.0}, "Another angle than your last front photo; compare with care."),
    ],
)
def test_each_difference_from_the_last_photo_is_said(changes: dict[str, float], said: str) -> None:
    assert beside_good(**changes) == (said,)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"sharpness": 0.3}, "Blurred"),
        ({"brightest": 30.0}, "Dark;"),
        ({"brightest": 20.0, "eyes": None}, "Dark;"),
        ({"overexposed": 0.5}, "Too much light"),
        ({"cast_b": 70.0}, "coloured the skin"),
        ({"cast_b": -22.0}, "coloured the skin"),
    ],
)
def test_what_is_wrong_with_a_photo_alone_needs_no_other(
    changes: dict[str, float], said: str
) -> None:
    (sentence,) = remarks(replace(GOOD, **changes), None, View.FRONT)

    assert said in sentence


def test_skin_that_fills_the_picture_is_not_taken_for_darkness() -> None:
    """A back or a chest has no whites of the eyes that would tell how much light there was."""
    nothing_but_skin = replace(
        GOOD, lightness=25.0, brightest=32.0, cast_a=6.0, cast_b=7.0, eyes=None, yaw=None
    )

    assert remarks(nothing_but_skin, None, View.BACK) == ()


def test_several_differences_are_one_sentence() -> None:
    assert beside_good(**DARKER, eyes=0.3, pitch=12.0) == (
        "Not like your last front photo: darker, closer, another angle; compare with care.",
    )


def test_one_thing_is_said_once() -> None:
    assert len(beside_good(sharpness=0.2, cast_b=70.0)) == 2


def test_the_sentence_names_the_view() -> None:
    darker = replace(GOOD, **DARKER)

    assert "your last back photo" in remarks(darker, GOOD, View.BACK)[0]


def test_a_turned_head_brings_the_eyes_together_and_is_not_taken_for_distance() -> None:
    half_turned = beside_good(yaw=45.0, eyes=0.21 * 0.707)

    assert half_turned == ("Another angle than your last front photo; compare with care.",)


def test_without_a_face_nothing_is_said_of_distance_and_angle() -> None:
    assert beside_good(eyes=None, yaw=None, pitch=None, roll=None) == ()


def test_a_head_that_leans_is_turned_back_when_photos_are_laid_over_each_other() -> None:
    assert beside_good(roll=25.0) == ()
