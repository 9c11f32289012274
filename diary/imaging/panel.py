"""A photo laid over another one, cut to a frame of it."""

from io import BytesIO
from math import ceil

from PIL import Image

from diary.domain.panels import Frame
from diary.domain.similarity import Similarity

QUALITY = 92
"""Of the JPEG: fine enough that redness does not wash out, at two thirds of the size of 95."""

DENSITY = 1024
"""Pixels per longer side of the photo over which it is laid: as many as its preview has."""

OUTSIDE = (225, 229, 225)
"""Where the photo does not reach: a grey between those of the light and of the dark window."""


def lay_over(preview: bytes, similarity: Similarity, frame: Frame) -> tuple[bytes, int, int]:
    """The JPEG of what `preview`, moved by `similarity`, shows in `frame`, its width and height.

    `similarity` takes points of `preview` to those of the photo in which `frame` lies.
    """
    width, height = ceil(frame.width * DENSITY), ceil(frame.height * DENSITY)
    with Image.open(BytesIO(preview)) as picture:
        longer = max(picture.size)
        back = similarity.inverse()
        left, top = back.apply((frame.left, frame.top))
        a, b = back.a * longer / DENSITY, back.b * longer / DENSITY
        laid = picture.convert("RGB").transform(
            (width, height),
            Image.Transform.AFFINE,
            (a, -b, left * longer, b, a, top * longer),
            Image.Resampling.BICUBIC,
            fillcolor=OUTSIDE,
        )
    data = BytesIO()
    laid.save(data, "JPEG", quality=QUALITY, subsampling=0)
    return data.getvalue(), width, height
