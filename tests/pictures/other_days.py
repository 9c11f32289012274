"""The same face on another day: a real portrait moved, relit, blurred and compressed.

A real series of one face has no known truth; what changes in it beside the camera is not in here.
"""

from io import BytesIO
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from diary.domain.similarity import Similarity

Pixels = npt.NDArray[np.uint8]

GAMMA = 2.2


def other_day(portrait: Image.Image, seed: int) -> tuple[bytes, Similarity]:
    """A JPEG file of that day, and how a place of the portrait comes to lie on it.

    Turned by up to 12°, 0.82 to 1.16 times as large, shifted by up to 5 %.
    """
    dice = np.random.default_rng(seed)
    pixels = np.asarray(portrait.convert("RGB"))
    height, width = pixels.shape[:2]
    matrix = np.asarray(
        cv2.getRotationMatrix2D(
            (width / 2 - 0.5, height / 2 - 0.5), dice.uniform(-12, 12), dice.uniform(0.82, 1.16)
        )
    )
    matrix[:, 2] += dice.uniform(-0.05, 0.05, 2) * max(width, height)
    moved = cv2.warpAffine(
        pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT
    )
    return _jpeg(_relit(np.asarray(moved, np.uint8), dice), dice), _in_parts(matrix, pixels)


def _relit(pixels: Pixels, dice: np.random.Generator) -> Pixels:
    """Other light, white balance and contrast, light from one side, blur and noise."""
    linear = (pixels / 255) ** GAMMA * dice.uniform(0.6, 1.4) * dice.uniform(0.85, 1.15, 3)
    side = np.linspace(1 - dice.uniform(0, 0.4), 1, pixels.shape[1])[None, :, None]
    linear *= side if dice.random() < 0.5 else side[:, ::-1]
    seen = np.clip(linear, 0, 1) ** (1 / (GAMMA * dice.uniform(0.85, 1.2)))
    blurred = np.asarray(cv2.GaussianBlur(seen, (0, 0), dice.uniform(0.1, 1.0)))
    noisy = blurred + dice.normal(0, dice.uniform(0.002, 0.02), blurred.shape)
    return (np.clip(noisy, 0, 1) * 255).astype(np.uint8)


def _jpeg(pixels: Pixels, dice: np.random.Generator) -> bytes:
    buffer = BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=int(dice.integers(75, 95)))
    return buffer.getvalue()


def _in_parts(matrix: npt.NDArray[Any], pixels: Pixels) -> Similarity:
    """OpenCV counts from the middle of the first pixel, the diary from its corner."""
    (a, _, x), (b, _, y) = matrix.tolist()
    longer = max(pixels.shape)
    x, y = x + 0.5 - 0.5 * (a - b), y + 0.5 - 0.5 * (a + b)
    return Similarity(a, b, x / longer, y / longer)
