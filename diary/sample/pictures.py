"""Photos of an invented person, drawn by our own code and dated like a phone's."""

from datetime import datetime
from functools import cache
from io import BytesIO
from random import Random

from PIL import ExifTags, Image, ImageOps

from diary.domain.photo import View
from diary.sample import face_front, face_side, spots, torso
from diary.sample.drawing import HEIGHT, MARGIN, WIDTH, Board, Colour
from diary.sample.shots import OFFSET_MINUTES, Shot

MAKE = "Sample"
QUALITY = 88

WALLS: tuple[Colour, ...] = (
    (209, 216, 211),
    (205, 213, 218),
    (220, 214, 204),
    (216, 217, 211),
)
"""Backgrounds: the same room at different hours."""

LIGHTS: tuple[Colour, ...] = (
    (255, 255, 255),
    (252, 252, 252),
    (246, 250, 255),
    (230, 218, 206),
    (255, 250, 242),
    (248, 246, 242),
)
"""Daylight, a cool and a warm lamp, a dim evening; full white leaves the colours alone."""

DRAWINGS = {
    View.FRONT: face_front.draw,
    View.LEFT: face_side.draw,
    View.CHEST: torso.draw_chest,
    View.BACK: torso.draw_back,
}


def photograph(shot: Shot, *, acne: int) -> bytes:
    """A JPEG of one view of the skin on a day with that acne score.

    The same arguments give the same bytes. The right side is the left one mirrored.
    """
    drawn = View.LEFT if shot.view is View.RIGHT else shot.view
    sheet = _drawing(drawn).copy()
    spots.draw(sheet, drawn, acne=acne, week=shot.number // 7)
    if shot.view is View.RIGHT:
        sheet = ImageOps.mirror(sheet)
    hand = Random(f"{shot.view} {shot.number}")  # noqa: S311 - an invented hand needs no secret
    photo = _held(sheet, WALLS[shot.number % len(WALLS)], hand)
    return _developed(_lit(photo, LIGHTS[shot.number % len(LIGHTS)]), shot.at)


@cache
def _drawing(view: View) -> Image.Image:
    board = Board()
    DRAWINGS[view](board)
    return board.finished()


def _held(sheet: Image.Image, wall: Colour, hand: Random) -> Image.Image:
    """The sheet before a wall, through a camera that nobody holds quite the same way twice."""
    scale, lean = hand.uniform(0.94, 1.0), hand.uniform(-0.02, 0.02)
    left = MARGIN + WIDTH * (1 - scale) / 2 + hand.uniform(-20, 20)
    top = MARGIN + HEIGHT * (1 - scale) / 2 + hand.uniform(-14, 14)
    turn = (scale, lean, left - lean * HEIGHT / 2, -lean, scale, top + lean * WIDTH / 2)
    room = Image.new("RGB", sheet.size, wall)
    room.paste(sheet, mask=sheet)
    return room.transform((WIDTH, HEIGHT), Image.Transform.AFFINE, turn, Image.Resampling.BILINEAR)


def _lit(photo: Image.Image, light: Colour) -> Image.Image:
    return photo.point([round(value * part / 255) for part in light for value in range(256)])


def _developed(photo: Image.Image, at: datetime) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = MAKE
    exif[ExifTags.Base.Model] = MAKE
    exif.get_ifd(ExifTags.IFD.Exif).update(
        {
            ExifTags.Base.DateTimeOriginal: f"{at:%Y:%m:%d %H:%M:%S}",
            ExifTags.Base.OffsetTimeOriginal: f"+{OFFSET_MINUTES // 60:02}:00",
        }
    )
    out = BytesIO()
    photo.save(out, "JPEG", quality=QUALITY, exif=exif)
    return out.getvalue()
