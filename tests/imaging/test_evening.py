"""Evening out the light of two photos, on real faces in other lights."""

import io
from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest
from PIL import Image, ImageDraw
from skimage import data as portraits
from skimage.color import deltaE_cie76, rgb2lab

from diary.domain.light import Gains
from diary.imaging.evening import MOST, gains, skin
from tests.pictures.portraits import Portrait, with_face
from tests.pictures.relit import FACES, picture, with_light
from tests.pictures.skins import Skin, with_skin

FACE = ((0.33, 0.1), (0.55, 0.1), (0.55, 0.38), (0.33, 0.38))
"""Around the face of the portrait, in parts of its longer side."""


def jpeg(pixels: np.ndarray) -> bytes:
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, "JPEG", quality=95)
    return data.getvalue()


def portrait() -> np.ndarray:
    pixels: np.ndarray = portraits.astronaut()  # type: ignore[no-untyped-call]
    return pixels


@cache
def subject(name: str, depth: Skin) -> Portrait:
    found = with_face(picture(name))
    assert found
    return Portrait(with_skin(found.image, found.face, depth), found.face)


def face_of_skin(image: Image.Image, outline: Sequence[tuple[float, float]]) -> np.ndarray:
    mask = Image.new("1", image.size)
    longer = max(image.size)
    ImageDraw.Draw(mask).polygon([(x * longer, y * longer) for x, y in outline], fill=1)
    return np.asarray(mask)


def relit(pixels: np.ndarray, light: Gains) -> np.ndarray:
    """As the same scene looks in another light."""
    tables = [np.frombuffer(table, np.uint8) for table in light.tables()]
    return np.stack([table[pixels[..., n]] for n, table in enumerate(tables)], axis=-1)


@pytest.mark.parametrize(
    "light", [Gains(0.6, 0.6, 0.6), Gains(1.0, 0.8, 0.55), Gains(0.7, 0.85, 1.1)]
)
@pytest.mark.parametrize("outline", [(), FACE], ids=["middle", "face"])
def test_another_light_is_taken_back(light: Gains, outline: tuple[tuple[float, float]]) -> None:
    taken, other = jpeg(portrait()), jpeg(relit(portrait(), light))
    found = gains(taken, other, outline, outline)
    for one, wanted in zip(
        (found.red, found.green, found.blue), (light.red, light.green, light.blue), strict=True
    ):
        assert one == pytest.approx(1 / wanted, rel=0.06)


def test_the_same_photo_stays_as_it_is() -> None:
    same = jpeg(portrait())
    assert gains(same, same) == Gains(1, 1, 1)


def test_the_face_counts_and_not_what_is_around_it() -> None:
    """The portrait's middle is an orange suit; the face is paler."""
    taken = jpeg(portrait())
    assert skin(taken, FACE)[2] > 1.2 * skin(taken)[2]


def test_a_dark_picture_is_not_blown_up() -> None:
    black = jpeg(np.zeros((64, 64, 3), np.uint8))
    found = gains(jpeg(portrait()), black)
    assert max(found.red, found.green, found.blue) == MOST


def test_a_colour_that_is_nearly_lost_leaves_no_tint_on_the_skin() -> None:
    """Under a bulb that was not balanced blue would need ten times the light."""
    taken, bulb = portrait(), relit(portrait(), Gains(0.6, 0.4, 0.06))
    found = gains(jpeg(taken), jpeg(bulb), FACE, FACE)
    assert found.blue == MOST
    before, after = skin(jpeg(taken), FACE), skin(jpeg(relit(bulb, found)), FACE)
    darker = after[1] / before[1]
    assert darker < 0.6
    assert after == pytest.approx([part * darker for part in before], rel=0.12)


@pytest.mark.parametrize("name", FACES)
@pytest.mark.parametrize("depth", [Skin.DEEP, Skin.VERY_DEEP])
@pytest.mark.parametrize("light", [(0.5, 6500, 1), (0.8, 2900, 0.5), (1.2, 9000, 1)])
def test_deep_skin_keeps_its_depth_and_its_colour(
    name: str, depth: Skin, light: tuple[float, float, float]
) -> None:
    """In parts of L*, a* and b*: what is left of the other light cannot be seen side by side."""
    image, face = subject(name, depth)
    other = with_light(image, *light)
    outline = face.outline
    found = gains(jpeg(np.asarray(image)), jpeg(np.asarray(other)), outline, outline)
    evened = relit(np.asarray(other), found)

    inside = face_of_skin(image, outline)
    wanted, lit, shown = (rgb2lab(np.asarray(one))[inside] for one in (image, other, evened))
    assert deltaE_cie76(lit, wanted).mean() > 4  # type: ignore[no-untyped-call]
    assert deltaE_cie76(shown, wanted).mean() < 1.5  # type: ignore[no-untyped-call]
    spread = np.ptp(np.percentile(shown[:, 0], (5, 95)))
    assert spread == pytest.approx(np.ptp(np.percentile(wanted[:, 0], (5, 95))), rel=0.04)


def test_a_spot_keeps_its_difference_to_the_skin() -> None:
    """Red that is added to a small place only is still there when the light was evened out."""
    pixels = portrait()
    spotted = pixels.copy()
    spotted[100:110, 215:225, 1:] = spotted[100:110, 215:225, 1:] * 0.7
    found = gains(jpeg(pixels), jpeg(spotted), FACE, FACE)
    assert found.green == pytest.approx(1, abs=0.01)


def test_tables_leave_the_levels_as_they_are_without_a_gain() -> None:
    assert Gains(1, 1, 1).tables() == (bytes(range(256)),) * 3
