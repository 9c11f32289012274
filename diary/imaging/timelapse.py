"""Pictures of a time-lapse, laid over each other and written as one moving picture.

Only the diary's own previews come here. What is written holds pixels and times and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

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
        seen = opened.convert("RGB")
    size = pixels(frame, side)
    placed = _placed(seen.size, scene.similarity, frame, side)
    back = placed.inverse()
    made = seen.transform(
        size,
        Image.Transform.AFFINE,
        (back.a, -back.b, back.dx, back.b, back.a, back.dy),
        Image.Resampling.BICUBIC,
        fillcolor=GREY,
    )
    if scene.bar:
        _cover(made, scene.bar, placed, max(seen.size))
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


def _placed(
    photo: tuple[int, int], similarity: Similarity | None, frame: Frame, side: int
) -> Similarity:
    """Takes a photo's pixels, counted from its edge, to where they lie in the picture."""
    if similarity is None:
        return _filling(photo, pixels(frame, side))
    zoom = side / max(photo)
    return Similarity(
        zoom * similarity.a,
        zoom * similarity.b,
        side * (similarity.dx - frame.left),
        side * (similarity.dy - frame.top),
    )


def _filling(photo: tuple[int, int], size: tuple[int, int]) -> Similarity:
    """A photo as taken, its middle as large as the picture."""
    zoom = max(size[0] / photo[0], size[1] / photo[1])
    return Similarity(zoom, 0, (size[0] - zoom * photo[0]) / 2, (size[1] - zoom * photo[1]) / 2)


def _cover(image: Image.Image, bar: tuple[Point, ...], placed: Similarity, longer: int) -> None:
    """Drawing counts from the middle of the first pixel."""
    corners = [placed.apply((x * longer, y * longer)) for x, y in bar]
    ImageDraw.Draw(image).polygon([(x - 0.5, y - 0.5) for x, y in corners], fill=(0, 0, 0))


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
