"""A picture with a solid bar on it, under which nothing is left."""

from io import BytesIO

from PIL import Image, ImageDraw

from diary.domain.similarity import Point

QUALITY = 92
"""As of the pictures laid over each other."""


def cover(preview: bytes, bar: tuple[Point, ...]) -> bytes:
    """The JPEG of one of the diary's previews with the polygon `bar` filled black."""
    with Image.open(BytesIO(preview)) as opened:
        picture = opened.convert("RGB")
    longer = max(picture.size)
    corners = [(x * longer, y * longer) for x, y in bar]
    ImageDraw.Draw(picture).polygon(corners, fill=(0, 0, 0))
    data = BytesIO()
    picture.save(data, "JPEG", quality=QUALITY, subsampling=0)
    return data.getvalue()
