"""A photo's light, sharpness and colour are measured on the picture as it is shown."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from skimage.color import rgb2lab

from diary.domain.look import BLURRED, DARK, OVEREXPOSED, Look
from diary.imaging import intake
from diary.imaging.look import measure
from tests.imaging.test_intake import TODAY
from tests.pictures.phone import display_p3, photo, portrait
from tests.pictures.relit import FACES, blurred, face_in, moved, picture, with_light

FACE = portrait()


def test_colours_are_those_of_the_middle_in_lab() -> None:
    middle = rgb2lab(np.asarray(FACE)[128:384, 128:384]).reshape(-1, 3)

    look = measure(FACE)

    lightness, a, b = np.median(middle, axis=0)
    assert look.lightness == pytest.approx(lightness, abs=1.5)
    assert (look.cast_a, look.cast_b) == pytest.approx((a, b), abs=1.5)


def test_a_blurred_photo_is_less_sharp_the_more_it_is_blurred() -> None:
    blurs = [blurred(FACE, sigma) for sigma in (0, 1, 2, 4)]

    measured = [measure(image).sharpness for image in blurs]

    assert measured == sorted(measured, reverse=True)
    assert measured[0] > BLURRED > measured[2]


def test_a_hand_that_moved_sideways_is_a_blur() -> None:
    for way in (moved(FACE, 8), moved(FACE.rotate(90), 8)):
        assert measure(way).sharpness < BLURRED < measure(FACE).sharpness


def test_neither_light_nor_size_pass_for_a_blur() -> None:
    sharp = measure(FACE).sharpness

    for image in (with_light(FACE, 0.5), with_light(FACE, 1.3), FACE.resize((300, 300))):
        assert measure(image).sharpness == pytest.approx(sharp, abs=0.08)


def test_less_light_is_darker_and_more_light_is_lost_at_the_end_of_the_scale() -> None:
    glaring = measure(with_light(FACE, 4))
    assert measure(with_light(FACE, 0.6)).lightness < measure(FACE).lightness - 5
    assert measure(with_light(FACE, 0.05)).brightest < DARK < measure(FACE).brightest
    assert glaring.overexposed > OVEREXPOSED > measure(FACE).overexposed


@pytest.mark.parametrize("name", FACES)
def test_a_face_is_measured_and_not_what_is_around_it(name: str) -> None:
    image = picture(name)
    face = face_in(FACES[name], image.size)
    surrounded = Image.new("RGB", image.size, (0, 40, 0))
    surrounded.paste(image.crop(FACES[name]), FACES[name][:2])

    look, alone = measure(image, face), measure(surrounded, face)

    assert replace(alone, brightest=look.brightest) == look
    assert look.lightness > measure(image).lightness + 5


def test_distance_and_angle_are_those_of_the_face() -> None:
    face = replace(face_in(FACES["Collins"], FACE.size), yaw=-12.0, pitch=4.0, roll=2.5)

    look = measure(FACE, face)

    assert (look.yaw, look.pitch, look.roll) == (-12.0, 4.0, 2.5)
    assert look.eyes == face.eye_distance


def test_a_face_that_leaves_the_picture_is_measured_as_far_as_it_is_in_it() -> None:
    for box in ((-200, -100, 150, 200), (400, 400, 900, 900), (600, 600, 700, 700)):
        assert measure(FACE, face_in(box, FACE.size)).lightness > 0


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (9, 300), (40, 40)])
def test_even_the_smallest_picture_has_a_look(size: tuple[int, int]) -> None:
    look = measure(Image.new("RGB", size, (200, 140, 120)))

    assert look.lightness == pytest.approx(64, abs=2)


def test_an_imported_photo_brings_its_look_from_the_shown_colours() -> None:
    skin = Image.new("RGB", (64, 64), (191, 143, 124))

    look = intake.read_bytes(photo(skin, icc_profile=display_p3()), "skin.jpg", TODAY).look

    lightness, a, b = rgb2lab(np.array([[[200, 140, 120]]]) / 255)[0, 0]
    assert (look.lightness, look.cast_a, look.cast_b) == pytest.approx((lightness, a, b), abs=1)


def test_a_photo_measured_later_has_the_look_it_had_at_import() -> None:
    picture = intake.read_bytes(photo(FACE), "face.jpg", TODAY)

    later = intake.read_bytes(picture.preview, "face.jpg", TODAY).look

    for name in Look.__dataclass_fields__:
        assert getattr(later, name) == pytest.approx(getattr(picture.look, name), abs=0.6), name
