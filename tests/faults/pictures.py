"""Small photo files that are the same in every process."""

import hashlib
from functools import cache
from io import BytesIO

from PIL import Image

from diary.domain.look import Look
from diary.imaging.intake import Picture

SIZE = (48, 64)


@cache
def picture(number: int) -> Picture:
    """A photo with a pattern of its own, as the program has it once the file was read.

    It was not read by the program: reading starts processes of its own.
    """
    file = BytesIO()
    pattern = Image.radial_gradient("L").resize(SIZE).point(lambda value: value * number % 256)
    pattern.save(file, "JPEG")
    data = file.getvalue()
    return Picture(
        data=data,
        digest=hashlib.sha256(data).hexdigest(),
        mime="image/jpeg",
        file_name=f"IMG_{number:04}.jpg",
        width=SIZE[0],
        height=SIZE[1],
        taken=None,
        claims=(),
        thumbnail=data,
        preview=data,
        look=Look(0.6, 55.0, 90.0, 0.0, 12.0, 14.0),
    )
