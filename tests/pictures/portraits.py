"""Portraits with the face that is found on them: two from packages, more from a folder."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageOps

from diary.domain.face import Face
from diary.imaging import intake
from tests.imaging.test_intake import TODAY
from tests.pictures.phone import photo
from tests.pictures.relit import FACES, picture

_AROUND = 1.3
"""Of the height of the face, from its middle to the edges: as one's own arm frames it."""


class Portrait(NamedTuple):
    image: Image.Image
    face: Face


def portraits(folder: Path | None = None) -> dict[str, Portrait]:
    """The packaged two, and each picture of the folder that shows a face, cut to head and neck."""
    found = {name: picture(name) for name in FACES}
    for path in sorted(folder.iterdir()) if folder else ():
        image = _framed(path.read_bytes())
        if image:
            found[path.stem] = image
    return {name: framed for name, image in found.items() if (framed := with_face(image))}


def with_face(image: Image.Image) -> Portrait | None:
    """The picture beside the face that a decoder process finds on it."""
    face = intake.read_bytes(photo(image), "face.jpg", TODAY).face
    return Portrait(image, face) if face else None


def _framed(data: bytes) -> Image.Image | None:
    """Cut from the file as taken, its colours kept, and shown as the diary shows it."""
    face = intake.read_bytes(data, "face.jpg", TODAY).face
    if face is None:
        return None
    whole = ImageOps.exif_transpose(Image.open(BytesIO(data)))
    places = np.array(face.points) * max(whole.size)
    low, high = places.min(axis=0), places.max(axis=0)
    (x, y), reach = (low + high) / 2, _AROUND * float((high - low).max())
    left, right = max(0, int(x - 0.8 * reach)), min(whole.width, int(x + 0.8 * reach))
    top, bottom = max(0, int(y - reach)), min(whole.height, int(y + reach))
    cut = whole.crop((left, top, right, bottom)).convert("RGB")
    profile = {"icc_profile": icc} if (icc := whole.info.get("icc_profile")) else {}
    shown = intake.read_bytes(photo(cut, **profile), "face.jpg", TODAY).preview
    return Image.open(BytesIO(shown)).convert("RGB")


def within(face: Face, was: Image.Image, box: tuple[int, int, int, int], scale: float = 1) -> Face:
    """The face after its picture was made `scale` times as large and cut to a box of that."""
    longer, left, top = max(was.size) * scale, *box[:2]
    now = max(box[2] - left, box[3] - top)
    places = tuple(((x * longer - left) / now, (y * longer - top) / now) for x, y in face.points)
    return replace(face, points=places)
