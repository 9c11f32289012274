from datetime import date, datetime, time
from io import BytesIO

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageStat

from diary.domain.photo import DateSource, Taken, View
from diary.imaging import intake
from diary.sample.pictures import photograph
from diary.sample.shots import Shot


def shot(view: View, number: int = 8) -> Shot:
    return Shot(view, number, datetime(2026, 10, 8, 8, 12, 20))


def redness(data: bytes) -> float:
    """How much redder than grey the picture is, on average."""
    pixels = np.asarray(Image.open(BytesIO(data)).convert("RGB"), dtype=float)
    return float(np.mean(pixels[..., 0] - pixels[..., 1]))


def brightness(data: bytes, box: tuple[int, int, int, int]) -> float:
    return ImageStat.Stat(Image.open(BytesIO(data)).convert("L").crop(box)).mean[0]


@pytest.mark.parametrize("view", View)
def test_a_picture_is_read_like_a_phone_photo(view: View) -> None:
    picture = intake.read_bytes(photograph(shot(view), acne=6), "IMG_1.JPG", date(2026, 11, 23))

    assert picture.taken == Taken(date(2026, 10, 8), time(8, 12, 20), 60, DateSource.EXIF)
    assert (picture.mime, picture.width, picture.height) == ("image/jpeg", 900, 1125)


def test_the_camera_is_called_sample() -> None:
    exif = Image.open(BytesIO(photograph(shot(View.FRONT), acne=6))).getexif()

    assert exif[ExifTags.Base.Model] == "Sample"


@pytest.mark.parametrize("view", View)
def test_a_higher_score_shows_more_red(view: View) -> None:
    shown = [redness(photograph(shot(view), acne=acne)) for acne in (0, 3, 6, 10)]

    assert shown == sorted(shown)
    assert len(set(shown)) == len(shown)


def test_the_same_photo_is_drawn_the_same_twice() -> None:
    assert photograph(shot(View.BACK), acne=5) == photograph(shot(View.BACK), acne=5)


def test_two_days_with_the_same_score_do_not_look_the_same() -> None:
    assert photograph(shot(View.FRONT, 8), acne=5) != photograph(shot(View.FRONT, 15), acne=5)


def test_the_nose_points_to_the_left_when_the_left_side_is_seen() -> None:
    """Between nose and ear lie skin and hair; in front of the nose is the wall."""
    left = photograph(shot(View.LEFT), acne=0)
    right = photograph(shot(View.RIGHT), acne=0)
    back_of_head = (700, 300, 740, 500)
    front_of_face = (160, 300, 200, 500)

    assert brightness(left, back_of_head) < 100 < brightness(left, front_of_face)
    assert brightness(right, front_of_face) < 100 < brightness(right, back_of_head)
