"""Real portraits as another lamp, another hand or another distance would have shown them."""

from io import BytesIO
from pathlib import Path

import matplotlib as mpl
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from diary.domain.face import COUNT, Face
from tests.pictures.phone import portrait

Box = tuple[int, int, int, int]

FACES: dict[str, Box] = {"Collins": (172, 62, 282, 200), "Hopper": (180, 110, 375, 345)}
"""Where the faces are, drawn by hand, in pixels."""

_XYZ_TO_RGB = np.array(
    [[3.2406, -1.5372, -0.4986], [-0.9689, 1.8758, 0.0415], [0.0557, -0.2040, 1.0570]]
)


def picture(name: str) -> Image.Image:
    """Eileen Collins (NASA) or Grace Hopper (US Navy), both in the public domain."""
    if name == "Collins":
        return portrait()
    path = Path(mpl.get_data_path()) / "sample_data" / "grace_hopper.jpg"
    return Image.open(path).convert("RGB")


def face_in(box: Box, size: tuple[int, int]) -> Face:
    """A face that fills the box and looks into the camera."""
    left, top, right, bottom = (side / max(size) for side in box)
    turns = np.linspace(0, 2 * np.pi, COUNT, endpoint=False)
    x = (left + right) / 2 + (right - left) / 2 * np.cos(turns)
    y = (top + bottom) / 2 + (bottom - top) / 2 * np.sin(turns)
    return Face(tuple(zip(x.tolist(), y.tolist(), strict=True)), 0.0, 0.0, 0.0, 1.0)


def with_light(
    image: Image.Image, gain: float = 1.0, kelvin: float = 6500, left: float = 1
) -> Image.Image:
    """With `gain` times the light, from a lamp of `kelvin`.

    `left` is the part of the lamp's colour that the phone's white balance has left in: 1 for all
    of it, 0.3 for what phones leave as a rule.
    """
    levels = Image.fromarray(np.arange(256, dtype=np.uint8)[None, :, None].repeat(3, axis=2))
    lit = from_linear(to_linear(levels) * gain * _colour_of(kelvin) ** left)
    return image.point([level for band in lit.split() for level in band.tobytes()])


def to_linear(image: Image.Image) -> NDArray[np.float64]:
    encoded = np.asarray(image) / 255
    linear: NDArray[np.float64] = np.where(
        encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4
    )
    return linear


def from_linear(light: NDArray[np.float64]) -> Image.Image:
    """The picture of that light; what is brighter than white is cut off."""
    linear = np.clip(light, 0, 1)
    back = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return Image.fromarray((back * 255 + 0.5).astype(np.uint8))


def _colour_of(kelvin: float) -> NDArray[np.float64]:
    """Of a glowing body, in linear sRGB, beside that of 6500 K; green is 1."""
    colour = _rgb_of(kelvin) / _rgb_of(6500)
    light: NDArray[np.float64] = colour / colour[1]
    return light


def _rgb_of(kelvin: float) -> NDArray[np.float64]:
    """The Planckian locus by Kim, Moon, Kang, Lee, Kang and Cho (US 7024034), 1667 to 25000 K."""
    t = 1000 / kelvin
    if kelvin <= 4000:
        x = -0.2661239 * t**3 - 0.2343589 * t**2 + 0.8776956 * t + 0.179910
    else:
        x = -3.0258469 * t**3 + 2.1070379 * t**2 + 0.2226347 * t + 0.240390
    if kelvin <= 2222:
        y = -1.1063814 * x**3 - 1.34811020 * x**2 + 2.18555832 * x - 0.20219683
    elif kelvin <= 4000:
        y = -0.9549476 * x**3 - 1.37418593 * x**2 + 2.09137015 * x - 0.16748867
    else:
        y = 3.0817580 * x**3 - 5.87338670 * x**2 + 3.75112997 * x - 0.37001483
    rgb: NDArray[np.float64] = _XYZ_TO_RGB @ np.array([x / y, 1, (1 - x - y) / y])
    return np.maximum(rgb, 0.02)


def blurred(image: Image.Image, sigma: float) -> Image.Image:
    """Out of focus, by `sigma` pixels."""
    return image.filter(ImageFilter.GaussianBlur(sigma)) if sigma else image


def moved(image: Image.Image, pixels: int) -> Image.Image:
    """By a hand that moved sideways while the picture was taken."""
    pixels_of = np.asarray(image, dtype=float)
    steps = [np.roll(pixels_of, shift, axis=1) for shift in range(pixels)]
    return Image.fromarray(np.mean(steps, axis=0).astype(np.uint8))


def grainy(image: Image.Image, noise: float, quality: int) -> Image.Image:
    """With a sensor's noise of so many of 255, saved as JPEG."""
    grain = np.random.default_rng(7).normal(0, noise, np.asarray(image).shape)
    noisy = np.clip(np.asarray(image) + grain, 0, 255).astype(np.uint8)
    buffer = BytesIO()
    Image.fromarray(noisy).save(buffer, "JPEG", quality=quality)
    return Image.open(buffer).convert("RGB")
