"""How much darker a spot is than the skin around it."""

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from diary.domain.similarity import Point

if TYPE_CHECKING:
    from diary.imaging.pixels import Array

SPOT = 0.025
"""Radius in parts of the distance of the eyes: papules measure 0.018 to 0.042 of it."""

RING = 2.0, 3.2
"""Radii of the skin around it, in spots: beyond a redness that runs out into the skin."""

EYES = 0.25
"""Distance of the eyes in parts of the longer side where no face tells: a face fills a selfie."""

LEAST_RADIUS = 2.0
"""Pixels: a smaller spot is fewer than twelve of them, mostly noise of the camera."""


def contrasts(
    preview: bytes, spots: Mapping[str, Point], eyes: float | None = None
) -> dict[str, float]:
    """Percent of the ring's green light that each spot lacks, in linear light.

    `preview` is one that the diary made; `eyes` is their distance in parts of its longer side. A
    spot whose ring lies outside the picture has none.
    """
    import numpy as np

    from diary.imaging.pixels import to_linear

    with Image.open(BytesIO(preview)) as picture:
        green = np.asarray(picture.convert("RGB"), dtype=np.float64)[..., 1] / 255
    linear = to_linear(green)
    longer = max(linear.shape)
    radius = max(LEAST_RADIUS, SPOT * (eyes or EYES) * longer)
    measured = {}
    for spot, (x, y) in spots.items():
        contrast = _contrast(linear, x * longer, y * longer, radius)
        if contrast is not None:
            measured[spot] = contrast
    return measured


def _contrast(linear: "Array", x: float, y: float, radius: float) -> float | None:
    import numpy as np

    inner, outer = RING[0] * radius, RING[1] * radius
    height, width = linear.shape
    if not (outer <= x <= width - outer and outer <= y <= height - outer):
        return None
    top, left = int(y - outer), int(x - outer)
    part = linear[top : int(y + outer) + 1, left : int(x + outer) + 1]
    rows, columns = np.ogrid[: part.shape[0], : part.shape[1]]
    apart = np.hypot(columns + left + 0.5 - x, rows + top + 0.5 - y)
    # The median of the ring leaves out a neighbouring spot or a hair.
    skin = float(np.median(part[(apart >= inner) & (apart <= outer)]))
    if skin == 0:
        return None
    return 100 * (skin - float(part[apart <= radius].mean())) / skin
