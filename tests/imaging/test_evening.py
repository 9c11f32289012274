"""Evening out the light of two photos, on real faces in other lights."""

import io

import numpy as np
import pytest
from PIL import Image
from skimage import data as portraits

from diary.domain.light import Gains
from diary.imaging.evening import MOST, gains, skin

FACE = ((0.33, 0.1), (0.55, 0.1), (0.55, 0.38), (0.33, 0.38))
"""Around the face of the portrait, in parts of its longer side."""


def jpeg(pixels: np.ndarray) -> bytes:
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, "JPEG", quality=95)
    return data.getvalue()


def portrait() -> np.ndarray:
    pixels: np.ndarray = portraits.astronaut()  # type: ignore[no-untyped-call]
    return pixels


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
    assert (found.red, found.green, found.blue) == (MOST, MOST, MOST)


def test_a_spot_keeps_its_difference_to_the_skin() -> None:
    """Red that is added to a small place only is still there when the light was evened out."""
    pixels = portrait()
    spotted = pixels.copy()
    spotted[100:110, 215:225, 1:] = spotted[100:110, 215:225, 1:] * 0.7
    found = gains(jpeg(pixels), jpeg(spotted), FACE, FACE)
    assert found.green == pytest.approx(1, abs=0.01)


def test_tables_leave_the_levels_as_they_are_without_a_gain() -> None:
    assert Gains(1, 1, 1).tables() == (bytes(range(256)),) * 3
