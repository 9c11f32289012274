"""Light skin made deep, because no package has free portraits of people with very dark skin.

What the skin itself sends back is multiplied in linear light; its gloss, the eyes, the teeth and
everything around the face stay as they were. It stands for such skin's amount and colour of light,
not for its structure.
"""

from enum import Enum

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from diary.domain.face import Face
from tests.pictures.relit import from_linear, to_linear

_LIPS = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95)
_EYES = (33, 160, 158, 133, 153, 144), (263, 387, 385, 362, 380, 373)

_GLOSS = 90
"""Percentile of the weakest channel from which on the light is mirrored and not the skin's."""


class Skin(Enum):
    """Parts of the red, green and blue that light skin of L*a*b* (67, 8, 15) sends back.

    Deep is (36, 10, 13) and very deep (25, 6, 7): lighter and darker than tone 8 of the Monk scale.
    """

    AS_TAKEN = (1.0, 1.0, 1.0)
    DEEP = (0.295, 0.227, 0.209)
    VERY_DEEP = (0.130, 0.116, 0.124)

    @property
    def words(self) -> str:
        return self.name.lower().replace("_", " ")


def with_skin(image: Image.Image, face: Face, skin: Skin) -> Image.Image:
    if skin is Skin.AS_TAKEN:
        return image
    mask = _mask(image, face)
    light = to_linear(image)
    weakest = light.min(axis=2)
    gloss = np.maximum(0, weakest - np.percentile(weakest[np.asarray(mask) > 0], _GLOSS))
    mirrored = gloss[..., None]
    soft = mask.filter(ImageFilter.GaussianBlur(0.015 * face.eye_distance * max(image.size)))
    share = np.asarray(soft, dtype=float)[..., None] / 255
    deep = (light - mirrored) * np.array(skin.value) + mirrored
    return from_linear(light * (1 - share) + deep * share)


def _mask(image: Image.Image, face: Face) -> Image.Image:
    longer = max(image.size)
    places = [(x * longer, y * longer) for x, y in face.points]
    mask = Image.new("L", image.size)
    draw = ImageDraw.Draw(mask)
    draw.polygon([(x * longer, y * longer) for x, y in face.outline], fill=255)
    for inside in (*_EYES, _LIPS):
        draw.polygon([places[number] for number in inside], fill=0)
    return mask
