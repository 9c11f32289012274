"""What is said of a photo’s light is the same on every skin: portraits made deep."""

from functools import cache

import pytest
from PIL import Image

from diary.domain.look import Difference, Look, differences, remarks
from diary.domain.photo import View
from diary.imaging.look import measure
from tests.pictures.portraits import Portrait, with_face
from tests.pictures.relit import FACES, picture, with_light
from tests.pictures.skins import Skin, with_skin

on_every_skin = pytest.mark.parametrize(
    ("name", "skin"), [(name, skin) for name in FACES for skin in Skin]
)


@cache
def subject(name: str, skin: Skin) -> Portrait:
    found = with_face(picture(name))
    assert found
    return Portrait(with_skin(found.image, found.face, skin), found.face)


def lit(portrait: Portrait, gain: float = 1, kelvin: float = 6500, left: float = 1) -> Look:
    return measure(with_light(portrait.image, gain, kelvin, left), portrait.face)


def nothing_but_the_face(portrait: Portrait) -> Image.Image:
    xs, ys = zip(*portrait.face.points, strict=True)
    longer = max(portrait.image.size)
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    box = (min(xs) + 0.15 * wide, min(ys), max(xs) - 0.15 * wide, max(ys) - 0.1 * high)
    return portrait.image.crop(tuple(int(side * longer) for side in box))  # type: ignore[arg-type]


@on_every_skin
def test_good_light_is_called_neither_dark_nor_coloured(name: str, skin: Skin) -> None:
    portrait = subject(name, skin)
    close = nothing_but_the_face(portrait)
    for look in (
        lit(portrait),
        lit(portrait, 0.6),
        lit(portrait, 0.8, 2700, 0.3),
        lit(portrait, 1, 12000, 0.3),
        measure(close, portrait.face),
        measure(with_light(close, 0.6), portrait.face),
    ):
        assert remarks(look, None, View.FRONT) == ()


@on_every_skin
def test_less_light_and_another_lamp_are_said(name: str, skin: Skin) -> None:
    portrait = subject(name, skin)
    before = lit(portrait)
    assert differences(lit(portrait, 0.65), before) == (Difference.DARKER,)
    assert differences(lit(portrait, 0.9, 3300, 0.3), before) == (Difference.COLOUR,)
    assert differences(lit(portrait, 0.85), before) == ()


@on_every_skin
def test_a_bulb_that_no_camera_has_balanced_is_said_without_another_photo(
    name: str, skin: Skin
) -> None:
    (said,) = remarks(lit(subject(name, skin), 0.5, 2500), None, View.FRONT)
    assert "coloured the skin" in said
