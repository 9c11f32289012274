"""Even out the light of two photos by their skin, for looking only.

The three gains make the median of the skin alike: on relit faces they left a third to a twentieth
of the difference that the light had made. What is different about all of the skin goes with it,
such as its redness as a whole; a spot keeps its difference to the skin around it. Where the skin
is follows from the face's places and never from a colour. On skin made deep and very deep what is
left of another light's difference is 1.0 ΔE at most, and light and dark parts stay as far apart.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from diary.domain.light import Gains
from diary.domain.similarity import Point

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FINE = 256
"""Pixels of the longer side on which the light is measured: medians do not change from here on."""

MIDDLE = 0.5
"""Share of the width and of the height that is taken for skin where no face tells where it is."""

MOST = 4.0
"""Beyond two stops of darkness noise and clipping are all that is left. Where one colour would need
more, all three get less: held back alone, its lack would tint the skin."""

DARKEST = 1 / 255 / 12.92
"""The first level above black, so that a black picture has a gain too."""


def gains(
    fixed: bytes,
    moving: bytes,
    fixed_outline: Sequence[Point] = (),
    moving_outline: Sequence[Point] = (),
) -> Gains:
    """What brings the skin of `moving` to that of `fixed`; both are previews of the diary's own.

    An outline is that of the face, in parts of the photo's longer side.
    """
    wanted, found = skin(fixed, fixed_outline), skin(moving, moving_outline)
    needed = [one / other for one, other in zip(wanted, found, strict=True)]
    too_much = max(1.0, max(needed) / MOST)
    red, green, blue = (max(gain / too_much, 1 / MOST) for gain in needed)
    return Gains(red, green, blue)


def skin(preview: bytes, outline: Sequence[Point] = ()) -> tuple[float, float, float]:
    """The median of red, green and blue over the skin, in linear light from 0 to 1."""
    import numpy as np
    from PIL.JpegImagePlugin import JpegImageFile

    from diary.imaging.pixels import to_linear

    with JpegImageFile(BytesIO(preview)) as image:
        image.draft("RGB", (FINE, FINE))
        pixels = np.asarray(image.convert("RGB"))
    inside = pixels[_mask(pixels.shape[1], pixels.shape[0], outline)]
    linear = to_linear(np.median(inside, axis=0) / 255)
    red, green, blue = (max(float(value), DARKEST) for value in linear)
    return red, green, blue


def _mask(width: int, height: int, outline: Sequence[Point]) -> "NDArray[np.bool_]":
    import numpy as np
    from PIL import Image, ImageDraw

    longer = max(width, height)
    mask = Image.new("1", (width, height))
    draw = ImageDraw.Draw(mask)
    if outline:
        draw.polygon([(x * longer, y * longer) for x, y in outline], fill=1)
    if not outline or not np.asarray(mask).any():
        across, down = width * (1 - MIDDLE) / 2, height * (1 - MIDDLE) / 2
        draw.rectangle((across, down, width - across, height - down), fill=1)
    return np.asarray(mask)
