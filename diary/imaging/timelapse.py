"""Pictures of a time-lapse, laid over each other and written as one moving picture.

Only the diary's own previews come here. What is written holds pixels and times and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from diary.domain.similarity import Point, Similarity
from diary.domain.timelapse import MovieFormat, durations
from diary.imaging.shared_frame import Frame
from diary.imaging.wire import PREVIEW, THUMBNAIL

SIDE, SMALL_SIDE = PREVIEW, THUMBNAIL
"""Pixels along the first photo's longer side: in the file, and in a look at it before."""

GREY = (128, 128, 128)
"""Where a photo does not reach; no skin has this colour."""

_WRITE = {
    MovieFormat.WEBP: {"quality": 80, "method": 4},
    MovieFormat.AVIF: {"quality": 65, "speed": 8},
}
"""60 pictures of 1080 px: 3.9 MB in 7 s and 2.0 MB in 3 s on two cores, both near 39.5 dB. AVIF's
slower speeds take ten times as long."""

_TEXT_SHARE, _SMALLEST_TEXT = 0.034, 11
"""Height of the letters, in parts of the picture's height and in pixels."""

_PLATE = (0, 0, 0, 150)
"""Under the letters, so that they can be read on any skin and any wall."""


@dataclass(frozen=True, slots=True)
class Scene:
    """How one photo is shown: where it lies over the first, or as taken without `similarity`.

    `bar` is four points of the photo, of a solid bar over the eyes.
    """

    similarity: Similarity | None
    caption: str = ""
    bar: tuple[Point, ...] = ()


def pixels(frame: Frame, side: int) -> tuple[int, int]:
    """Width and height of the pictures, even as AVIF and other moving pictures ask for it."""
    return _even(frame.width * side), _even(frame.height * side)


def picture(photo: bytes, scene: Scene, frame: Frame, side: int, font: Path) -> Image.Image:
    """One picture, `side` pixels to the first photo's longer side, out of a preview."""
    with Image.open(BytesIO(photo)) as opened:
        seen = np.asarray(opened.convert("RGB"))
    size = pixels(frame, side)
    matrix = _matrix(seen.shape[1], seen.shape[0], scene.similarity, frame, side)
    laid = cv2.warpAffine(
        seen,
        matrix,
        size,
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=GREY,
    )
    made = Image.fromarray(laid)
    if scene.bar:
        _cover(made, scene.bar, matrix, max(seen.shape[:2]))
    if scene.caption:
        _write(made, scene.caption, font)
    return made


def jpeg(image: Image.Image) -> bytes:
    """To be looked at, never to be kept."""
    data = BytesIO()
    image.save(data, "JPEG", quality=85)
    return data.getvalue()


def movie(
    count: int, make: Callable[[int], Image.Image], kind: MovieFormat, per_second: int
) -> bytes:
    """A moving picture without end. `make` gives the pictures one by one, as they are asked for.

    What `make` raises passes through.
    """
    data, stays = BytesIO(), durations(count, per_second)
    _Film(count, make).save(data, kind.value, save_all=True, duration=stays, **_WRITE[kind])
    return data.getvalue()


class _Film(Image.Image):
    """Pictures that Pillow's writers ask for one by one: a year of them would fill the memory."""

    def __init__(self, count: int, make: Callable[[int], Image.Image]) -> None:
        super().__init__()
        self.n_frames = count
        self.is_animated = count > 1
        self._make = make
        self._at = -1
        self.seek(0)

    def seek(self, frame: int) -> None:
        if not 0 <= frame < self.n_frames:
            raise EOFError
        if frame != self._at:
            made = self._make(frame)
            self.im = made.im
            self._mode, self._size, self._at = made.mode, made.size, frame

    def tell(self) -> int:
        return max(self._at, 0)


def _even(length: float) -> int:
    return max(2, int(length) // 2 * 2)


def _matrix(
    width: int, height: int, similarity: Similarity | None, frame: Frame, side: int
) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """Takes the middle of a photo's pixel to where it lies in the picture."""
    if similarity is None:
        return _filling(width, height, pixels(frame, side))
    zoom = side / max(width, height)
    a, b = zoom * similarity.a, zoom * similarity.b
    dx = side * (similarity.dx - frame.left) + (a - b) / 2 - 0.5
    dy = side * (similarity.dy - frame.top) + (b + a) / 2 - 0.5
    return np.array([[a, -b, dx], [b, a, dy]])


def _filling(
    width: int, height: int, size: tuple[int, int]
) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """A photo as taken, its middle as large as the picture."""
    zoom = max(size[0] / width, size[1] / height)
    dx, dy = (size[0] - zoom * width) / 2, (size[1] - zoom * height) / 2
    return np.array([[zoom, 0, dx + (zoom - 1) / 2], [0, zoom, dy + (zoom - 1) / 2]])


def _cover(
    image: Image.Image,
    bar: tuple[Point, ...],
    matrix: "np.ndarray[tuple[int, int], np.dtype[np.float64]]",
    longer: int,
) -> None:
    corners = [(x * longer - 0.5, y * longer - 0.5, 1.0) for x, y in bar]
    placed = [(float(x), float(y)) for x, y in (matrix @ np.array(corners).T).T]
    ImageDraw.Draw(image).polygon(placed, fill=(0, 0, 0))


def _write(image: Image.Image, words: str, font: Path) -> None:
    """Small, in the lower left corner."""
    size = max(_SMALLEST_TEXT, round(image.height * _TEXT_SHARE))
    letters = ImageFont.truetype(str(font), size)
    draw = ImageDraw.Draw(image, "RGBA")
    edge = size // 2
    place = (edge * 2, image.height - edge * 2)
    left, top, right, bottom = draw.textbbox(place, words, font=letters, anchor="ls")
    plate = (left - edge, top - edge, right + edge, bottom + edge)
    draw.rounded_rectangle(plate, radius=edge, fill=_PLATE)
    draw.text(place, words, font=letters, anchor="ls", fill=(255, 255, 255))
