"""What a lamp does to the light from the skin counts alike whatever the skin's own colour."""

from dataclasses import replace

import numpy as np
import pytest
from skimage.color import rgb2lab

from diary.domain.look import Difference, Look, differences, light_of, remarks
from diary.domain.photo import View
from diary.domain.skin_light import colours_apart, stops_brighter, warmth
from diary.domain.skin_light import light_of as light_from

SKINS = {"light": (0.5, 0.34, 0.25), "brown": (0.33, 0.17, 0.11), "very deep": (0.07, 0.04, 0.031)}
"""Linear red, green and blue in daylight."""

LOOK = Look(0.65, 58, 92, 0.0, 14, 16, eyes=0.2, yaw=0, pitch=0, roll=0)


def look(red: float, green: float, blue: float) -> Look:
    linear = np.clip([red, green, blue], 0, 1)
    encoded = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    lightness, a, b = rgb2lab(encoded[None, None])[0, 0]
    return replace(LOOK, lightness=float(lightness), cast_a=float(a), cast_b=float(b))


@pytest.mark.parametrize("skin", SKINS.values(), ids=SKINS)
def test_the_light_is_found_again_in_lab(skin: tuple[float, float, float]) -> None:
    assert light_of(look(*skin)) == pytest.approx(skin, abs=0.002)


def test_black_and_grey_have_no_colour() -> None:
    assert light_from(0, 0, 0) == pytest.approx((0, 0, 0))
    assert warmth(light_from(50, 0, 0)) == pytest.approx(0, abs=0.01)
    for grey in (0, 4, 30, 90):
        assert remarks(replace(LOOK, lightness=grey, cast_a=0, cast_b=0), None, View.FRONT) == ()


@pytest.mark.parametrize("skin", SKINS.values(), ids=SKINS)
def test_the_same_lamp_is_as_far_from_daylight_on_every_skin(
    skin: tuple[float, float, float],
) -> None:
    red, green, blue = skin
    daylight, bulb = light_of(look(*skin)), light_of(look(red * 1.15, green, blue * 0.7))
    assert colours_apart(bulb, daylight) == pytest.approx(0.375, abs=0.03)
    assert stops_brighter(light_of(look(red / 2, green / 2, blue / 2)), daylight) == pytest.approx(
        -1, abs=0.05
    )


@pytest.mark.parametrize("skin", SKINS.values(), ids=SKINS)
def test_other_light_is_said_on_every_skin(skin: tuple[float, float, float]) -> None:
    red, green, blue = skin
    daylight = look(*skin)
    assert differences(look(red * 0.7, green * 0.7, blue * 0.7), daylight) == (Difference.DARKER,)
    assert differences(look(red * 1.15, green, blue * 0.75), daylight) == (Difference.COLOUR,)
    assert differences(look(red * 0.85, green * 0.85, blue * 0.85), daylight) == ()


@pytest.mark.parametrize("skin", SKINS.values(), ids=SKINS)
def test_only_the_light_can_colour_the_skin_and_not_the_skin_itself(
    skin: tuple[float, float, float],
) -> None:
    red, green, blue = skin
    said = {
        lamp: remarks(look(red * lamp[0], green, blue * lamp[1]), None, View.FRONT)
        for lamp in ((1.0, 1.0), (1.15, 0.6), (0.95, 1.15), (1.6, 0.06), (0.6, 2.4))
    }
    assert [bool(sentences) for sentences in said.values()] == [False, False, False, True, True]
