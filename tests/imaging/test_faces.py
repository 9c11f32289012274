"""The face of a photo, found by a decoder process in real pictures."""

from math import dist
from pathlib import Path
from statistics import mean

import matplotlib as mpl
import pytest
from PIL import Image
from PIL.Image import Transpose

from diary.domain.alignment import of_faces
from diary.domain.face import CHIN, COUNT, FOREHEAD, LEFT_CHEEK, NOSE_TIP, RIGHT_CHEEK, Face
from diary.domain.similarity import Point
from diary.imaging import face_models, intake
from tests.imaging.test_intake import TODAY
from tests.pictures.other_days import other_day
from tests.pictures.phone import photo, portrait

HOPPER = Path(mpl.get_data_path()) / "sample_data" / "grace_hopper.jpg"


@pytest.fixture(autouse=True)
def models() -> None:
    assert face_models.folder(), (
        "The networks that find faces are not there: run `pip install -e .` again, online."
    )


def found(image: Image.Image) -> Face:
    picture = intake.read_bytes(photo(image), "face.jpg", TODAY)
    assert picture.finder == face_models.FINDER
    assert picture.face is not None
    return picture.face


def near(point: Point, pixels: tuple[int, int], side: int, within: int) -> bool:
    return dist([part * side for part in point], pixels) < within


def test_the_eyes_are_where_they_are_seen() -> None:
    face = found(portrait())
    right, left = face.eyes
    assert near(right, (203, 102), 512, 4)
    assert near(left, (247, 104), 512, 4)
    assert face.eye_distance * 512 == pytest.approx(44, abs=2)
    assert len(face.points) == COUNT
    assert face.presence > 0.9


def test_a_face_seen_from_the_front_is_said_to_look_ahead() -> None:
    face = found(Image.open(HOPPER))
    assert abs(face.yaw) < 5
    assert abs(face.roll) < 6


def test_a_face_lies_as_its_places_say() -> None:
    face = found(portrait())
    right, left = face.points[RIGHT_CHEEK], face.points[LEFT_CHEEK]
    assert right[0] < face.points[NOSE_TIP][0] < left[0]
    assert face.points[FOREHEAD][1] < face.points[NOSE_TIP][1] < face.points[CHIN][1]


@pytest.mark.parametrize(
    ("turn", "roll"),
    [(Transpose.ROTATE_90, -90), (Transpose.ROTATE_180, 180), (Transpose.ROTATE_270, 90)],
)
def test_a_photo_that_lies_on_its_side_has_its_face_found(turn: Transpose, roll: int) -> None:
    upright, turned = found(portrait()), found(portrait().transpose(turn))
    difference = (turned.roll - upright.roll - roll + 180) % 360 - 180
    assert abs(difference) < 4
    assert turned.eye_distance == pytest.approx(upright.eye_distance, rel=0.03)


def test_the_largest_of_two_faces_is_taken() -> None:
    both = Image.new("RGB", (1000, 600), "gray")
    both.paste(portrait().resize((380, 380)), (0, 100))
    both.paste(Image.open(HOPPER), (450, 0))
    face = found(both)
    assert face.eyes[0][0] * 1000 > 450


def test_a_picture_without_a_face_has_been_searched() -> None:
    picture = intake.read_bytes(photo(Image.new("RGB", (640, 480), "tan")), "back.jpg", TODAY)
    assert picture.finder == face_models.FINDER
    assert picture.face is None


def test_the_face_of_other_days_lies_over_the_first() -> None:
    """Within 1.5 % of the distance of the eyes; the benchmark measures many days."""
    image = portrait().resize((1024, 1024))
    first = found(image)
    for seed in range(3):
        data, truth = other_day(image, seed)
        later = intake.read_bytes(data, "later.jpg", TODAY).face
        assert later is not None
        laid = of_faces(later, first).similarity
        off = [dist(laid.apply(place), truth.apply(place)) for place in first.points]
        assert mean(off) / later.eye_distance < 0.015
