"""The contrast of painted spots of which the true value is known."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from diary.imaging.contrast import contrasts

SIDE = 800
SKIN = (200, 160, 140)
EYES = 0.25


def linear(value: int) -> float:
    encoded = value / 255
    return encoded / 12.92 if encoded <= 0.04045 else float(((encoded + 0.055) / 1.055) ** 2.4)


def picture(*spots: tuple[int, int, int]) -> bytes:
    """Skin with round spots: x, y and the green in them."""
    image = Image.new("RGB", (SIDE, SIDE), SKIN)
    draw = ImageDraw.Draw(image)
    for x, y, green in spots:
        draw.ellipse((x - 8, y - 8, x + 8, y + 8), fill=(SKIN[0], green, SKIN[2]))
    data = BytesIO()
    image.save(data, "JPEG", quality=95, subsampling=0)
    return data.getvalue()


def test_the_contrast_is_the_green_light_that_the_spot_lacks() -> None:
    found = contrasts(picture((300, 400, 130)), {"a": (300 / SIDE, 400 / SIDE)}, EYES)
    truth = 100 * (1 - linear(130) / linear(160))
    assert found["a"] == pytest.approx(truth, abs=2.5)


def test_bare_skin_has_none() -> None:
    found = contrasts(picture(), {"a": (0.5, 0.5)}, EYES)
    assert found["a"] == pytest.approx(0, abs=0.3)


def test_a_neighbouring_spot_in_the_ring_changes_little() -> None:
    at = {"a": (300 / SIDE, 400 / SIDE)}
    alone = contrasts(picture((300, 400, 130)), at, EYES)["a"]
    beside = contrasts(picture((300, 400, 130), (313, 400, 120)), at, EYES)["a"]
    assert beside == pytest.approx(alone, abs=1.5)


def test_a_spot_at_the_edge_of_the_picture_is_not_measured() -> None:
    assert contrasts(picture(), {"a": (0.005, 0.5), "b": (0.5, 0.999)}, EYES) == {}
